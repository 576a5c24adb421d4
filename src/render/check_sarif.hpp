// Findings of `check` as SARIF 2.1.0 (OASIS, 2020) and as JUnit's XML.
#pragma once

#include <advise/grammar/diagnostic.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// One run. Columns count code points, as the log's `columnKind` says. Files are URIs as the user named them: relative ones stay so. Each result has a
/// fingerprint of its code, its file, its line's text and its sentence, which stays when lines move; the n-th equal one has n in it.
std::string check_sarif(const std::vector<grammar::diagnostic>& found, grammar::language in);

/// A test suite for each file, a test case for each finding, failed from `fail_level` on; a file without findings has one case that passes.
/// \param files in the order of their ordinals
std::string check_junit(const std::vector<grammar::diagnostic>& found, const std::vector<grammar::source_ptr>& files, grammar::severity fail_level,
                        grammar::language in);

/// A file's name as a URI reference: other bytes than those of RFC 3986's path characters in percent signs.
std::string uri_of(const std::string& name);

}  // namespace advise::cli

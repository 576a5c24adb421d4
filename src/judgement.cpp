#include "judgement.hpp"

#include <advise/engine/lints.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

/// Of a file that nothing uses it need not be told that its facts are unused as well.
void leave_out_what_follows(std::vector<grammar::diagnostic>& found, const std::vector<const grammar::source*>& unused) {
    std::erase_if(found, [&](const grammar::diagnostic& one) {
        return one.text.id == grammar::message::fact_unused && std::ranges::find(unused, one.at.file) != unused.end();
    });
}

}  // namespace

std::vector<grammar::diagnostic> judgement(const engine::rule_base& rules, grammar::diagnostics& found, looked_for extent) {
    engine::lint_result linted;
    if (!found.has_errors() || extent != looked_for::texts) linted = engine::find_lints(rules, found);
    std::vector<grammar::diagnostic> told = found.sorted();
    leave_out_what_follows(told, linted.unused_imports);
    return without_allowed(told, rules.files, extent);
}

}  // namespace advise::cli

// Where names stand in the files of some projects, read from the statements alone: it works while rules have errors.
#pragma once

#include "project.hpp"

#include <advise/grammar/ast.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace advise::cli::lsp {

/// What a name names: the three kinds have names of their own.
enum class name_space : std::uint8_t { things, scales, sources };  ///< things: facts and conclusions

enum class standing : std::uint8_t { declared, other_name, concluded, used };

struct occurrence {
    std::uint32_t file = 0;  ///< into name_table::files
    grammar::span where;     ///< with the quotes of a quoted one
    std::string key;         ///< `term_key` of what stands there
    name_space space{};
    standing as{};
    std::string owner;  ///< of a use: what uses it, as it is written there; empty for tests and claims
};

/// A statement that declares something, with its clauses.
struct declaration {
    grammar::ast::statement_kind kind{};
    std::uint32_t file = 0;
    std::string name;  ///< as written
    grammar::span name_where;
    grammar::span header;                                                         ///< its first line or lines
    grammar::span block;                                                          ///< to the end of its last clause
    std::vector<std::pair<std::string, std::string>> labels, questions, reasons;  ///< language ("" for the file's) and text
    std::vector<std::string> other_names, values;                                 ///< values: levels or options
    std::string scale;                                                            ///< of a fact: the key of its scale
    std::string url;
};

class name_table {
public:
    /// Reads a file; one of an address that was read already is passed over. The files must outlive the table. O(bytes).
    void add(const text_file& file);

    [[nodiscard]] const std::vector<const text_file*>& files() const { return files_; }
    [[nodiscard]] const std::vector<occurrence>& all() const { return all_; }
    /// Declarations and rules, tests and claims too, in the order of the files.
    [[nodiscard]] const std::vector<declaration>& statements() const { return statements_; }
    /// What stands at an offset of a file; nullptr where no name does. The end of a name belongs to it.
    [[nodiscard]] const occurrence* at(const std::string& uri, std::uint32_t offset) const;
    /// The key by which a thing is declared, where `key` is another name of it.
    [[nodiscard]] std::string resolved(name_space space, const std::string& key) const;
    /// nullptr where nothing of that name is declared.
    [[nodiscard]] const declaration* declared(name_space space, const std::string& key) const;

private:
    struct reader;
    std::vector<const text_file*> files_;
    std::vector<occurrence> all_;
    std::vector<declaration> statements_;
    std::map<std::string, std::string> other_names_;
    std::map<std::pair<name_space, std::string>, std::size_t> declared_;
};

}  // namespace advise::cli::lsp

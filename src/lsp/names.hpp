// Where names stand in the files of some projects, read from the statements alone: it works while rules have errors.
#pragma once

#include "project.hpp"

#include <advise/grammar/ast.hpp>
#include <advise/grammar/profile.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace advise::cli::lsp {

/// What a name names: each kind has names of its own. Things are facts and conclusions; values and labels belong to one of the others.
enum class name_space : std::uint8_t { things, scales, sources, values, labels };

enum class standing : std::uint8_t { declared, other_name, concluded, used };

struct occurrence {
    std::uint32_t file = 0;  ///< into name_table::files
    grammar::span where;     ///< with the quotes of a quoted one
    std::string key;         ///< `term_key` of what stands there
    name_space space{};
    standing as{};
    std::string owner;  ///< of a use: what uses it, as it is written there; empty for tests and claims
    std::string of;     ///< of a value or label: what it belongs to, by the name that stands there (see name_table::owner)
};

/// How an owner begins, before its key, which holds no such characters; of the label of a value the key of the value follows on a line of its own.
inline constexpr std::string_view owned_by_thing = "f:", owned_by_scale = "s:";

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
    grammar::ast::fact_type type{};                                               ///< of a fact
    std::string unit, bounds;                                                     ///< of a number: "years" and "0..120" as written, where they are
    std::string effort_unit;
    std::string url;
};

class name_table {
public:
    /// Reads a file; one of an address that was read already is passed over. The files must outlive the table. O(bytes).
    void add(const text_file& file);

    /// Reads a profile: what its keys and values name. Nothing of what it does not say of facts.
    void add_profile(const text_file& file, const grammar::profile& read);
    [[nodiscard]] bool is_profile(std::uint32_t file) const { return profiles_.contains(file); }

    [[nodiscard]] const std::vector<const text_file*>& files() const { return files_; }
    [[nodiscard]] const std::vector<occurrence>& all() const { return all_; }
    /// Declarations and rules, tests and claims too, in the order of the files.
    [[nodiscard]] const std::vector<declaration>& statements() const { return statements_; }
    /// What stands at an offset of a file; nullptr where no name does. The end of a name belongs to it.
    [[nodiscard]] const occurrence* at(const std::string& uri, std::uint32_t offset) const;
    /// The key by which a thing is declared, where `key` is another name of it.
    [[nodiscard]] std::string resolved(name_space space, const std::string& key) const;
    /// What a value or label belongs to: of a value its scale or choice, of a label a thing, or a value of one. Empty for any other name. Two with the
    /// same key are the same just where this agrees too.
    [[nodiscard]] std::string owner(const occurrence& of) const;
    /// The label that a name in a profile line is, where it is no other name of the thing; nullptr where it is none.
    [[nodiscard]] const occurrence* label_meant(const occurrence& used) const;
    /// The declaration that a name belongs to: its own, or that of its owner; nullptr where there is none.
    [[nodiscard]] const declaration* declaration_of(const occurrence& of) const;
    /// nullptr where nothing of that name is declared.
    [[nodiscard]] const declaration* declared(name_space space, const std::string& key) const;

private:
    struct reader;
    void put_key(std::uint32_t file, const grammar::profile_entry& line, const std::string& owner);
    void put_value(std::uint32_t file, const std::string& fact, const grammar::profile_value& value, const std::string& owner);
    [[nodiscard]] std::string owner_of_values(const std::string& thing) const;

    std::vector<const text_file*> files_;
    std::vector<occurrence> all_;
    std::vector<declaration> statements_;
    std::map<std::string, std::string> other_names_;
    std::set<std::uint32_t> profiles_;
    std::map<std::pair<name_space, std::string>, std::size_t> declared_;
};

/// The names of all files of a project.
name_table names_in(const project& rules);

}  // namespace advise::cli::lsp

// What the lints share: the files as they are written, beside the rule base that was made of them.
#pragma once

#include <advise/engine/lints.hpp>

#include <advise/grammar/ast.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace advise::engine::lints {

using grammar::message;

/// What a name stands for: names of different kinds may agree and mean different things.
enum class name_kind : std::uint8_t { thing, value, scale, source };

/// A name where it stands.
struct written_name {
    name_kind kind{};
    bool declares = false;
    origin at;
    std::string spelling;
};

struct written_import {
    origin at;
    std::string asked;
};

/// A number or range that a fact is compared with, or that its declaration has.
struct written_number {
    origin at;
    std::int64_t low = 0, high = 0;  ///< the number itself is `low`
};

/// A source or scale with the clauses below it.
struct written_block {
    origin at;
    span all;
};

/// The files once more, as far as the rule base does not keep it.
struct written_files {
    std::vector<written_name> names;
    std::vector<written_number> numbers;
    std::vector<written_import> imports;
    std::vector<written_block> blocks;
    std::vector<std::string> languages;                        ///< of each file
    std::vector<std::pair<origin, std::vector<span>>> groups;  ///< of each mix of `and` and `or`, the parts that belong together
};

written_files read_again(const rule_base& rules);

struct lint_state {
    const rule_base& rules;
    grammar::diagnostics& out;
    const written_files& files;
    lint_result& result;

    grammar::diagnostic& tell(message what, const origin& at, grammar::arguments arguments = {}) const {
        return out.add(what, rules.place_of(at), std::move(arguments));
    }
    void add_fix(message of, const origin& at, std::vector<text_edit> edits) const {
        result.fixes.push_back({of, rules.place_of(at), std::move(edits)});
    }
    /// Deletes whole lines; nothing where a comment stands in them, which nobody may lose.
    void add_deletion(message of, const origin& at, span lines) const;
    [[nodiscard]] const grammar::source* file(const origin& at) const { return rules.files[at.file].get(); }
};

// The lints, in this order.
void look_at_spellings(const lint_state& state);
void look_at_scripts(const lint_state& state);
void look_at_labels_in_names(const lint_state& state);
void look_at_numbers(const lint_state& state);
void look_for_texts(const lint_state& state);
void look_for_unused(const lint_state& state);
void look_at_mixes(const lint_state& state);   ///< only how they are mended: the loader tells of them
void look_at_counts(const lint_state& state);  ///< the same: the proofs tell of them

}  // namespace advise::engine::lints

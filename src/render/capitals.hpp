// Whether the first word of a label keeps its capital inside a sentence: "Rust" does, "Machine learning" does not. Nobody can tell a name from another word by its letters,
// so the rule base's own sentences are asked how they write it.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace advise::cli {

/// How much text of a rule base is looked through for one word, and for all words of one page.
inline constexpr std::size_t most_text_for_a_capital = 1U << 18;
inline constexpr std::size_t most_text_for_capitals = 1U << 25;

/// How many labels are looked up to know whether a rule base has names.
inline constexpr std::size_t most_labels_for_names = 256;

class capitals {
public:
    /// `rules` must outlive the object.
    explicit capitals(const engine::rule_base& rules) : rules_(rules) {}

    /// A label as it stands inside a sentence. Its first letter may become small where nothing else in the first word is a capital and the author did not write the term with
    /// one ("C++", "GPU programming"). It does where the word is an article or the like, or where the first text of the rule base that tells has it small, the fact's own
    /// questions before all others. Where none tells, it does for a fact that has a question (a name can't be put in other words), and for every fact
    /// and concept where no label of one word is shown to be a name anywhere in the rule base: names come in families. Else, past the limits above, and for options, the label is left as
    /// the author wrote it. O(text) for each label, once.
    /// \param language of the label  \param questions of the fact that it names, empty for a concept, null for an option
    [[nodiscard]] std::string inside(const std::string& label, std::string_view term, std::string_view language, const engine::texts* questions);

private:
    /// Whether a text of the rule base shows that some label of one word is a name.
    bool knows_names(std::string_view language);

    const engine::rule_base& rules_;
    std::map<std::string, bool, std::less<>> becomes_small_;    ///< by label
    std::map<std::string, bool, std::less<>> knows_names_;      ///< by language
    std::size_t searched_ = 0;
};

}  // namespace advise::cli

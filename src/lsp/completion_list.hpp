// A CompletionList that grows: where each item is inserted, in which order they are shown, how many there may be.
#pragma once

#include "complete.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::lsp {

// CompletionItemKind of the protocol.
enum class item_kind : int { field = 5, type = 7, thing = 8, module_ = 9, value = 12, keyword = 14, file = 17, member = 20 };

class completion_list {
public:
    /// \param written the file as written \param term_begin where the term begins whose words stand before the cursor \param word_begin of the last of them
    completion_list(const text_file& file, position at, std::size_t term_begin, std::size_t word_begin, bool in_quotes);

    /// A name for the whole term, which is found by its labels, too. Left out where the words before the last are no beginning of any of them.
    void put_term(std::string_view name, item_kind kind, const std::string& detail, const std::string& inserted,
                  const std::vector<std::string>& labels = {}, std::string_view documentation = {});
    /// A word for the last one. In quotes there are no words. `documentation` is plain text
    void put_word(std::string_view word, const std::string& inserted, std::string_view documentation);
    /// Whether some name begins with the words before the last one.
    [[nodiscard]] bool has_terms() const { return terms_ > 0; }

    /// Moves the items out.
    json::object list();

private:
    struct candidate {
        std::string label, detail, inserted, documentation, filter;
        item_kind kind{};
        bool whole_term = false;
    };
    [[nodiscard]] bool begins_as_typed(std::string_view name) const;
    [[nodiscard]] std::string filter_of(std::string_view name, const std::vector<std::string>& labels) const;
    void put(candidate one);
    [[nodiscard]] json::object item(const candidate& of, std::size_t number, bool whole_terms) const;

    const text_file& file_;
    position at_;
    std::size_t term_begin_, word_begin_, end_;
    bool in_quotes_;
    std::size_t terms_ = 0;
    std::string typed_key_, before_;
    std::set<std::string, std::less<>> seen_;
    std::vector<candidate> candidates_;
};

}  // namespace advise::cli::lsp

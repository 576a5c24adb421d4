// The words of the language, for those who colour or offer them. One table with what the reader itself goes by.
#pragma once

#include <string_view>
#include <vector>

namespace advise::grammar {

/// Words that begin a statement, in the order of the documentation: "syntax", "role", …
std::vector<std::string_view> statement_words();

/// Words that begin a clause of a block: "url", "when", …; `+N` and `-N` are none.
std::vector<std::string_view> clause_words();

/// The clause words that may stand in a block; `header` is the word that begins it ("role"). Empty for a statement without clauses.
std::vector<std::string_view> clause_words_of(std::string_view header);

/// Words inside conditions and what may follow them: "and", "at least", "because", …
std::vector<std::string_view> condition_words();

/// Words of claims: "always", "ignores", "never hurts", …
std::vector<std::string_view> claim_words();

/// Words of what a test expects: "first", "points", and the verdicts.
std::vector<std::string_view> expect_words();

/// Words of the types of facts: "level", "yes/no", …
std::vector<std::string_view> type_words();

}  // namespace advise::grammar

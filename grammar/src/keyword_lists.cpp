// Lists of the words of the language. Those that begin lines come from the table that the reader uses.
#include <advise/grammar/keywords.hpp>

#include "words.hpp"

namespace advise::grammar {
namespace {

using list = std::vector<std::string_view>;

list words_that(bool begin_clauses) {
    list found;
    for (const words::keyword& each : words::keywords())
        if (words::is_clause(each.kind) == begin_clauses && each.kind != ast::statement_kind::evidence) found.push_back(each.text);
    return found;
}

}  // namespace

list statement_words() { return words_that(false); }
list clause_words() { return words_that(true); }

list clause_words_of(std::string_view header) {
    if (header == "source") return {"url"};
    if (header == "scale") return {"label"};
    if (header == "fact") return {"label", "aka", "ask", "effort", "after"};
    if (header == "test") return {"given", "expect"};
    if (header == "concept" || header == "role") return {"label", "aka", "when", "requires", "unless"};
    return {};
}

list condition_words() {
    return {"and", "or", "not", "is", "includes", "in", "at least", "at most", "exactly", "all of", "any of", "none of", "because", "cites"};
}

list claim_words() { return {"always", "never", "more", "never hurts", "ignores"}; }

list expect_words() { return {"first", "points", "yes", "no", "unknown"}; }

list type_words() { return {"level", "yes/no", "number", "one of", "any of"}; }

}  // namespace advise::grammar

#include "textmate.hpp"

#include "render/json_writer.hpp"

#include <advise/grammar/keywords.hpp>

#include <string_view>
#include <vector>

namespace advise::cli {
namespace {

using words = std::vector<std::string_view>;

/// "and|or|at\\s+least": as one expression.
std::string any_of(const words& all) {
    std::string expression;
    for (const std::string_view word : all) {
        if (!expression.empty()) expression += '|';
        for (const char c : word) expression += c == ' ' ? std::string("\\s+") : std::string(1, c);
    }
    return expression;
}

/// A word is one only where no letter, digit or joiner of a word stands beside it.
std::string whole_words(const words& all) { return "(?i)(?<![\\p{L}\\p{M}\\p{N}_./'&-])(?:" + any_of(all) + ")(?![\\p{L}\\p{M}\\p{N}_./'&+#-])"; }
std::string at_line_start(const words& all) { return "(?i)^\\s*(" + any_of(all) + ")(?![\\p{L}\\p{M}\\p{N}_./'&+#-])"; }

void rule(json_writer& out, std::string_view name, const std::string& match) {
    out.begin_object().member("name", name).member("match", match).end_object();
}

void first_group(json_writer& out, std::string_view name, const std::string& match) {
    out.begin_object().member("match", match).key("captures").begin_object().key("1").begin_object().member("name", name).end_object();
    out.end_object().end_object();
}

void text_in_quotes(json_writer& out) {
    out.begin_object().member("name", "string.quoted.double.advise").member("begin", "\"").member("end", "\"|$").key("patterns").begin_array();
    rule(out, "constant.character.escape.advise", "\\\\[\"\\\\n]");
    rule(out, "invalid.illegal.escape.advise", "\\\\.");
    out.end_array().end_object();
}

}  // namespace

std::string textmate_grammar() {
    std::string text;
    json_writer out(text, 3);
    out.begin_object().member("name", "advise").member("scopeName", "source.advise").key("fileTypes").begin_array().string("rules").end_array();
    out.key("patterns").begin_array();
    rule(out, "comment.line.number-sign.advise", "(?:^|(?<=\\s))#.*$");
    text_in_quotes(out);
    first_group(out, "keyword.declaration.advise", at_line_start(grammar::statement_words()));
    first_group(out, "keyword.control.advise", at_line_start(grammar::clause_words()));
    first_group(out, "constant.numeric.points.advise", "^\\s*([+-][0-9۰-۹]+)");
    rule(out, "keyword.operator.word.advise", whole_words(grammar::condition_words()));
    rule(out, "keyword.operator.advise", "->|=>|→|>=|<=|!=|[≥≤≠∧∨¬=<>]");
    rule(out, "support.type.advise", "(?<=:)\\s*(?i:" + any_of(grammar::type_words()) + ")(?![\\p{L}\\p{M}\\p{N}_./'&+#-])");
    rule(out, "constant.numeric.advise", "(?<![\\p{L}\\p{M}\\p{N}_./'&-])-?[0-9۰-۹]+(?:[.٫][0-9۰-۹]+)?");
    out.end_array().end_object();
    text += '\n';
    return text;
}

}  // namespace advise::cli

#include "condition_text.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

const std::vector<std::string> remarks{"# (", "# a -> b", "# because \"", "# role x", "# ی نیم‌فاصله", "#", "#and"};

}  // namespace

void condition_text::put(std::string_view text) {
    out_ += text;
    at_line_start_ = at_line_start_ && text.empty();
}

void condition_text::line(std::string_view text) {
    put(text);
    end_line();
}

void condition_text::end_line() {
    if (say_.maybe(say_.how().comments, 1, 8)) {
        out_ += " " + say_.random().pick(remarks);
    }
    out_ += '\n';
    while (say_.maybe(say_.how().comments, 1, 8)) {
        out_ += say_.random().chance(1, 2) ? "\n" : "  " + say_.random().pick(remarks) + "\n";
    }
    at_line_start_ = true;
}

void condition_text::break_line() {
    while (!out_.empty() && out_.back() == ' ') {
        out_.pop_back();
    }
    end_line();
    out_ += std::string(say_.random().below(9), ' ');
}

bool condition_text::ends_a_word() const {
    const char last = out_.empty() ? ' ' : out_.back();
    return last == ')' || last == '"' || (last >= 'a' && last <= 'z');
}

void condition_text::term(std::string_view canonical, bool exact) {
    const place where = at_line_start_ ? place::line_start : place::inside_line;
    put(exact ? say_.exact_term(canonical, where) : say_.term(canonical, where));
}

void condition_text::name_of_value(std::string_view canonical) { term(canonical, false); }

// Answers show an undeclared name as it first stands, so there it keeps its letters.
void condition_text::fact_name(std::size_t index) {
    const fact& about = base_.facts[index];
    const bool first = !about.declared && shown_.insert(about.term).second;
    const bool alias = !about.aliases.empty() && say_.maybe(say_.how().aliases, 1, 3);
    term(alias ? about.aliases.front() : about.term, first);
}

void condition_text::conclusion_name(std::size_t index) {
    const conclusion& about = base_.conclusions[index];
    const bool first = !about.declared && shown_.insert(about.term).second;
    const bool alias = !about.aliases.empty() && say_.maybe(say_.how().aliases, 1, 3);
    term(alias ? about.aliases.front() : about.term, first);
}

void condition_text::any(const condition& body, binding around) {
    const bool needed = (body.form == shape::any && around != binding::loose) || (body.form == shape::all && around == binding::in_all);
    const bool wanted = say_.maybe(say_.how().parentheses, 1, 8) || (around == binding::in_any && say_.maybe(say_.how().parentheses));
    if (!needed && !wanted) {
        bare_form(body);
        return;
    }
    open_parenthesis();
    bare_form(body);
    close_parenthesis();
}

void condition_text::bare_form(const condition& body) {
    switch (body.form) {
    case shape::fact_test:
        fact_name(body.subject);
        comparison(base_.facts[body.subject], body.test);
        break;
    case shape::conclusion: conclusion_name(body.subject); break;
    case shape::negation: negation(body); break;
    case shape::any: joined(body, "or", "∨", binding::in_any); break;
    case shape::all: joined(body, "and", "∧", binding::in_all); break;
    default: list(body); break;
    }
}

// A line may begin with `and` and `or` even outside parentheses; whether it may with ∧ is left open.
void condition_text::joined(const condition& body, std::string_view word, std::string_view symbol, binding inner) {
    bool first = true;
    for (const condition& member : body.members) {
        if (!first) {
            const bool breaks = say_.maybe(say_.how().line_breaks, 1, 5);
            put(" ");
            if (breaks) {
                break_line();
            }
            const bool sign = (!breaks || depth_ > 0) && say_.maybe(say_.how().symbols);
            put(sign ? std::string(symbol) : say_.keyword(word));
            put(" ");
        }
        first = false;
        any(member, inner);
    }
}

void condition_text::negation(const condition& body) {
    put(say_.maybe(say_.how().symbols) ? "¬" : say_.keyword("not") + " ");
    any(body.members.front(), binding::in_all);
}

void condition_text::list_head(const condition& body) {
    switch (body.form) {
    case shape::all_of: put(say_.keyword("all of")); break;
    case shape::any_of: put(say_.keyword("any of")); break;
    case shape::none_of: put(say_.keyword("none of")); break;
    case shape::at_least: put(say_.keyword("at least") + " "); break;
    case shape::at_most: put(say_.keyword("at most") + " "); break;
    default: put(say_.keyword("exactly") + " "); break;
    }
    if (body.form != shape::all_of && body.form != shape::any_of && body.form != shape::none_of) {
        put(say_.count(static_cast<std::int64_t>(body.count)) + " " + say_.keyword("of"));
    }
    put(" ");
}

void condition_text::list(const condition& body) {
    list_head(body);
    open_parenthesis();
    for (std::size_t i = 0; i < body.members.size(); ++i) {
        if (i > 0) {
            comma();
        }
        if (body.applied) {
            fact_name(body.members[i].subject);
        } else {
            any(body.members[i], binding::loose);
        }
    }
    close_parenthesis();
    if (body.applied) {
        // The first member stands for all: the constant is spelled as one of its values.
        comparison(base_.facts[body.members.front().subject], body.test);
    }
}

void condition_text::open_parenthesis() {
    put("(");
    ++depth_;
    if (say_.maybe(say_.how().line_breaks, 1, 12)) {
        break_line();
    }
}

void condition_text::close_parenthesis() {
    if (say_.maybe(say_.how().line_breaks, 1, 20)) {
        break_line();
    }
    --depth_;
    put(")");
}

void condition_text::comma() {
    put(say_.comma());
    if (say_.maybe(say_.how().line_breaks, 1, 4)) {
        break_line();
    }
}

void condition_text::names(const std::vector<std::string>& list) {
    open_parenthesis();
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) {
            comma();
        }
        term(list[i], true);
    }
    close_parenthesis();
}

}  // namespace advise::tests

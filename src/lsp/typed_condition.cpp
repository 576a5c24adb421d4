#include "typed_condition.hpp"

namespace advise::cli::lsp {
namespace {

using enum typed_mode;
using text = std::string_view;

bool is_sign_of_comparison(text lower) { return lower == ">=" || lower == "<=" || lower == "!=" || lower == "=" || lower == "<" || lower == ">"; }

/// Takes tokens one after the other; where one makes no sense the place stays as it is.
class reader {
public:
    reader(std::span<const typed_token> tokens, std::size_t word_begin) : tokens_(tokens) { place_.term_begin = word_begin; }

    typed_place run() {
        const std::size_t word_begin = place_.term_begin;
        place_.mode = operand;
        for (at_ = 0; at_ < tokens_.size(); ++at_) take(tokens_[at_]);
        const bool unfinished = place_.mode == behind_term || place_.mode == behind_value || (place_.mode == listed_value && in_value_)
                                || (place_.mode == behind_conclusion && in_value_) || (place_.mode == behind_text && in_value_);
        place_.term_begin = unfinished ? begun_ : word_begin;
        place_.inside = !frames_.empty();
        place_.in_list = !frames_.empty() && frames_.back().list;
        return place_;
    }

private:
    struct frame {
        bool list = false;
        std::string first;  ///< member of it
    };

    [[nodiscard]] text next() const { return at_ + 1 < tokens_.size() ? text(tokens_[at_ + 1].lower) : text(); }
    [[nodiscard]] bool is_last() const { return at_ + 1 == tokens_.size(); }

    void take(const typed_token& t) {
        switch (place_.mode) {
        case operand: return take_operand(t);
        case behind_term:
        case behind_list: return take_behind_term(t);
        case behind_is: return take_behind_is(t);
        case behind_at: return take_behind_at(t);
        case value: return begin_value(t, behind_value);
        case values_or_range: return t.lower == "(" ? go(listed_value) : begin_value(t, behind_value);
        case listed_value: return take_listed(t);
        case number: return go(of);
        case of: return go(open);
        case open: return open_list(t);
        case conclusion:
            if (t.lower == "not") place_.negated = true;
            else begin_value(t, behind_conclusion);
            return;
        case behind_conclusion: return t.lower == ")" ? void(in_value_ = false) : take_behind(t);
        case language: return t.kind == typed_kind::quoted ? go(behind_text) : void();
        case source: return begin_value(t, behind_text);
        default: return take_behind(t);
        }
    }

    void go(typed_mode mode) {
        place_.mode = mode;
        in_value_ = false;
    }

    void take_operand(const typed_token& t) {
        if (t.lower == "not" || t.lower == ",") return;
        if (t.lower == "(") return frames_.push_back({});
        if (t.lower == ")") return close();
        counts_ = true;
        if (t.lower == "at" && (is_last() || next() == "least" || next() == "most")) return go(behind_at);
        if (t.lower == "exactly" && (is_last() || tokens_[at_ + 1].kind == typed_kind::number)) return go(number);
        const bool quantifier = t.lower == "all" || t.lower == "any" || t.lower == "none";
        if (quantifier && next() == "of" && (at_ + 2 == tokens_.size() || tokens_[at_ + 2].lower == "(")) return ++at_, go(open);
        begun_ = t.begin;
        place_.term = spelled(t);
        go(behind_term);
        if (!frames_.empty() && frames_.back().list && frames_.back().first.empty()) frames_.back().first = place_.term;
    }

    void open_list(const typed_token& t) {
        if (t.lower != "(") return;
        frames_.push_back({true, {}});
        go(operand);
    }

    void take_behind_term(const typed_token& t) {
        const bool list = place_.mode == behind_list;
        if (!list) place_.compared = place_.term;
        counts_ = false;
        if (is_sign_of_comparison(t.lower) || t.lower == "includes") return go(value);
        if (t.lower == "is") return go(behind_is);
        if (t.lower == "at" && (is_last() || next() == "least" || next() == "most")) return go(behind_at);
        const bool in = t.lower == "in" && t.kind == typed_kind::word;
        if (in && (is_last() || next() == "(" || tokens_[at_ + 1].kind == typed_kind::number)) return go(values_or_range);
        if (ends_operand(t) || list) return take_behind(t);
        place_.term += " " + std::string(t.text);
        if (!frames_.empty() && frames_.back().list && place_.term.starts_with(frames_.back().first)) frames_.back().first = place_.term;
    }

    void take_behind_is(const typed_token& t) {
        if (t.lower == "not") return go(value);
        if (t.lower == "at") return go(behind_at);
        begin_value(t, behind_value);
    }

    void take_behind_at(const typed_token& t) {
        if (t.lower == "least" || t.lower == "most") go(counts_ ? number : value);
    }

    void begin_value(const typed_token& t, typed_mode then) {
        begun_ = t.begin;
        go(then);
        in_value_ = true;
    }

    void take_listed(const typed_token& t) {
        if (t.lower == ")") return go(behind_group);
        if (t.lower == ",") in_value_ = false;
        else if (!in_value_) begin_value(t, listed_value);
    }

    static bool ends_operand(const typed_token& t) {
        if (t.kind == typed_kind::quoted) return true;
        return t.lower == "and" || t.lower == "or" || t.lower == "because" || t.lower == "cites" || t.lower == "->" || t.lower == ")"
               || t.lower == ",";
    }

    /// What follows an operand, a conclusion, a text.
    void take_behind(const typed_token& t) {
        if (t.lower == "and" || t.lower == "or") return go(operand);
        if (t.lower == ",") return !frames_.empty() && frames_.back().list ? go(operand) : void();
        if (t.lower == ")") return close();
        if (t.lower == "->") return go(conclusion);
        if (t.lower == "because") return go(language);
        if (t.lower == "cites") return go(source);
        if (t.kind == typed_kind::quoted) in_value_ = false;
    }

    void close() {
        const frame closed = frames_.empty() ? frame{} : frames_.back();
        if (!frames_.empty()) frames_.pop_back();
        place_.compared = closed.first;
        go(closed.list ? behind_list : behind_group);
    }

    std::span<const typed_token> tokens_;
    std::size_t at_ = 0;
    typed_place place_;
    std::vector<frame> frames_;
    std::size_t begun_ = 0;
    bool in_value_ = false;
    bool counts_ = false;  ///< `at least` counts members; otherwise it compares
};

}  // namespace

typed_place place_in_condition(std::span<const typed_token> tokens, std::size_t word_begin) { return reader(tokens, word_begin).run(); }

std::string spelled(const typed_token& of) {
    if (of.kind != typed_kind::quoted) return std::string(of.text);
    return std::string(of.text.substr(1, of.text.size() - 2));
}

}  // namespace advise::cli::lsp

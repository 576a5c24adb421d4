#include "csv.hpp"

#include "../pipeline.hpp"
#include "../render/json_writer.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace advise::cli::batch {
namespace {

using grammar::message;

/// Behind the quoted text whose opening quote stands at `at`: its closing quote, npos where there is none. A doubled quote is none.
std::size_t closing_quote(std::string_view text, std::size_t at) {
    for (++at;; at += 2) {
        at = text.find('"', at);
        if (at == std::string_view::npos || at + 1 >= text.size() || text[at + 1] != '"') return at;
    }
}

/// The cells of a row, one after the other.
class cells {
public:
    explicit cells(std::string_view row) : row_(row) {}

    std::size_t begin = 0;  ///< of the cell
    std::string text;       ///< what it says
    message wrong = message::none;
    std::size_t wrong_at = 0;

    /// \return false behind the last cell, and after an error
    bool next() {
        if (done_ || wrong != message::none) return false;
        begin = at_;
        text.clear();
        if (at_ < row_.size() && row_[at_] == '"') read_quoted();
        else read_plain();
        if (at_ < row_.size()) ++at_;
        else done_ = true;
        return wrong == message::none;
    }

private:
    void fail(message why, std::size_t at) {
        wrong = why;
        wrong_at = at;
    }
    void read_plain() {
        const std::size_t end = std::min(row_.find(',', at_), row_.size());
        text = row_.substr(at_, end - at_);
        if (const std::size_t quote = text.find('"'); quote != std::string::npos) fail(message::csv_quote_inside, at_ + quote);
        at_ = end;
    }
    void read_quoted() {
        const std::size_t end = closing_quote(row_, at_);
        if (end == std::string_view::npos) return fail(message::csv_quote_open, at_);
        for (std::size_t i = at_ + 1; i < end; ++i) {
            text += row_[i];
            if (row_[i] == '"') ++i;
        }
        at_ = end + 1;
        if (at_ < row_.size() && row_[at_] != ',') fail(message::csv_after_quote, at_);
    }

    std::string_view row_;
    std::size_t at_ = 0;
    bool done_ = false;
};

refusal refuse(message why, std::uint32_t column, const reading& how, grammar::arguments arguments = {}) {
    return {grammar::code_of(why), grammar::text_of(why, language_of(how.chosen, how.rules.language), arguments), column, 0};
}

std::uint32_t column_at(std::string_view row, std::size_t offset) {
    return static_cast<std::uint32_t>(grammar::code_points(row.substr(0, offset))) + 1;
}

/// A text as a JSON string that is read back as exactly this: bytes that are no UTF-8 stay, so that they are refused as they are everywhere.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out.append({'\\', c});
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c == '\t') out += "\\t";
        else if (byte < 0x20) out += fmt::format("\\u{:04x}", byte);
        else out += c;
    }
    out += '"';
}

std::string_view boolean_of(std::string_view cell) {
    for (const std::string_view yes : {"true", "TRUE", "True"})
        if (cell == yes) return "true";
    for (const std::string_view no : {"false", "FALSE", "False"})
        if (cell == no) return "false";
    return {};
}

void append_value(std::string& out, std::string_view cell, bool has_booleans) {
    const std::string_view boolean = has_booleans ? boolean_of(cell) : std::string_view();
    if (boolean.empty()) append_string(out, cell);
    else out += boolean;
}

bool is_choice(engine::fact_type type) { return type == engine::fact_type::one_of || type == engine::fact_type::any_of; }

}  // namespace

namespace {

std::size_t end_of_quoted_row(std::string_view text) {
    const std::size_t feed = text.find('\n');
    if (text.substr(0, feed).find('"') == std::string_view::npos) return feed;
    for (std::size_t at = 0; at < text.size(); ++at) {  // at the beginning of a cell
        if (text[at] == '"') {
            at = closing_quote(text, at);
            if (at == std::string_view::npos) return at;
        }
        at = text.find_first_of(",\n", at);
        if (at == std::string_view::npos || text[at] == '\n') return at;
    }
    return std::string_view::npos;
}

}  // namespace

std::size_t end_of_row(std::string_view text, std::size_t longest) {
    const std::size_t end = end_of_quoted_row(text);
    return end == std::string_view::npos || end > longest ? text.find('\n', longest) : end;
}

csv_header read_header(std::string_view row, const engine::rule_base& rules, const reading& how) {
    csv_header made;
    made.says_nothing = true;
    cells each(row);
    while (each.next()) {
        const engine::fact_id fact = rules.names.fact(each.text);
        made.says_nothing = made.says_nothing && fact == engine::nothing && each.text != "id";
        made.names.push_back(each.text);
        made.keys.emplace_back();
        if (!each.text.empty()) append_string(made.keys.back(), each.text);
        if (!each.text.empty()) made.keys.back() += ':';
        made.has_booleans.push_back(fact != engine::nothing && !(is_choice(rules.facts[fact].type) && rules.names.value(fact, "true")));
    }
    if (each.wrong != message::none) made.wrong = refuse(each.wrong, column_at(row, each.wrong_at), how);
    std::vector<std::string> sorted = made.names;
    std::erase(sorted, std::string());
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end()) made.twice = *twice;
    return made;
}

refusal append_row(std::string& out, std::string_view row, const csv_header& header, const reading& how, std::string& id) {
    const std::size_t before = out.size();
    std::size_t count = 0, id_at = 0, id_end = 0;
    cells each(row);
    for (out += '{'; each.next(); ++count) {
        if (count >= header.keys.size() || each.text.empty() || header.keys[count].empty()) continue;
        if (out.size() != before + 1) out += ',';
        out += header.keys[count];
        if (header.names[count] == "id") id_at = out.size();
        append_value(out, each.text, header.has_booleans[count]);
        if (header.names[count] == "id") id_end = out.size();
    }
    out += '}';
    if (each.wrong == message::none && count == header.keys.size()) return {};
    id = out.substr(id_at, id_end - id_at);
    out.resize(before);
    if (each.wrong != message::none) return refuse(each.wrong, column_at(row, each.wrong_at), how);
    return refuse(message::csv_cells, 1, how, {grammar::figures(count), grammar::figures(header.keys.size())});
}

std::uint32_t column_of_cell(std::string_view row, std::string_view record, std::size_t offset) {
    std::size_t member = 0;
    bool inside = false;
    for (std::size_t at = 0; at < std::min(offset, record.size()); ++at) {
        if (record[at] == '\\' && inside) ++at;
        else if (record[at] == '"') inside = !inside;
        else if (record[at] == ',' && !inside) ++member;
    }
    cells each(row);
    while (each.next())
        if (!each.text.empty() && member-- == 0) return column_at(row, each.begin);
    return 1;
}

}  // namespace advise::cli::batch

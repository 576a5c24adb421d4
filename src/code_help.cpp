#include "code_help.hpp"

#include "catalogue.hpp"
#include "render/text.hpp"

#include <array>

namespace advise::cli {
namespace {

/// "a1003" is A1003 too.
std::string in_capitals(std::string_view code) {
    std::string text(code);
    if (!text.empty() && text[0] == 'a') text[0] = 'A';
    return text;
}

/// A sentence of the catalogue with its holes left open.
std::string with_open_holes(std::string_view sentence) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool hole = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
        text += hole ? std::string_view("…") : sentence.substr(i, 1);
        if (hole) i += 2;
    }
    return text;
}

/// What messages with this code say, each once.
std::vector<std::string> messages_of(std::string_view code, grammar::language in) {
    std::vector<std::string> all;
    for (const grammar::message_entry& entry : grammar::message_catalogue()) {
        if (entry.code == code) all.push_back(with_open_holes(in == grammar::language::fa ? entry.fa : entry.en));
    }
    return all;
}

void put_example(std::string& out, say heading, std::string_view lines, grammar::language in) {
    out += "\n" + tell(heading, in) + "\n";
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        out.append("    ").append(lines.substr(0, end)).append("\n");
        lines.remove_prefix(end + 1);
    }
}

}  // namespace

std::string_view rules_of_examples() {
    return "fact parallelism: level\n"
           "fact enjoys teaching: yes/no\n"
           "fact years of experience: number 0..60 years\n"
           "fact degree: one of (none, bachelor, master)\n"
           "fact spoken languages: any of (english, persian)\n"
           "role infra\n"
           "    when parallelism >= advanced\n"
           "    +1 enjoys teaching\n"
           "    +1 years of experience >= 5\n"
           "    +1 degree = master\n"
           "    +1 spoken languages includes english\n";
}

const code_entry* find_code(std::string_view code) {
    for (const auto& group : {syntax_codes(), names_codes(), types_codes(), proofs_codes(), lints_codes(), profile_codes(), files_codes()}) {
        for (const code_entry& entry : group) {
            if (entry.code == code) return &entry;
        }
    }
    return nullptr;
}

std::string code_help(std::string_view code, grammar::language in, const surface& on) {
    const code_entry* entry = find_code(in_capitals(code));
    if (entry == nullptr) return {};
    document page;
    page.blocks.push_back(title(std::string(entry->code)));
    for (std::string& message : messages_of(entry->code, in)) page.blocks.push_back(paragraph({std::move(message), tone::strong}));
    page.blocks.push_back(gap());
    page.blocks.push_back(paragraph(std::string(in == grammar::language::fa ? entry->why_fa : entry->why_en)));
    std::string out = render_text(page, on, in);
    if (entry->kind == example_kind::none) return out;
    put_example(out, say::heading_wrong, entry->wrong, in);
    put_example(out, say::heading_right, entry->right, in);
    return out;
}

}  // namespace advise::cli

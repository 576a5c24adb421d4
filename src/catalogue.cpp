#include "catalogue.hpp"

#include <array>
#include <cstddef>

namespace advise::cli {
namespace {

constexpr auto count = static_cast<std::size_t>(say::say_count);
using table = std::array<const sentence_entry*, count>;

void enter(table& all, std::span<const sentence_entry> section) {
    for (const sentence_entry& entry : section) all[static_cast<std::size_t>(entry.id)] = &entry;
}

const table& everything() {
    static const table all = [] {
        table made{};
        for (const auto& section : sections()) enter(made, section);
        return made;
    }();
    return all;
}

}  // namespace

std::vector<std::span<const sentence_entry>> sections() {
    return {shell_sentences(), words_sentences(), pages_sentences(), compare_sentences(), plan_sentences(), verify_sentences(), drawing_sentences(), ask_sentences(), fmt_sentences(), graph_sentences(), compile_sentences(), compile_binary_sentences(), check_sentences(), test_sentences(), lsp_sentences(), diff_sentences(), batch_sentences()};
}

std::string_view sentence(say id, grammar::language in) {
    const auto index = static_cast<std::size_t>(id);
    const sentence_entry* entry = index < count ? everything()[index] : nullptr;
    if (entry == nullptr) return {};
    return in == grammar::language::fa ? entry->fa : entry->en;
}

std::string tell(say id, grammar::language in, std::initializer_list<std::string_view> arguments) {
    const std::string_view pattern = sentence(id, in);
    std::string out;
    out.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool hole = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const auto number = hole ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
        if (number >= arguments.size()) {
            out += pattern[i];
            continue;
        }
        out += arguments.begin()[number];
        i += 2;
    }
    return out;
}

}  // namespace advise::cli

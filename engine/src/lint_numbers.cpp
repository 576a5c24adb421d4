// Numbers such as 1.500, whose point parts thousands for those who write them so: one and a half here.
#include "lint_state.hpp"
#include "shown.hpp"

#include <advise/grammar/habits.hpp>

namespace advise::engine::lints {

void look_at_numbers(const lint_state& state) {
    for (const written_number& one : state.files.numbers) {
        const std::string_view text = state.file(one.at)->text(one.at.where);
        // A range is one value as it is written; its ends are looked at by themselves.
        const std::size_t dots = text.find("..");
        for (const std::size_t begin : {std::size_t{0}, dots == text.npos ? text.size() : dots + 2}) {
            const std::string_view number = grammar::without_blanks(text.substr(begin, begin == 0 ? dots : text.npos));
            const std::string thousands = grammar::thousands_meant(number);
            if (thousands.empty()) continue;
            const std::string shown = number_shown(begin == 0 ? one.low : one.high);
            const std::string_view said = number.substr(0, number.find(' '));
            const auto offset = static_cast<std::uint32_t>(number.data() - text.data());
            const origin at{one.at.file, {one.at.where.begin + offset, one.at.where.begin + offset + static_cast<std::uint32_t>(said.size())}};
            state.tell(message::number_like_thousands, at, {std::string(said), grammar::figures(shown)})
                .help.push_back({message::help_thousands_or_fraction, {thousands, grammar::figures(shown)}});
        }
    }
}

}  // namespace advise::engine::lints

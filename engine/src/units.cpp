#include "units.hpp"

#include <advise/grammar/term_key.hpp>

namespace advise::engine {

std::string unit_key(std::string_view unit) {
    std::string key = grammar::term_key(unit);
    if (key == "سال") return "year";
    if (key.size() > 1 && key.back() == 's') key.pop_back();
    return key;
}

std::string unit_shown(const std::string& unit, std::string_view language) { return language == "fa" && unit_key(unit) == "year" ? "سال" : unit; }

}  // namespace advise::engine

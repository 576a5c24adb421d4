// Reads a profile and shows what came out as one text.
#pragma once

#include "reading.hpp"

namespace reading {

inline std::string shown(const grammar::profile_value& v) {
    using enum grammar::profile_value_kind;
    switch (v.kind) {
    case bare: return "bare";
    case text: return v.quoted ? "'" + v.content + "'" : v.content;
    case number: return "#" + std::to_string(v.number.micro);
    case boolean: return v.boolean ? "true" : "false";
    case null: return "null";
    default: break;
    }
    std::string out = "[";
    for (const auto& item : v.items) out += (out.size() == 1 ? "" : " ") + shown(item);
    return out + "]";
}

struct profile {
    std::shared_ptr<grammar::source> file;
    grammar::diagnostics found;
    grammar::profile read;

    explicit profile(std::string text) {
        bool usable = true;
        file = grammar::read_source("p.txt", std::move(text), 0, found, usable);
        if (usable) read = grammar::parse_profile(file, found);
    }
    /// "1 key=value; 2 key=value; closed"
    [[nodiscard]] std::string entries() const {
        std::string out;
        for (const auto& e : read.entries) out += std::to_string(e.line) + " " + e.key + "=" + shown(e.value) + "; ";
        return out + (read.closed ? "closed" : "");
    }
};

/// The entries of a profile without errors; else what was said.
inline std::string entries(std::string text) {
    const profile p(std::move(text));
    return p.found.errors() ? report(p.found) : p.entries();
}

}  // namespace reading

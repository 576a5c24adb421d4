// What is said about profiles (A3…).
#include "message_tables.hpp"

#include <vector>

namespace advise::grammar {

std::span<const message_entry> profile_messages() {
    static const std::vector<message_entry> table{
        // {message::x, "A3001", severity::error, "English {0}", "فارسی {0}"},
    };
    return table;
}

}  // namespace advise::grammar

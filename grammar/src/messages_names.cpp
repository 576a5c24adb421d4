// What is said about names, types and the logic of a rule base (A1…, A2…).
#include "message_tables.hpp"

#include <vector>

namespace advise::grammar {

std::span<const message_entry> names_messages() {
    static const std::vector<message_entry> table{
        // {message::x, "A1001", severity::error, "English {0}", "فارسی {0}"},
    };
    return table;
}

}  // namespace advise::grammar

// The texts that are open in the editor.
#pragma once

#include "positions.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli::lsp {

/// A change of a text; without a range all of it.
struct text_change {
    std::optional<range> where;
    std::string text;
};

struct document {
    std::string path;  ///< "" where the address is of no file
    std::string text;
    std::int64_t version = 0;
};

/// Open documents by address.
class documents {
public:
    void open(const std::string& uri, std::string text, std::int64_t version);
    void close(const std::string& uri) { open_.erase(uri); }
    /// Positions outside the text are taken as its nearest place. \return false where nothing of that address is open. O(bytes of the text)
    bool change(const std::string& uri, const text_change& made);
    void set_version(const std::string& uri, std::int64_t version);

    [[nodiscard]] const document* find(const std::string& uri) const;
    [[nodiscard]] const std::map<std::string, document>& all() const { return open_; }
    /// The open document that a path leads to by its name alone; "" for none.
    [[nodiscard]] std::string uri_of(std::string_view path) const;

private:
    std::map<std::string, document> open_;
};

}  // namespace advise::cli::lsp

// Messages of the Language Server Protocol as they come in: a header with a length in bytes, an empty line, a body.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli::lsp {

enum class frame_fault : std::uint8_t {
    none,
    header,   ///< bytes that are no header: skipped to the next one
    too_long  ///< the body is over the limit: it is skipped
};

struct frame {
    std::string body;
    frame_fault fault = frame_fault::none;
};

/// Cuts a stream of bytes into messages. Whatever comes in, it goes on: what is no message is told once and passed over. Keeps at most one
/// message and the bytes of the last `feed`.
class frame_reader {
public:
    void feed(std::string_view bytes);
    /// The next message or fault; nullopt where more bytes are needed. Linear in the bytes fed, all calls together.
    std::optional<frame> next();

private:
    std::optional<frame> skip_body();
    std::optional<frame> read_header();
    bool find_header();
    frame lost();
    void drop_read();

    std::string bytes_;
    std::size_t at_ = 0;        ///< read so far
    std::uint64_t length_ = 0;  ///< of the body that is expected
    bool in_body_ = false;
    bool skipping_ = false;  ///< the body is too long, or the header was none
};

/// A message with its header.
std::string framed(std::string_view body);

}  // namespace advise::cli::lsp

// Why a request gets no answer.
#pragma once

#include <string>

namespace advise::cli::lsp {

inline constexpr int invalid_params = -32602, request_failed = -32803;

/// Thrown by the requests of the server, and told to the client.
struct refusal {
    int code;
    std::string message;
};

}  // namespace advise::cli::lsp

// The words that `--format` takes, and which of them which commands know.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace advise::cli {

/// In the order of output_format.
inline constexpr std::array<std::string_view, 11> format_words = {"pretty", "json",    "markdown", "html",  "dot",  "mermaid",
                                                                  "svg",    "concise", "github",   "sarif", "junit"};
inline constexpr std::span<const std::string_view> usual_formats = std::span(format_words).first(2), page_formats = std::span(format_words).first(4),
                                                   proof_formats = std::span(format_words).first(5), plan_formats = std::span(format_words).first(6);

}  // namespace advise::cli

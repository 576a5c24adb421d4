#include "rendering.hpp"

#include "html.hpp"
#include "markdown.hpp"
#include "page_parts.hpp"
#include "text.hpp"

#include <stdexcept>

namespace advise::cli {

std::string render(const document& page, output_format format, const surface& on, grammar::language in) {
    switch (format) {
        case output_format::pretty: return render_text(page, on, in);
        case output_format::markdown: return render_markdown(without_commands(page), in);
        case output_format::html: return render_html(without_commands(page), in);
        case output_format::json:
        case output_format::dot:
        case output_format::mermaid:
        case output_format::svg:
        case output_format::concise:
        case output_format::github:
        case output_format::sarif:
        case output_format::junit: break;
    }
    throw std::logic_error("no format for pages");
}

}  // namespace advise::cli

#include "trial.hpp"

#include <algorithm>
#include <map>

namespace advise::cli::lsp {

project after_edits(const project& of, const documents& open, const std::vector<edit>& edits) {
    documents changed = open;
    std::map<const text_file*, std::vector<const edit*>> by_file;
    for (const edit& each : edits) by_file[each.file].push_back(&each);
    for (auto& [file, own] : by_file) {
        std::sort(own.begin(), own.end(), [](const edit* a, const edit* b) { return a->where.begin > b->where.begin; });
        std::string text(file->source().written());
        for (const edit* each : own) {
            const std::uint32_t begin = file->source().written_offset(each->where.begin), end = file->source().written_offset(each->where.end);
            text.replace(begin, end - begin, each->text);
        }
        changed.open(file->uri(), std::move(text), 0);
    }
    return load_again(of, changed);
}

}  // namespace advise::cli::lsp

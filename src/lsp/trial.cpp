#include "trial.hpp"

#include <algorithm>
#include <set>

namespace advise::cli::lsp {

std::string text_after(const text_file& file, const std::vector<edit>& edits) {
    std::vector<const edit*> own;
    for (const edit& each : edits)
        if (each.file == &file) own.push_back(&each);
    std::sort(own.begin(), own.end(), [](const edit* a, const edit* b) { return a->where.begin > b->where.begin; });
    std::string text(file.source().written());
    for (const edit* each : own) {
        const std::uint32_t begin = file.source().written_offset(each->where.begin), end = file.source().written_offset(each->where.end);
        text.replace(begin, end - begin, each->text);
    }
    return text;
}

project after_edits(const project& of, const documents& open, const std::vector<edit>& edits) {
    documents changed = open;
    std::set<const text_file*> files;
    for (const edit& each : edits)
        if (files.insert(each.file).second) changed.open(each.file->uri(), text_after(*each.file, edits), 0);
    return load_again(of, changed);
}

}  // namespace advise::cli::lsp

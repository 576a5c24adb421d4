#include "check_fixes.hpp"

#include "file_provider.hpp"
#include "files.hpp"
#include "mending.hpp"
#include "render/words.hpp"
#include "unified_diff.hpp"

#include <advise/engine/lints.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace advise::cli {
namespace {

using engine::text_edit;
using engine::text_fix;
using grammar::message;
using grammar::source;

/// By the name of a file: its new bytes.
using new_texts = std::map<std::string, std::string>;

/// Where an edit stands in the bytes of its file. Marks that reading drops stay outside; what is replaced keeps none of its own.
std::pair<std::size_t, std::size_t> bytes_of(const text_edit& edit) {
    const std::size_t bom = edit.file->bytes().size() - edit.file->written().size();
    return {bom + edit.file->written_offset(edit.where.begin), bom + edit.file->written_offset(edit.where.end)};
}

new_texts texts_of(const std::vector<text_fix>& fixes) {
    std::map<const source*, std::vector<const text_edit*>> by_file;
    for (const text_fix& fix : fixes)
        for (const text_edit& edit : fix.edits) by_file[edit.file].push_back(&edit);
    new_texts made;
    for (auto& [file, edits] : by_file) {
        std::ranges::stable_sort(edits, [](const text_edit* a, const text_edit* b) { return a->where.begin < b->where.begin; });
        const std::string_view bytes = file->bytes();
        std::string text;
        std::size_t done = 0;
        for (const text_edit* edit : edits) {
            const auto [begin, end] = bytes_of(*edit);
            text.append(bytes.substr(done, begin - done)).append(edit->text);
            done = end;
        }
        made[file->name()] = text.append(bytes.substr(done));
    }
    return made;
}

/// Gives the new bytes of files in the place of those on the disk.
class mended_provider final : public engine::source_provider {
public:
    mended_provider(int standard_input, const new_texts& texts) : files_(standard_input), texts_(texts) {}
    file open_root(const std::string& name) override { return mended(files_.open_root(name)); }
    file open_import(const std::string& asked, const std::string& importer, const std::string& root) override {
        return mended(files_.open_import(asked, importer, root));
    }

private:
    file mended(file one) const {
        const auto found = texts_.find(one.name);
        if (found != texts_.end()) one.bytes = found->second;
        return one;
    }
    file_provider files_;
    const new_texts& texts_;
};

class mender {
public:
    mender(context& run, const loaded_rules& loaded)
        : run_(run), rules_(*loaded.rules), chosen_(fixes_to_make(rules_, [this](const auto& fixes) { return means_the_same(fixes); })) {}

    [[nodiscard]] const std::vector<text_fix>& chosen() const { return chosen_; }

    [[nodiscard]] std::string difference() const {
        std::string made;
        const new_texts texts = texts_of(chosen_);
        for (const grammar::source_ptr& file : rules_.files) {
            const auto found = texts.find(file->name());
            if (found != texts.end()) made += unified_diff(file->bytes(), found->second, file->name(), run_.out.color);
        }
        return made;
    }

    /// \return whether all could be written
    bool write() {
        const new_texts texts = texts_of(chosen_);
        for (const auto& [name, text] : texts) {
            if (!is_as_read(name)) {
                run_.complain(tell(say::fix_no_input, run_.spoken, {name}));
                return false;
            }
            if (const int failure = write_file(name, text); failure != 0) {
                run_.complain(tell(say::cannot_write, run_.spoken, {name, std::strerror(failure)}));
                return false;
            }
            const auto here = [&](const text_fix& fix) { return fix.at.file->name() == name; };
            const auto count = static_cast<std::size_t>(std::ranges::count_if(chosen_, here));
            if (!run_.chosen.quiet)
                run_.io.err.write(tell(count == 1 ? say::one_finding_fixed : say::many_findings_fixed, run_.spoken,
                                       {name, digits(fmt::format("{}", count), run_.spoken)})
                                  + "\n");
        }
        if (texts.empty() && !run_.chosen.quiet) run_.io.err.write(tell(say::fix_none, run_.spoken) + "\n");
        return true;
    }

private:
    /// Whether the name leads to the very text that was mended: a name is shown in printable form, and somebody may have changed the file since.
    [[nodiscard]] bool is_as_read(const std::string& name) const {
        const file_bytes now = read_file(name, grammar::limits::rules_bytes, run_.io.in);
        const auto file = std::ranges::find_if(rules_.files, [&](const grammar::source_ptr& one) { return one->name() == name; });
        return now.failure == message::none && file != rules_.files.end() && now.bytes == (*file)->bytes();
    }

    [[nodiscard]] bool means_the_same(const std::vector<text_fix>& fixes) const {
        const new_texts texts = texts_of(fixes);
        mended_provider provider(run_.io.in, texts);
        const engine::load_result again = engine::load_rules(run_.chosen.operands, provider);
        return !again.diagnostics.has_errors() && engine::same_meaning(rules_, *again.rules);
    }

    context& run_;
    const engine::rule_base& rules_;
    std::vector<text_fix> chosen_;
};

}  // namespace

std::optional<say> contradiction_in(const options& chosen) {
    if (chosen.fix && chosen.diff) return say::fix_alone;
    if (chosen.diff && chosen.format != output_format::pretty) return say::diff_alone;
    return std::nullopt;
}

mended mend(context& run, const loaded_rules& loaded) {
    for (const std::string& name : run.chosen.operands) {
        if (name != "-" && !name.starts_with("builtin:")) continue;
        run.complain(tell(say::fix_no_input, run.spoken, {name}));
        return {exit_code::usage, {}};
    }
    if (loaded.diagnostics.has_errors()) {
        if (!run.chosen.diff && !run.chosen.quiet) run.io.err.write(tell(say::fix_errors, run.spoken) + "\n");
        return {};
    }
    mender work(run, loaded);
    if (run.chosen.diff) {
        run.answer = work.difference();
        return {std::nullopt, work.chosen()};
    }
    if (!work.write()) return {exit_code::usage, {}};
    return {};
}

}  // namespace advise::cli

#include "compiled_rules.hpp"

#include "../files.hpp"

#include <advise/engine/compiled.hpp>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace advise::c {
namespace {

constexpr std::align_val_t alignment{64};

engine::load_result refused(grammar::message why, grammar::arguments arguments) {
    engine::load_result made;
    made.rules = std::make_unique<engine::rule_base>();
    made.diagnostics.add(why, {}, std::move(arguments));
    return made;
}

engine::load_result open_copy(const std::string& name, std::string_view bytes) {
    char* const at = static_cast<char*>(::operator new(bytes.size(), alignment));
    const std::shared_ptr<const void> keeper(at, [](const void* old) { ::operator delete(const_cast<void*>(old), alignment); });
    std::memcpy(at, bytes.data(), bytes.size());
    try {
        engine::load_result made = engine::open_compiled({name, {at, bytes.size()}, keeper});
        if (!made.diagnostics.has_errors()) engine::judge_all(*made.rules);
        return made;
    } catch (const engine::damaged_rules&) {
        return refused(grammar::message::compiled_damaged, {name});
    }
}

}  // namespace

std::optional<engine::load_result> load_compiled(const std::vector<std::string>& roots, const root_reader& from) {
    const auto found =
        std::ranges::find_if(roots, [&](const std::string& name) { return name.ends_with(".advb") || engine::is_compiled(from.beginning(name)); });
    if (found == roots.end()) return std::nullopt;
    const std::string name = cli::shown_name(*found);
    if (roots.size() > 1) return refused(grammar::message::compiled_not_alone, {name});
    const engine::source_provider::file file = from.all(*found);
    if (file.failure != grammar::message::none) return refused(file.failure, file.failure_arguments);
    return open_copy(name, file.bytes);
}

}  // namespace advise::c

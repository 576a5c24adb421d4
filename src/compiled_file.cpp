#include "compiled_file.hpp"

#include "embedded.hpp"
#include "file_provider.hpp"
#include "files.hpp"

#include <array>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace advise::cli {
namespace {

constexpr std::string_view compiled_ending = ".advb";

std::shared_ptr<const void> mapped(int opened, std::size_t size) {
    void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, opened, 0);
    if (at == MAP_FAILED) return nullptr;
    return {at, [size](const void* begin) { ::munmap(const_cast<void*>(begin), size); }};
}

}  // namespace

std::optional<engine::compiled_bytes> map_compiled(const std::string& name, std::vector<std::string>& inputs) {
    struct stat about {};
    if (name == "-" || ::stat(name.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    const descriptor opened(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!opened.valid() || ::fstat(opened.number(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    std::array<char, 8> begin{};
    const bool begins_so = ::pread(opened.number(), begin.data(), begin.size(), 0) == static_cast<ssize_t>(begin.size()) && engine::is_compiled({begin.data(), begin.size()});
    if (!begins_so && !name.ends_with(compiled_ending)) return std::nullopt;      // one that is called so is none of our texts, whatever is in it
    engine::compiled_bytes made;
    made.name = shown_name(name);
    const auto size = static_cast<std::size_t>(about.st_size);
    made.keeper = mapped(opened.number(), size);
    if (made.keeper != nullptr) made.bytes = {static_cast<const char*>(made.keeper.get()), size};
    inputs.push_back(fmt::format("{}:{}", about.st_dev, about.st_ino));
    return made;
}

std::optional<engine::load_result> load_if_compiled(const std::vector<std::string>& files, std::vector<std::string>& inputs) {
    std::optional<engine::compiled_bytes> found;
    if (files.empty() && !embedded_compiled().empty()) found = {std::string(embedded_rules_name), embedded_compiled(), nullptr, true};
    for (std::size_t i = 0; i < files.size() && !found; ++i) found = map_compiled(files[i], inputs);
    if (!found) return std::nullopt;
    if (files.size() <= 1) return engine::open_compiled(std::move(*found));
    engine::load_result refused;
    refused.rules = std::make_unique<engine::rule_base>();
    refused.diagnostics.add(grammar::message::compiled_not_alone, {}, {found->name});
    return refused;
}

}  // namespace advise::cli

// Run by the build: compiles the rule base that stands inside the program (advise_embed_compiled). OUTPUT BASE FILE: FILE and what it imports from BASE, named as
// the program names them.
#include "sha256.hpp"

#include <advise/engine/compiled.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace advise;

class folder_provider final : public engine::source_provider {
public:
    explicit folder_provider(std::string base) : base_(std::move(base)) {}
    file open_root(const std::string& name) override { return read(name); }
    file open_import(const std::string& asked, const std::string&, const std::string&) override { return read(asked); }

private:
    [[nodiscard]] file read(const std::string& path) const {
        file result;
        result.name = "builtin:" + path;
        result.identity = result.name;
        std::ifstream in(base_ + "/" + path, std::ios::binary);
        result.bytes.assign(std::istreambuf_iterator<char>(in), {});
        if (!in) {
            result.failure = grammar::message::file_not_found;
            result.failure_arguments = {path};
        }
        return result;
    }
    std::string base_;
};

std::string compiled_rules(const std::string& base, const std::string& root) {
    folder_provider provider(base);
    const engine::load_result loaded = engine::load_rules({root}, provider);
    if (loaded.diagnostics.has_errors()) return {};
    std::vector<std::string> hashes;
    for (const grammar::source_ptr& file : loaded.rules->files) hashes.push_back(cli::sha256(file->bytes()));
    return engine::compiled(engine::program(*loaded.rules), hashes).value_or("");
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const std::string made = compiled_rules(arguments[2], arguments[3]);
    std::ofstream out(arguments[1], std::ios::binary);
    out << made;
    if (!made.empty() && out.flush()) return 0;
    std::cerr << arguments[3] << ": cannot be compiled; 'advise check' says why\n";
    return 1;
}

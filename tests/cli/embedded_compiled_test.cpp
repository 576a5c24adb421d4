// The compiled rule base inside the program.
#include "embedded.hpp"
#include "file_provider.hpp"
#include "sha256.hpp"

#include <advise/engine/compiled.hpp>

#include <boost/test/unit_test.hpp>

namespace advise::cli {

BOOST_AUTO_TEST_CASE(the_compiled_rules_inside_the_program_are_those_of_the_texts_inside_it) {
    file_provider provider(-1);
    const engine::load_result texts = engine::load_rules({std::string(embedded_rules_name)}, provider);
    BOOST_REQUIRE(!texts.diagnostics.has_errors());
    std::vector<std::string> hashes;
    for (const grammar::source_ptr& file : texts.rules->files) hashes.push_back(sha256(file->bytes()));
    const std::optional<std::string> made = engine::compiled(engine::program(*texts.rules), hashes);
    BOOST_REQUIRE(made.has_value());
    BOOST_TEST((*made == embedded_compiled()));
}

}  // namespace advise::cli

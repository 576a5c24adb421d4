// What `check` says besides its findings.
#include "catalogue.hpp"

namespace advise::cli {
namespace {

constexpr sentence_entry all[] = {
    {say::one_claim_proved, "{0}; 1 claim proved", "{0}؛ ۱ ادعا اثبات شد"},
    {say::many_claims_proved, "{0}; {1} claims proved", "{0}؛ {1} ادعا اثبات شد"},
    {say::check_progress, "proving: {0}%", "در حال اثبات: {0}٪"},
};

}  // namespace

std::span<const sentence_entry> check_sentences() { return all; }

}  // namespace advise::cli

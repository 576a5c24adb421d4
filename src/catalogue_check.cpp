// What `check` says besides its findings.
#include "catalogue.hpp"

namespace advise::cli {
namespace {

constexpr sentence_entry all[] = {
    {say::one_claim_proved, "{0}; 1 claim proved", "{0}؛ ۱ ادعا اثبات شد"},
    {say::many_claims_proved, "{0}; {1} claims proved", "{0}؛ {1} ادعا اثبات شد"},
    {say::option_fail_level, "the mildest finding that makes the exit code 1", "خفیف‌ترین یافته‌ای که کد پایان را ۱ می‌کند"},
    {say::option_fix, "mends what is safe, in the files themselves", "آنچه را بی‌خطر است در خود پرونده‌ها درست می‌کند"},
    {say::example_check_github, "findings as GitHub shows them beside the lines", "یافته‌ها چنان که گیت‌هاب کنار سطرها نشان می‌دهد"},
    {say::example_check_fix, "mends what is safe, then reports the rest", "بی‌خطرها را درست می‌کند، سپس بقیه را گزارش می‌دهد"},
    {say::example_check_diff, "what --fix would change, without changing it", "آنچه --fix عوض می‌کند، بی آنکه عوض شود"},
    {say::one_finding_fixed, "fixed in {0}: 1 finding", "در {0} درست شد: ۱ یافته"},
    {say::many_findings_fixed, "fixed in {0}: {1} findings", "در {0} درست شد: {1} یافته"},
    {say::one_finding_would_be_fixed, "'advise check --fix' mends 1 finding as shown", "«advise check --fix» یک یافته را چنان که نشان داده شد درست می‌کند"},
    {say::many_findings_would_be_fixed, "'advise check --fix' mends {0} findings as shown", "«advise check --fix» {0} یافته را چنان که نشان داده شد درست می‌کند"},
    {say::fix_none, "nothing here can be fixed safely", "اینجا چیزی نیست که بتوان بی‌خطر درستش کرد"},
    {say::fix_errors, "nothing was mended: first mend the errors, then --fix can tell what is safe", "چیزی درست نشد: نخست خطاها را برطرف کنید تا --fix بداند چه چیز بی‌خطر است"},
    {say::fix_no_input, "--fix rewrites files, and '{0}' is none that can be rewritten", "--fix پرونده‌ها را بازنویسی می‌کند و «{0}» پرونده‌ای نیست که بتوان بازنوشت"},
    {say::fix_alone, "--fix changes the files and --diff only shows what it would change: give one of them", "--fix پرونده‌ها را عوض می‌کند و --diff تنها نشان می‌دهد چه عوض می‌شود: یکی از این دو را بدهید"},
    {say::diff_alone, "--diff prints a difference, in no other format", "--diff تفاوت را چاپ می‌کند، نه به قالبی دیگر"},
    {say::check_progress, "proving: {0}%", "در حال اثبات: {0}٪"},
};

}  // namespace

std::span<const sentence_entry> check_sentences() { return all; }

}  // namespace advise::cli

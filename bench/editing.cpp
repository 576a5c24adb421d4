// The language server: from an edit to its findings.
#include "measure.hpp"

#include "lsp/client.hpp"

namespace advise::bench {
namespace {

/// Rules of that many roles, two lines each; with findings, every twentieth contradicts itself.
std::string rules_of(int roles, bool with_findings)
{
    std::string text;
    for (int i = 0; i < roles; ++i) {
        text += "role r" + std::to_string(i) + "\n    when skill" + std::to_string(i % 300) + "x >= advanced and (skill1x or skill" + std::to_string(i % 7) + "x >= expert)";
        text += with_findings && i % 5 == 0 ? " and undeclarde\n" : "\n";
    }
    return text;
}

void measure(const std::string& what, bool with_findings)
{
    const cli::testing::folder here;
    cli::testing::client editor;
    editor.open("big.rules", rules_of(5000, with_findings));
    std::vector<double> taken;
    for (int i = 0; i < 41; ++i) {
        taken.push_back(seconds([&] {
            editor.change("big.rules", cli::lsp::range{{5001, 9}, {5001, 9}}, "y");
            editor.settle();
        }));
    }
    report(what, 1e3 * median(taken), "ms", bound::at_most, 50);
}

}  // namespace

void measure_editing(const setting&)
{
    heading("language server: an edit of 10,000 lines, to its findings");
    measure("without findings", false);
    measure("with 1,000 findings", true);
}

}  // namespace advise::bench

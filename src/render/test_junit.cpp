// Tests as JUnit's XML.
#include "markup.hpp"
#include "test_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

class junit_writer {
public:
    junit_writer(const engine::rule_base& rules, const test_report& report, grammar::language in) : rules_(rules), report_(report), in_(in) {}

    std::string write() {
        const auto& all = report_.outcomes;
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        text_ += fmt::format("<testsuites name=\"advise\" {}>\n", counts({all.data(), all.size()}));
        for (std::size_t from = 0; from < all.size();) {
            std::size_t to = from;
            while (to < all.size() && all[to].test().at.file == all[from].test().at.file) ++to;
            suite({all.data() + from, to - from}, from == 0);
            from = to;
        }
        text_ += "</testsuites>\n";
        return std::move(text_);
    }

private:
    using outcomes = std::span<const test_outcome>;

    static std::string counts(outcomes of) {
        const auto errors = std::ranges::count_if(of, [](const test_outcome& o) { return !o.bound.readable; });
        const auto passed = std::ranges::count_if(of, [](const test_outcome& o) { return o.passed(); });
        return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\"", of.size(), static_cast<std::ptrdiff_t>(of.size()) - passed - errors, errors);
    }

    [[nodiscard]] std::string file_of(const test_outcome& o) const { return markup(rules_.files[o.test().at.file]->name()); }

    void suite(outcomes of, bool first) {
        text_ += fmt::format("  <testsuite name=\"{}\" {}>\n", file_of(of.front()), counts(of));
        if (first) properties();
        for (const test_outcome& o : of) test(o);
        text_ += "  </testsuite>\n";
    }

    void properties() {
        if (!report_.coverage && !report_.mutants) return;
        text_ += "    <properties>\n";
        const auto property = [&](std::string_view name, std::size_t value) {
            text_ += fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, value);
        };
        if (report_.coverage) property("coverage_percent", report_.coverage->percent());
        if (report_.mutants) {
            using engine::mutant_fate;
            property("mutants_noticed_percent", percent_noticed(*report_.mutants));
            property("mutants_undecided", count(*report_.mutants, mutant_fate::undecided) + count(*report_.mutants, mutant_fate::untried));
        }
        text_ += "    </properties>\n";
    }

    void test(const test_outcome& o) {
        const grammar::place place = rules_.place_of(o.test().at);
        const std::string file = file_of(o);
        text_ += fmt::format("    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\"", markup(o.test().title), file, file,
                             place.file->position_of(place.where.begin).line);
        if (o.passed()) {
            text_ += "/>\n";
            return;
        }
        const words speak(rules_, o.bound.person, in_);
        text_ += ">\n";
        if (!o.bound.readable) text_ += fmt::format("      <error message=\"{}\"/>\n", markup(speak.say_it(say::test_unreadable)));
        else failure(o, speak);
        text_ += "    </testcase>\n";
    }

    /// A case has one failure; all that was not met stands in it.
    void failure(const test_outcome& o, const words& speak) {
        std::string first, all;
        for (const expectation_outcome& e : o.expectations) {
            if (e.met) continue;
            const std::string said = unmet_text(e, speak);
            if (first.empty()) first = said;
            all += fmt::format("{}: {}\n", markup(speak.place(e.expected->at)), markup(said));
        }
        text_ += fmt::format("      <failure message=\"{}\">{}</failure>\n", markup(first), all);
    }

    const engine::rule_base& rules_;
    const test_report& report_;
    grammar::language in_;
    std::string text_;
};

}  // namespace

std::string test_junit(const engine::rule_base& rules, const test_report& report, grammar::language in) {
    return junit_writer(rules, report, in).write();
}

}  // namespace advise::cli

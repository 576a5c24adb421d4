#include "print.hpp"
#include "profile_text.hpp"

namespace advise::tests {
namespace {

// A line of the fact's name alone says yes; not where `yes` is the name of a level.
bool may_stand_alone(const rule_base& base, const answer& line) {
    const fact& about = base.facts[line.subject];
    const bool plain_yes = about.type == fact_type::yes_no && line.kind == answer_kind::exactly && line.first == 1;
    return line.kind == answer_kind::affirmed || plain_yes;
}

std::string remark(speller& say) {
    static const std::vector<std::string> remarks{"# otherwise: yes", "#", "# c++: \"", "# یادداشت"};
    return say.maybe(say.how().comments, 1, 6) ? " " + say.random().pick(remarks) : "";
}

}  // namespace

std::string print_profile(const rule_base& base, const profile& known, const spelling& how) {
    profile_text writer(base, how);
    speller& say = writer.say();
    std::vector<std::string> lines;
    for (const answer& line : ordered(known, say)) {
        std::string text = say.term(writer.key_letters(line.subject), place::profile);
        if (!may_stand_alone(base, line) || !say.maybe(how.words, 1, 3)) {
            text += (say.maybe(how.tight, 1, 4) ? ":" : ": ") + writer.value_text(line);
        }
        lines.push_back(text + remark(say));
    }
    if (known.closed) {
        lines.push_back(writer.word("otherwise", {"بقیه"}) + ": " + writer.no() + remark(say));
    }
    if (say.maybe(how.decorations)) {
        lines.push_back(writer.word("name", {"نام"}) + ": Sara (the 2nd)");
        lines.push_back(writer.word("note", {"یادداشت"}) + ": knows c++: expert, they say");
    }
    if (how.shuffle) {
        say.random().shuffle(lines);
    }
    std::string text = how.bom ? "\uFEFF" : "";
    for (const std::string& line : lines) {
        text += line + (how.crlf ? "\r\n" : "\n");
        text += say.maybe(how.comments, 1, 6) ? (how.crlf ? "\r\n" : "\n  # x: y\n") : "";
    }
    return text;
}

}  // namespace advise::tests

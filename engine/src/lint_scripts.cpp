// Names that look alike, and words in which letters of two scripts are mixed. After UTS 39 (Unicode Security Mechanisms), whose table has thousands of
// characters; here are the letters that people have on their keyboards. Its folding of `rn` to `m`, of `1` to `l` and of `I` to `l` is left out: in names of
// skills and roles (APL, API) these are told apart.
#include "lint_state.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <map>

namespace advise::engine {
namespace {

struct look {
    char32_t of;
    char32_t as;
};

/// By code point. Small and capital letters apart: Greek Η looks like H, η does not.
constexpr look looks[] = {
    {U'0', U'o'},                                                                                                       // digit zero
    {U'\u0131', U'i'},      {U'\u0251', U'a'},      {U'\u0261', U'g'},                                                  // Latin ı ɑ ɡ
    {U'\u0391', U'a'},      {U'\u0392', U'b'},      {U'\u0395', U'e'},      {U'\u0396', U'z'},      {U'\u0397', U'h'},  // Greek Α Β Ε Ζ Η
    {U'\u0399', U'i'},      {U'\u039A', U'k'},      {U'\u039C', U'm'},      {U'\u039D', U'n'},      {U'\u039F', U'o'},  // Ι Κ Μ Ν Ο
    {U'\u03A1', U'p'},      {U'\u03A4', U't'},      {U'\u03A5', U'y'},      {U'\u03A7', U'x'},                          // Ρ Τ Υ Χ
    {U'\u03B1', U'a'},      {U'\u03B9', U'i'},      {U'\u03BA', U'k'},      {U'\u03BD', U'v'},      {U'\u03BF', U'o'},  // α ι κ ν ο
    {U'\u03C1', U'p'},      {U'\u03C5', U'u'},                                                                          // ρ υ
    {U'\u0405', U's'},      {U'\u0406', U'i'},      {U'\u0408', U'j'},                                                  // Cyrillic Ѕ І Ј
    {U'\u0410', U'a'},      {U'\u0412', U'b'},      {U'\u0415', U'e'},      {U'\u041A', U'k'},      {U'\u041C', U'm'},  // А В Е К М
    {U'\u041D', U'h'},      {U'\u041E', U'o'},      {U'\u0420', U'p'},      {U'\u0421', U'c'},      {U'\u0422', U't'},  // Н О Р С Т
    {U'\u0423', U'y'},      {U'\u0425', U'x'},                                                                          // У Х
    {U'\u0430', U'a'},      {U'\u0433', U'r'},      {U'\u0435', U'e'},      {U'\u043A', U'k'},      {U'\u043E', U'o'},  // а г е к о
    {U'\u043F', U'n'},      {U'\u0440', U'p'},      {U'\u0441', U'c'},      {U'\u0443', U'y'},      {U'\u0445', U'x'},  // п р с у х
    {U'\u0455', U's'},      {U'\u0456', U'i'},      {U'\u0458', U'j'},      {U'\u0475', U'v'},      {U'\u04BB', U'h'},  // ѕ і ј ѵ һ
    {U'\u0501', U'd'},      {U'\u051B', U'q'},      {U'\u051D', U'w'},                                                  // ԁ ԛ ԝ
    {U'\u0570', U'h'},      {U'\u0578', U'n'},      {U'\u057D', U'u'},      {U'\u0581', U'g'},      {U'\u0585', U'o'},  // Armenian հ ո ս ց օ
    {U'\u06AA', U'\u06A9'}, {U'\u06BE', U'\u0647'}, {U'\u06C1', U'\u0647'}, {U'\u06C3', U'\u0647'},                     // Arabic ڪ ھ ہ ۃ
    {U'\u06CD', U'\u06CC'}, {U'\u06D0', U'\u06CC'},                                                                     // ۍ ې
};

/// What a code point looks like; 0 for nothing else.
char32_t as_seen(char32_t point) {
    const look* const found = std::ranges::lower_bound(looks, point, {}, &look::of);
    return found != std::end(looks) && found->of == point ? found->as : 0;
}

bool is_latin(char32_t point) {
    return (point | 0x20) >= U'a' && (point | 0x20) <= U'z' ? true : point >= 0xC0 && point < 0x250 && grammar::is_letter(point);
}
bool is_foreign(char32_t point) { return point >= 0x370 && point < 0x590; }  // Greek, Cyrillic, Armenian

std::string encoded(char32_t point) {
    std::string out;
    grammar::encode(point, out);
    return out;
}

}  // namespace

std::string look_of(std::string_view spelling) {
    std::string seen;
    for (std::size_t at = 0; at < spelling.size();) {
        const grammar::decoded one = grammar::decode_one(spelling, at);
        const char32_t as = as_seen(one.point);
        grammar::encode(as == 0 ? one.point : as, seen);
        at += one.length;
    }
    return grammar::term_key(seen);
}

namespace lints {
namespace {

/// A name of something, and what that is: other names of one thing may look alike.
struct named {
    std::string_view spelling;
    std::size_t of = 0;
    origin at;
};

class script_lints {
public:
    explicit script_lints(const lint_state& state) : state_(state) {}

    void run() {
        std::vector<named> things;
        std::size_t number = 0;
        for (const fact& f : state_.rules.facts) {
            add(things, f.term, f.aka, f.at, number++);
            take_values(f.options);
        }
        for (const conclusion& c : state_.rules.conclusions) add(things, c.term, c.aka(), c.at, number++);
        take(things);
        for (const scale& s : state_.rules.scales)
            if (!s.built_in) take_values(s.levels);
    }

private:
    static void add(std::vector<named>& to, std::string_view term, const std::vector<std::string>& aka, const origin& at, std::size_t of) {
        to.push_back({term, of, at});
        for (const std::string& other : aka) to.push_back({other, of, at});
    }

    void take_values(const std::vector<option>& values) {
        std::vector<named> all;
        for (std::size_t i = 0; i < values.size(); ++i) all.push_back({values[i].term, i, values[i].at});
        take(all);
    }

    void take(const std::vector<named>& names) {
        std::map<std::string, const named*> first;
        for (const named& name : names) {
            const auto [earlier, fresh] = first.try_emplace(look_of(name.spelling), &name);
            const named& other = *earlier->second;
            if (fresh || other.of == name.of || grammar::term_key(other.spelling) == grammar::term_key(name.spelling)) {
                tell_mixed(name);  // a name that looks like another need not be told of twice
                continue;
            }
            grammar::diagnostic& made = state_.tell(message::look_alike, name.at, {std::string(name.spelling), std::string(other.spelling)});
            made.notes.push_back({{message::note_declared_here, {std::string(other.spelling)}}, state_.rules.place_of(other.at)});
            made.help.push_back({message::help_look_alike, {}});
        }
    }

    /// A word with a Latin letter and a letter of another script that looks like a Latin one.
    void tell_mixed(const named& name) {
        bool latin = false;
        char32_t strange = 0;
        std::size_t begin = 0;
        const auto end_word = [&](std::size_t end) {
            if (latin && strange != 0) {
                const std::string word(name.spelling.substr(begin, end - begin));
                state_.tell(message::mixed_scripts, name.at, {word, grammar::code_point_name(strange), encoded(as_seen(strange))})
                    .help.push_back({message::help_one_script, {}});
            }
            latin = false;
            strange = 0;
        };
        for (std::size_t at = 0; at < name.spelling.size();) {
            const grammar::decoded one = grammar::decode_one(name.spelling, at);
            if (!grammar::is_letter(one.point) && !grammar::is_mark(one.point)) {
                end_word(at);
                begin = at + one.length;
            }
            latin = latin || is_latin(one.point);
            if (strange == 0 && is_foreign(one.point) && as_seen(one.point) != 0) strange = one.point;
            at += one.length;
        }
        end_word(name.spelling.size());
    }

    const lint_state& state_;
};

}  // namespace

void look_at_scripts(const lint_state& state) { script_lints(state).run(); }

}  // namespace lints
}  // namespace advise::engine

// Names that look alike, and words in which letters of several scripts are mixed, after UTS 39 (Unicode Security Mechanisms): the skeletons of its section 4,
// and the restriction level "moderately restrictive" of section 5.2, for each word by itself: a name may well have a Persian and a Latin word.
#include "lint_state.hpp"
#include "unicode_tables.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace advise::engine {
namespace {

using unicode::script;

std::string encoded(char32_t point) {
    std::string out;
    grammar::encode(point, out);
    return out;
}

/// Each code point that looks like something else put as that.
std::string as_seen(std::string_view spelling) {
    std::string seen;
    for (std::size_t at = 0; at < spelling.size();) {
        const grammar::decoded one = grammar::decode_one(spelling, at);
        const std::u32string_view look = unicode::look_of(one.point);
        for (const char32_t point : look) grammar::encode(point, seen);
        if (look.empty()) grammar::encode(one.point, seen);
        at += one.length;
    }
    return seen;
}

/// Digits as the letters that they look like, and a capital i as a small L; a capital L as one that stays apart from it.
std::string strokes_as_one(std::string_view seen) {
    std::string made;
    for (const char c : seen) {
        if (c == 'I' || c == '1') made += 'l';
        else if (c == '0') made += 'o';
        else if (c == 'L') made += "\xCA\x9F";  // U+029F
        else made += c;
    }
    return made;
}

/// What stands for a name when it is looked at: as it is written, in small letters, and with the strokes that differ in few fonts.
std::array<std::string, 3> looks_of(std::string_view spelling) {
    const std::string seen = as_seen(spelling);
    return {grammar::term_key(seen), grammar::term_key(as_seen(grammar::term_key(spelling))), grammar::term_key(strokes_as_one(seen))};
}

}  // namespace

bool look_alike(std::string_view a, std::string_view b) {
    const auto first = looks_of(a), second = looks_of(b);
    return std::ranges::any_of(std::array{0U, 1U, 2U}, [&](unsigned i) { return first[i] == second[i]; });
}

bool scripts_go_together(std::string_view word) {
    std::set<script> all;
    for (std::size_t at = 0; at < word.size();) {
        const grammar::decoded one = grammar::decode_one(word, at);
        if (grammar::is_letter(one.point)) all.insert(unicode::script_of(one.point));
        at += one.length;
    }
    all.erase(script::none);
    if (all.size() <= 1) return true;
    const auto within = [&](std::set<script> allowed) { return std::ranges::includes(allowed, all); };
    if (within({script::latn, script::hani, script::hira, script::kana}) || within({script::latn, script::hani, script::bopo})
        || within({script::latn, script::hani, script::hang}))
        return true;
    const bool strange = all.contains(script::grek) || all.contains(script::cyrl) || all.contains(script::other);
    return all.size() == 2 && all.contains(script::latn) && !strange;
}

namespace lints {
namespace {

/// A name of something, and what that is: other names of one thing may look alike.
struct named {
    std::string_view spelling;
    std::size_t of = 0;
    origin at;
};

/// Capitals and small letters written from left to right: a letter of one of these is taken for one of another.
bool is_alphabet(script s) {
    return s == script::latn || s == script::grek || s == script::cyrl || s == script::armn || s == script::geor || s == script::other;
}

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
        std::array<std::map<std::string, const named*>, 3> seen;
        for (const named& name : names) {
            const auto looks = looks_of(name.spelling);
            const named* alike = nullptr;
            for (std::size_t i = 0; i < looks.size(); ++i) {
                const named& first = *seen[i].try_emplace(looks[i], &name).first->second;
                if (alike == nullptr && are_two(first, name)) alike = &first;
            }
            if (alike != nullptr) tell_alike(name, *alike);
            else tell_mixed(name);  // a name that looks like another need not be told of twice
        }
    }

    static bool are_two(const named& a, const named& b) { return a.of != b.of && grammar::term_key(a.spelling) != grammar::term_key(b.spelling); }

    void tell_alike(const named& name, const named& other) {
        grammar::diagnostic& made = state_.tell(message::look_alike, name.at, {std::string(name.spelling), std::string(other.spelling)});
        made.notes.push_back({{message::note_declared_here, {std::string(other.spelling)}}, state_.rules.place_of(other.at)});
        made.help.push_back({message::help_look_alike, {}});
    }

    void tell_mixed(const named& name) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < name.spelling.size();) {
            const grammar::decoded one = grammar::decode_one(name.spelling, at);
            if (!grammar::is_letter(one.point) && !grammar::is_mark(one.point) && !grammar::is_digit(one.point)) {
                look_at_word(name, name.spelling.substr(begin, at - begin));
                begin = at + one.length;
            }
            at += one.length;
        }
        look_at_word(name, name.spelling.substr(begin));
    }

    /// The letters of a word that are of the script of most of them, and the others.
    struct word_letters {
        script mostly = script::none;
        char32_t usual = 0;             ///< the first letter of that script
        std::vector<char32_t> strange;  ///< letters of other scripts
    };

    static word_letters letters_of(std::string_view word) {
        std::vector<char32_t> letters;
        std::map<script, std::size_t> times;
        for (std::size_t at = 0; at < word.size();) {
            const grammar::decoded one = grammar::decode_one(word, at);
            at += one.length;
            if (!grammar::is_letter(one.point) || unicode::script_of(one.point) == script::none) continue;
            letters.push_back(one.point);
            ++times[unicode::script_of(one.point)];
        }
        word_letters made;
        for (const auto& [of, n] : times)
            if (made.mostly == script::none || n > times[made.mostly] || (n == times[made.mostly] && of == script::latn)) made.mostly = of;
        for (const char32_t letter : letters) {
            if (unicode::script_of(letter) != made.mostly) made.strange.push_back(letter);
            else if (made.usual == 0) made.usual = letter;
        }
        return made;
    }

    void look_at_word(const named& name, std::string_view word) {
        const word_letters letters = letters_of(word);
        if (letters.strange.empty()) return;
        for (const char32_t letter : letters.strange) {
            if (!is_alphabet(letters.mostly) || !is_alphabet(unicode::script_of(letter))) continue;
            if (const char32_t twin = unicode::twin_in(letters.mostly, letter); twin != 0)
                return tell(message::mixed_scripts, name, {std::string(word), grammar::code_point_name(letter), encoded(twin)});
        }
        if (!scripts_go_together(word))
            tell(message::scripts_mixed, name, {std::string(word), encoded(letters.usual), encoded(letters.strange.front())});
    }

    void tell(message what, const named& name, grammar::arguments arguments) {
        state_.tell(what, name.at, std::move(arguments)).help.push_back({message::help_one_script, {}});
    }

    const lint_state& state_;
};

}  // namespace

void look_at_scripts(const lint_state& state) { script_lints(state).run(); }

}  // namespace lints
}  // namespace advise::engine

#include "profiles.hpp"

#include "../file_provider.hpp"
#include "../keyword_help.hpp"
#include "navigate.hpp"
#include "overlay.hpp"
#include "rule_users.hpp"
#include "uri.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/habits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

namespace advise::cli::lsp {
namespace {

using grammar::language;

constexpr std::string_view shipped = embedded_rules_name;

struct typed_key {
    std::string key;
    std::uint32_t line = 0;  ///< from 0
    bool finished = true;    ///< a colon follows
};

/// Keys as somebody types them: a line that says nothing yet has one too, and what is read leaves it out.
std::vector<typed_key> keys_of(const grammar::profile& read) {
    std::vector<typed_key> keys;
    for (const grammar::profile_entry& e : read.entries) keys.push_back({e.key, e.line - 1, true});
    std::string_view text = read.file->text();
    if (is_json_profile(text)) return keys;
    keys.clear();
    for (std::uint32_t number = 0; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::string_view key = grammar::without_blanks(line.substr(0, std::min(line.find(':'), line.size())));
        if (!key.empty() && key.front() != '#') keys.push_back({std::string(key), number, line.find(':') != line.npos});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return keys;
}

std::size_t known_keys(const std::vector<typed_key>& keys, const engine::rule_base& rules) {
    return static_cast<std::size_t>(
        std::ranges::count_if(keys, [&](const typed_key& each) { return rules.names.fact(each.key) != engine::nothing; }));
}

/// What a profile says of itself and not of facts.
bool is_about_the_profile(const typed_key& each) {
    constexpr std::array<std::string_view, 6> words = {"name", "note", "otherwise", "نام", "یادداشت", "بقیه"};
    return each.finished && std::ranges::find(words, grammar::term_key(each.key)) != words.end();
}

/// Whether a profile says nothing of any facts yet, so that whose it is has to be seen from where it lies.
bool begins(const std::vector<typed_key>& keys, const grammar::profile& read) {
    return !is_json_profile(read.file->text()) && std::ranges::all_of(keys, is_about_the_profile);
}

/// Whether it has its own lines, and but one more, which is the beginning of the name or label of a fact.
bool begins_a_fact(const std::vector<typed_key>& keys, const engine::rule_base& rules) {
    const auto others = std::ranges::count_if(keys, [](const typed_key& each) { return !is_about_the_profile(each); });
    const auto typed = std::ranges::find_if(keys, [](const typed_key& each) { return !is_about_the_profile(each); });
    if (others != 1 || typed->finished) return false;
    const std::string begun = grammar::term_key(typed->key);
    const auto is_begun = [&](std::string_view name) { return grammar::term_key(name).starts_with(begun); };
    return std::ranges::any_of(rules.facts, [&](const engine::fact& f) {
        return is_begun(f.term) || std::ranges::any_of(f.aka, is_begun)
               || std::ranges::any_of(f.labels, [&](const auto& label) { return is_begun(label.text); });
    });
}

/// Rules that no other ones import are rules of their own.
std::vector<const project*> roots_of(const std::vector<const project*>& all) {
    std::vector<const project*> roots;
    for (const project* each : all) {
        const bool imported = std::ranges::any_of(all, [&](const project* other) {
            return other != each && other->file_named(each->root) != nullptr && each->file_named(other->root) == nullptr;
        });
        if (!imported) roots.push_back(each);
    }
    return roots;
}

/// Rules in the folder of a profile, else the first. There is one at least.
const project* nearest(const std::vector<const project*>& all, const std::string& uri) {
    const auto folder = [](const std::string& of) { return std::filesystem::path(path_of_uri(of)).parent_path(); };
    const auto own = std::ranges::find_if(all, [&](const project* each) { return folder(each->root) == folder(uri); });
    return own == all.end() ? all.front() : *own;
}

const grammar::profile_entry* entry_at(const open_profile& profile, std::uint32_t offset) {
    for (const grammar::profile_entry& e : profile.read.entries)
        if (e.where.begin <= offset && offset <= e.where.end) return &e;
    return nullptr;
}

/// The fact of a line as a name in the rules; nullptr where it has none.
const occurrence* fact_in_rules(const open_profile& profile, const name_table& names, const grammar::profile_entry& line) {
    const engine::rule_base& rules = *profile.rules->rules;
    const engine::fact_id f = rules.names.fact(line.key);
    if (f == engine::nothing) return nullptr;
    const std::string key = grammar::term_key(rules.facts[f].term);
    for (const occurrence& each : names.all())
        if (each.space == name_space::things && each.as != standing::other_name && each.key == key) return &each;
    return nullptr;
}

}  // namespace

bool is_json_profile(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && text[first] == '{';
}

language spoken_by(const open_profile& profile, std::optional<language> in) {
    if (in) return *in;
    return grammar::mostly_arabic(profile.read.file->text()) ? language::fa : language::en;
}

const project& rules_for_profiles::load(const std::vector<std::string>& roots, const documents& open) {
    std::string all;
    for (const std::string& root : roots) all += root + "\n";
    std::deque<project>& known = near_[all];
    if (known.empty()) known.push_back(load_project(roots, roots.front(), open_files(open)));
    return known.front();
}

void rules_for_profiles::reread(const std::set<std::string>& changed, const documents& open) {
    for (auto& [unused, projects] : near_)
        for (project& each : projects)
            if (std::ranges::any_of(changed, [&](const std::string& uri) { return each.file_named(uri) != nullptr; })) each = load_again(each, open);
}

const std::deque<project>& rules_for_profiles::in_folder(const std::string& folder, const documents& open) {
    const auto [at, fresh] = near_.try_emplace(folder);
    if (fresh)
        for (const std::string& path : rule_files_near(folder))
            if (open.uri_of(path).empty()) at->second.push_back(load_project(uri_of_path(path), open));
    return at->second;
}

const project* rules_for_profiles::choose(const grammar::profile& read, const std::string& uri, const std::vector<std::string>& named,
                                          const std::map<std::string, project>& loaded, const documents& open) {
    const std::vector<typed_key> keys = keys_of(read);
    if (!named.empty()) {
        const auto known = loaded.find(named.front());
        const project& chosen = known != loaded.end() && known->second.roots == named ? known->second : load(named, open);
        if (!chosen.sound()) return nullptr;
        return begins(keys, read) || known_keys(keys, *chosen.rules) > 0 || begins_a_fact(keys, *chosen.rules) ? &chosen : nullptr;
    }
    std::vector<const project*> all;
    for (const auto& [address, each] : loaded) all.push_back(&each);
    if (const std::string path = path_of_uri(uri); !path.empty())
        for (const project& each : in_folder(std::filesystem::path(path).parent_path().string(), open)) all.push_back(&each);
    all = roots_of(all);
    std::erase_if(all, [](const project* each) { return !each->sound(); });
    all.push_back(&load({std::string(shipped)}, open));
    if (begins(keys, read)) return nearest(all, uri);  // whose it is to be will show
    const project* best = nullptr;
    std::size_t most = 0;
    for (const project* each : all) {
        const std::size_t known = each->sound() ? known_keys(keys, *each->rules) : 0;
        if (known > most) best = each;
        most = std::max(most, known);
    }
    if (best != nullptr || is_json_profile(read.file->text())) return best;
    const auto begun = std::ranges::find_if(all, [&](const project* each) {
        return (each->root != shipped || keys.size() > 1) && begins_a_fact(keys, *each->rules);  // one word alone may be anything
    });
    return begun == all.end() ? nullptr : *begun;
}

open_profile read_profile(const std::string& uri, const std::string& text) {
    open_profile made;
    made.shown.root = uri;
    made.shown.proved = true;  // there is nothing to prove about it
    bool usable = true;
    const std::string path = path_of_uri(uri);
    const grammar::source_ptr source = grammar::read_source(path.empty() ? uri : path, text, 0, made.shown.found, usable);
    made.shown.files.emplace_back(source, uri);
    made.read.file = source;
    if (usable) made.read = grammar::parse_profile(source, made.shown.found);
    return made;
}

void bind_profile(open_profile& profile, const project& rules, std::optional<language> in) {
    profile.rules = &rules;
    const std::string_view reader = spoken_by(profile, in) == language::fa ? "fa" : "en";
    (void)engine::bind(profile.read, *rules.rules, {false, false, true, reader}, profile.shown.found);
}

json::value profile_hover(const open_profile& profile, const name_table& names, std::uint32_t offset, language in) {
    const grammar::profile_entry* line = entry_at(profile, offset);
    const occurrence* fact = line == nullptr ? nullptr : fact_in_rules(profile, names, *line);
    if (fact == nullptr) return nullptr;
    json::value page = hover(names, names.files()[fact->file]->uri(), fact->where.begin, in);
    if (page.is_object()) page.as_object()["range"] = as_json(profile.shown.files.front().range_of(line->key_where));
    return page;
}

json::value profile_definition(const open_profile& profile, const name_table& names, std::uint32_t offset) {
    const grammar::profile_entry* line = entry_at(profile, offset);
    const occurrence* fact = line == nullptr || profile.rules->root == shipped ? nullptr : fact_in_rules(profile, names, *line);
    return fact == nullptr ? json::value() : definition(names, names.files()[fact->file]->uri(), fact->where.begin);
}

namespace {

class profile_collector {
public:
    profile_collector(const open_profile& profile, position at, language in)
        : profile_(profile), rules_(*profile.rules->rules), file_(profile.shown.files.front()), at_(at), in_(in) {}

    json::object collect() {
        const std::string_view written = file_.source().written();
        const std::uint32_t begin = file_.lines().line_begin(at_.line);
        const std::string_view prefix = written.substr(begin, file_.lines().offset_of(written, at_) - begin);
        const std::size_t colon = prefix.find(':');
        start_ = begin + static_cast<std::uint32_t>(start_of_item(prefix, colon));
        if (prefix.find('#') == prefix.npos && !is_json_profile(written)) {
            if (colon == prefix.npos) keys();
            else if (const std::string_view key = grammar::without_blanks(prefix.substr(0, colon)); is_otherwise(key)) closing();
            else values(key, bounded(prefix.substr(colon + 1)));
        }
        return {{"isIncomplete", false}, {"items", std::move(items_)}};
    }

private:
    /// What is being typed: the key, or the item behind the colon or the last comma.
    static std::size_t start_of_item(std::string_view prefix, std::size_t colon) {
        std::size_t begin = colon == prefix.npos ? 0 : colon + 1;
        if (const std::size_t comma = prefix.rfind(','); colon != prefix.npos && comma != prefix.npos && comma > colon) begin = comma + 1;
        while (begin < prefix.size() && (prefix[begin] == ' ' || prefix[begin] == '\t')) ++begin;
        if (colon != prefix.npos)
            for (const std::string_view bound : bounds)
                if (prefix.substr(begin).starts_with(std::string(bound) + " ")) return begin + bound.size() + 1;
        return begin;
    }

    static constexpr std::array<std::string_view, 5> bounds = {"at least", "at most", "حداقل", "دست‌کم", "حداکثر"};
    static bool bounded(std::string_view value) {
        value = grammar::without_blanks(value);
        return std::ranges::any_of(bounds, [&](std::string_view bound) { return value == bound || value.starts_with(std::string(bound) + " "); });
    }
    static bool is_otherwise(std::string_view key) { return key == "otherwise" || key == "بقیه"; }
    void closing() { put_word("no", "no", "نه"); }

    /// As the reader calls it, where the rules have a label in that language that means it; the term otherwise.
    template <class Means>
    [[nodiscard]] std::string called(const std::string& term, const engine::texts& labels, const Means& means) const {
        if (in_ != language::fa) return term;
        const std::string label(engine::text_in(labels, "fa"));
        return !label.empty() && means(label) ? label : term;
    }

    void keys() {
        std::set<engine::fact_id> there;
        for (const typed_key& each : keys_of(profile_.read))
            if (each.line != at_.line) there.insert(rules_.names.fact(each.key));
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) {
            if (there.contains(f)) continue;
            const engine::fact& of = rules_.facts[f];
            const std::string name = called(of.term, of.labels, [&](const std::string& label) { return rules_.names.fact(label) == f; });
            put(name, 5, std::string(engine::text_in(of.questions, in_ == language::fa ? "fa" : "en")), name + ": ", other_names(name, of));
        }
        put_word("name", "name", "نام", ": ");
        put_word("otherwise", "otherwise: no", "بقیه: نه");
    }

    /// Every name and label by which a fact may be looked for.
    static std::vector<std::string> other_names(const std::string& shown, const engine::fact& of) {
        std::vector<std::string> all = of.aka;
        all.push_back(of.term);
        for (const auto& label : of.labels) all.emplace_back(label.text);
        std::erase(all, shown);
        return all;
    }

    void values(std::string_view key, bool is_bounded) {
        const engine::fact_id f = rules_.names.fact(key);
        if (f == engine::nothing) return;
        const engine::fact& of = rules_.facts[f];
        const std::vector<engine::option>& options = rules_.options_of(of);
        for (std::uint32_t i = 0; i < options.size(); ++i) {
            const std::string value =
                called(options[i].term, options[i].labels, [&](const std::string& label) { return rules_.names.value(f, label) == i; });
            put(value, 20, "", value);
        }
        put_with_unit(of.unit);
        if (is_bounded) return;
        if (of.type == engine::fact_type::yes_no) {
            put_word("yes", "yes", "بله");
            put_word("no", "no", "نه");
        }
        if (of.type == engine::fact_type::level || of.type == engine::fact_type::number) {
            put_word("at least", "at least", "دست‌کم", " ");
            put_word("at most", "at most", "حداکثر", " ");
        }
        put_word("unknown", "unknown", "نمی‌دانم");
    }

    /// The number that stands before the cursor, with the unit of its fact.
    void put_with_unit(const std::string& unit) {
        const std::string_view typed = file_.source().written().substr(start_, file_.lines().offset_of(file_.source().written(), at_) - start_);
        const std::string_view number = typed.substr(0, typed.find(' '));
        const bool complete = !number.empty() && number.size() < typed.size() && grammar::parse_value(number).value.items.size() == 1
                              && grammar::parse_value(number).value.items[0].number;
        if (complete && !unit.empty()) put(std::string(number) + " " + unit, 12, "", std::string(number) + " " + unit);
    }

    /// \param word of the language, which says what it means
    void put_word(std::string_view word, const std::string& english, const std::string& persian, const std::string& behind = "") {
        const bool in_persian = in_ == language::fa;
        const std::string& shown = in_persian ? persian : english;
        put(shown, 14, "", shown + behind);
        const keyword_entry* help = find_keyword(word);
        if (help != nullptr) items_.back().as_object()["documentation"] = std::string(in_persian ? help->meaning_fa : help->meaning_en);
    }

    /// Clients compare what was typed with one text: that of the name or label that was begun.
    void put(const std::string& name, int kind, const std::string& detail, const std::string& inserted, const std::vector<std::string>& others = {}) {
        const std::string_view written = file_.source().written();
        const std::string typed = grammar::term_key(written.substr(start_, file_.lines().offset_of(written, at_) - start_));
        const auto begun = [&](const std::string& each) { return grammar::term_key(each).starts_with(typed); };
        std::string filter = name;
        for (const std::string& other : others) filter = !begun(filter) && begun(other) ? other + " " + filter : filter + " " + other;
        json::object item{{"label", name}, {"kind", kind}};
        if (!detail.empty()) item["detail"] = detail;
        if (!others.empty()) item["filterText"] = filter;
        item["textEdit"] = text_edit({file_.lines().position_of(written, start_), at_}, inserted);
        items_.push_back(std::move(item));
    }

    const open_profile& profile_;
    const engine::rule_base& rules_;
    const text_file& file_;
    position at_;
    language in_;
    std::uint32_t start_ = 0;
    json::array items_;
};

}  // namespace

json::object profile_completions(const open_profile& profile, position at, language in) { return profile_collector(profile, at, in).collect(); }

}  // namespace advise::cli::lsp

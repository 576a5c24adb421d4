#include "people.hpp"

#include "batch/chunk_source.hpp"
#include "batch/input_words.hpp"
#include "files.hpp"
#include "pipeline.hpp"
#include "verify/json.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>

namespace advise::cli {
namespace {

using engine::conclusion_id;
using engine::role_advice;

constexpr std::size_t longest_key = 60;

/// Where a JSON string that begins at `at` ends, behind its quote.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

/// The value of the member "id" of a flat JSON object that is known to be one; "" without one.
std::string id_of(std::string_view object) {
    for (std::size_t at = 0; at < object.size();) {
        if (object[at] != '"') {
            ++at;
            continue;
        }
        const std::size_t end = end_of_string(object, at);
        const std::size_t colon = object.find_first_not_of(" \t\r", end);
        const bool is_key = colon != std::string_view::npos && object[colon] == ':';
        if (!is_key || object.substr(at, end - at) != "\"id\"") {
            at = end;
            continue;
        }
        const std::size_t value = object.find_first_not_of(" \t\r", colon + 1);
        if (value == std::string_view::npos) return {};
        const bool text = object[value] == '"';
        const std::size_t stop = text ? end_of_string(object, value) : std::min(object.find_first_of(",} \t\r", value), object.size());
        const std::string_view raw = object.substr(value, stop - value);
        return grammar::printable(text ? verify::read_json(raw).value.string : std::string(raw));
    }
    return {};
}

/// One person as a version reads them.
struct reading {
    engine::facts facts;
    grammar::diagnostics found;
};

class people_reader {
public:
    people_reader(context& run, const compared_rules& rules, const batch::reading& how)
        : run_(run), rules_(rules), how_(how), whole_order_(rules.found.order || rules.found.order_undecided || rules.found.shared_values_only()) {
        for (std::size_t i = 0; i < rules.found.roles.size(); ++i) {
            const engine::joint_role& role = rules.found.roles[i];
            if (role.allowed || !(whole_order_ || may_change(i))) continue;
            if (role.in_old != engine::nothing) of_old_[role.in_old] = i;
            if (role.in_new != engine::nothing) of_new_[role.in_new] = i;
        }
        for (const auto& [role, joint] : of_old_) asked_old_.push_back(role);
        for (const auto& [role, joint] : of_new_) asked_new_.push_back(role);
    }

    people_difference read(batch::chunk_source& source) {
        people_difference made;
        std::uint64_t number = 1;  // of the line at hand
        for (batch::chunk piece; source.next(piece);) {
            number += piece.lines_before;
            if (piece.too_long) {
                made.unread.push_back({unread_line::reader::both, number, batch::too_long(how_).message});
                number += piece.lines;
                continue;
            }
            for (std::string_view text = piece.text(); !text.empty();) number += take_record(made, text, piece.header.get(), number);
        }
        return made;
    }

    /// One person, as a profile in text.
    people_difference read(const grammar::profile& profile, grammar::diagnostics& found) {
        people_difference made;
        judge(made, profile, found, {}, 1);
        return made;
    }

private:
    /// Takes a line, or a row of CSV, off the beginning of a text. \return how many lines it was
    std::uint64_t take_record(people_difference& made, std::string_view& text, const batch::csv_header* header, std::uint64_t number) {
        const std::size_t end = header != nullptr ? batch::end_of_row(text, batch::longest_record(how_.rules)) : text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end < text.size() ? end + 1 : text.size());
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (batch::is_blank_line(line)) return 1;
        if (header == nullptr) {
            take(made, std::string(line), number);
            return 1;
        }
        std::string record, id;
        const batch::refusal why = batch::append_row(record, line, *header, how_, id);
        if (why.code.empty()) take(made, record, number);
        else made.unread.push_back({unread_line::reader::both, number, why.message});
        return 1 + static_cast<std::uint64_t>(std::ranges::count(line, '\n'));
    }

    void take(people_difference& made, const std::string& line, std::uint64_t number) {
        grammar::diagnostics found;
        if (const std::size_t first = line.find_first_not_of(" \t\r"); line[first] != '{') {
            made.unread.push_back({unread_line::reader::both, number, tell(say::diff_no_record, run_.spoken)});
            return;
        }
        bool usable = true;
        const auto file = grammar::read_source("", line, 0, found, usable);
        const grammar::profile profile = usable ? grammar::parse_profile(file, found) : grammar::profile();
        judge(made, profile, found, id_of(line), number);
    }

    /// \param number of the line where the person begins
    void judge(people_difference& made, const grammar::profile& profile, const grammar::diagnostics& found, const std::string& id, std::uint64_t number) {
        if (found.has_errors()) {
            made.unread.push_back({unread_line::reader::both, number, first_error(found)});
            return;
        }
        const reading old = bound(profile, rules_.old.rules()), now = bound(profile, rules_.now.rules());
        if (old.found.has_errors() || now.found.has_errors()) {
            const bool both = old.found.has_errors() && now.found.has_errors();
            const unread_line::reader by = both                     ? unread_line::reader::both
                                           : old.found.has_errors() ? unread_line::reader::old
                                                                    : unread_line::reader::now;
            const grammar::diagnostics& wrong = now.found.has_errors() ? now.found : old.found;
            made.unread.push_back({by, number + lines_before_error(wrong), first_error(wrong)});
            return;
        }
        note_ignored(made, profile);
        ++made.compared;
        affected_person person = compare(old.facts, now.facts);
        if (person.roles.empty() && !person.order) return;
        person.id = id.empty() ? grammar::printable(profile.name) : id;
        person.line = number;
        made.affected.push_back(std::move(person));
    }

    void note_ignored(people_difference& made, const grammar::profile& profile) const {
        for (const grammar::profile_entry& entry : profile.entries) {
            if (made.ignored.size() == most_ignored) return;
            if (rules_.old.rules().names.fact(entry.key) != engine::nothing || rules_.now.rules().names.fact(entry.key) != engine::nothing) continue;
            std::string key = grammar::printable(grammar::shortened(entry.key, longest_key));
            if (std::ranges::find(made.ignored, key) == made.ignored.end()) made.ignored.push_back(std::move(key));
        }
    }

    [[nodiscard]] reading bound(const grammar::profile& profile, const engine::rule_base& rules) const {
        reading made;
        const std::string_view reader = run_.spoken == grammar::language::fa ? "fa" : "en";
        made.facts = engine::bind(profile, rules, {false, run_.chosen.closed, false, reader}, made.found);
        return made;
    }

    /// A profile in text has several lines, a record one.
    [[nodiscard]] static std::uint64_t lines_before_error(const grammar::diagnostics& found) {
        for (const grammar::diagnostic& one : found.sorted())
            if (one.severity() == grammar::severity::error && one.at.file != nullptr) return one.at.file->position_of(one.at.where.begin).line - 1;
        return 0;
    }

    [[nodiscard]] std::string first_error(const grammar::diagnostics& found) const {
        for (const grammar::diagnostic& one : found.sorted())
            if (one.severity() == grammar::severity::error) return grammar::text_of(one.text.id, run_.spoken, one.text.arguments);
        return {};
    }

    /// What was proved to be the same for every profile needs no look at anybody.
    [[nodiscard]] bool may_change(std::size_t role) const {
        const engine::joint_role& about = rules_.found.roles[role];
        return about.changes || about.in_old == engine::nothing || about.in_new == engine::nothing;
    }

    [[nodiscard]] engine::advice advice_for(const engine::program& code, const engine::facts& person, const std::vector<conclusion_id>& roles) const {
        engine::advise_options asked;
        asked.witnesses = false;
        return whole_order_ ? engine::advise(code, person, asked) : engine::advise_on(code, person, roles, asked);
    }

    [[nodiscard]] affected_person compare(const engine::facts& old, const engine::facts& now) const {
        const engine::advice before = advice_for(rules_.old, old, asked_old_), after = advice_for(rules_.now, now, asked_new_);
        std::vector<role_shift> shifts(rules_.found.roles.size());
        std::vector<std::size_t> order_before, order_after;
        put(before, of_old_, shifts, order_before, &role_shift::before);
        put(after, of_new_, shifts, order_after, &role_shift::after);
        affected_person person;
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            role_shift& shift = shifts[i];
            shift.role = i;
            for (const auto* side : {&shift.before, &shift.after}) person.exact = person.exact && (!*side || (*side)->exact);
            if (differs(shift)) person.roles.push_back(std::move(shift));
        }
        const auto alone = [&](std::size_t i) {
            return rules_.found.roles[i].in_old == engine::nothing || rules_.found.roles[i].in_new == engine::nothing;
        };
        std::erase_if(order_before, alone);
        std::erase_if(order_after, alone);
        person.order = whole_order_ && person.roles.empty() && order_before != order_after;
        return person;
    }

    static void put(const engine::advice& advice, const std::map<conclusion_id, std::size_t>& joint, std::vector<role_shift>& shifts,
                    std::vector<std::size_t>& order, std::optional<role_advice> role_shift::*side) {
        for (const role_advice& role : advice.roles) {
            const auto found = joint.find(role.role);
            if (found == joint.end()) continue;
            order.push_back(found->second);
            shifts[found->second].*side = role;
        }
    }

    /// A role that one version lacks matters to those whom the other does not refuse it.
    static bool differs(const role_shift& shift) {
        if (shift.before && shift.after) return shift.before->verdict != shift.after->verdict || shift.before->points != shift.after->points;
        const std::optional<role_advice>& one = shift.before ? shift.before : shift.after;
        return one && one->verdict != engine::verdict::no;
    }

    context& run_;
    const compared_rules& rules_;
    const batch::reading& how_;
    bool whole_order_;  // roles may change places although each is as before: everybody's whole order is looked at
    std::map<conclusion_id, std::size_t> of_old_, of_new_;
    std::vector<conclusion_id> asked_old_, asked_new_;
};

/// A profile in text is one person; what is wrong with it is told as of any profile.
std::optional<people_difference> compare_one(context& run, const compared_rules& rules) {
    const std::string& path = run.chosen.people;
    grammar::diagnostics found;
    bool usable = true;
    const auto file = profile_source(run, path, 0, found, usable);
    const grammar::profile profile = file != nullptr && usable ? grammar::parse_profile(file, found) : grammar::profile();
    if (found.has_errors()) {
        report(run, found);
        return std::nullopt;
    }
    const batch::reading how{rules.now.rules(), run.chosen};
    people_difference made = people_reader(run, rules, how).read(profile, found);
    made.name = shown_name(path);
    return made;
}

/// Whether a file is one profile in text: by its name neither records nor CSV, and its first line that says something is an entry of a profile and no record.
bool is_text_profile(const std::string& path) {
    if (path == "-" || path.ends_with(".csv") || path.ends_with(".json") || path.ends_with(".ndjson") || path.ends_with(".jsonl")) return false;
    const std::string begun = beginning_of_file(path);
    for (std::string_view rest = begun; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (line.empty() || line.front() == '#') continue;
        return line.front() != '{' && line.front() != '[' && line.find(':') != std::string_view::npos;
    }
    return false;
}

}  // namespace

std::optional<people_difference> compare_people(context& run, const compared_rules& rules) {
    const std::string& path = run.chosen.people;
    if (is_text_profile(path)) return compare_one(run, rules);
    if (path != "-") run.inputs.push_back(identity_of(path));
    const batch::reading how{rules.now.rules(), run.chosen};
    batch::chunk_source source({{path}, std::nullopt, run.io.in}, how);
    people_difference made = people_reader(run, rules, how).read(source);
    if (source.failure().any()) {
        batch::tell_input_failure(run, source.failure(), path);
        return std::nullopt;
    }
    made.name = path == "-" ? tell(say::standard_input, run.spoken) : shown_name(path);
    return made;
}

}  // namespace advise::cli

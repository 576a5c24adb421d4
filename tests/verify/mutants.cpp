#include "mutants.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

using verify::json;

struct spot {
    json* at = nullptr;
    std::string where, field;
};

/// Every value that counts as proved, the whole aside.
class spots {
public:
    spots(json& whole, const std::vector<std::string>& except) : except_(except) { walk(whole, "", ""); }
    std::vector<spot> found;

private:
    void walk(json& value, const std::string& where, const std::string& field)
    {
        if (std::find(except_.begin(), except_.end(), where) != except_.end()) return;
        if (!where.empty()) found.push_back({&value, where, field});
        for (std::size_t i = 0; i < value.items.size(); ++i) walk(value.items[i], where + '[' + std::to_string(i) + ']', field);
        for (auto& [name, member] : value.members)
            if (name != "diagnostics" && name != "path") walk(member, where.empty() ? name : where + '.' + name, name);
    }

    const std::vector<std::string>& except_;
};

void collect(const json& value, const std::string& field, const std::string& wanted, std::vector<std::string>& into)
{
    if (value.is == json::kind::string && field == wanted) into.push_back(value.string);
    for (const json& item : value.items) collect(item, field, wanted, into);
    for (const auto& [name, member] : value.members) collect(member, name, wanted, into);
}

json something_else(rng& draw)
{
    switch (draw.below(5)) {
    case 0: return {};
    case 1: return json::of(draw.between(-3, 9));
    case 2: return json::of("yes");
    case 3: return json::array();
    default: return json::object();
    }
}

std::string change_number(json& value, rng& draw)
{
    const std::int64_t by = draw.chance(1, 4) ? draw.between(2, 40) : 1;
    value.number += draw.chance(1, 2) ? by : -by;
    return "to " + std::to_string(value.number);
}

std::string change_string(json& value, const spot& at, const json& whole, rng& draw)
{
    const std::vector<std::string> others = strings_in_fields(whole, at.field);
    if (draw.chance(1, 5) || others.empty()) value.string += 'x';
    else value.string = draw.pick(others);
    return "to " + value.string;
}

std::string change_list(json& value, rng& draw)
{
    if (value.items.empty()) {
        value.items.push_back(something_else(draw));
        return "something put in";
    }
    const std::size_t i = draw.below(value.items.size()), k = draw.below(value.items.size());
    switch (draw.below(3)) {
    case 0: value.items.erase(value.items.begin() + static_cast<std::ptrdiff_t>(i)); return "left out " + std::to_string(i);
    case 1: value.items.insert(value.items.begin() + static_cast<std::ptrdiff_t>(k), json(value.items[i])); return "again " + std::to_string(i);
    default: std::swap(value.items[i], value.items[k]); return "swapped " + std::to_string(i) + " and " + std::to_string(k);
    }
}

std::string change_object(json& value, rng& draw)
{
    if (value.members.empty()) {
        value.members.emplace_back("de", json::of("Weil."));
        return "something put in";
    }
    const std::size_t i = draw.below(value.members.size());
    const std::string name = value.members[i].first;
    if (draw.chance(1, 2)) value.members.erase(value.members.begin() + static_cast<std::ptrdiff_t>(i));
    else value.members[i].first += 'x';
    return "without " + name;
}

std::string change(const spot& at, const json& whole, rng& draw)
{
    json& value = *at.at;
    if (draw.chance(1, 10)) {
        value = something_else(draw);
        return "to " + text_of(value);
    }
    switch (value.is) {
    case json::kind::number: return change_number(value, draw);
    case json::kind::string: return change_string(value, at, whole, draw);
    case json::kind::boolean: value.truth = !value.truth; return "the other way round";
    case json::kind::array: return change_list(value, draw);
    case json::kind::object: return change_object(value, draw);
    case json::kind::null: break;
    }
    value = something_else(draw);
    return "to " + text_of(value);
}

}  // namespace

std::string list_of(const std::string& where) { return where.substr(0, where.find_first_of(".[")); }

bool names(const verify::report& found, const std::string& where)
{
    const auto entry_of = [](const std::string& at) { return at.substr(0, at.find('.')); };
    for (const verify::finding& each : found.refused)
        if (entry_of(each.where) == entry_of(where) || each.where == list_of(where) || list_of(each.where) == where) return true;
    return false;
}

std::vector<std::string> strings_in_fields(const json& result, const std::string& name)
{
    std::vector<std::string> all;
    collect(result, "", name, all);
    return all;
}

mutant random_mutant(const json& result, const std::vector<std::string>& except, rng& draw)
{
    mutant made{result, {}, {}};
    std::vector<spot> all = spots(made.result, except).found;
    const spot& at = all[draw.below(all.size())];
    made.where = at.where;
    made.change = change(at, result, draw);
    return made;
}

}  // namespace advise::tests

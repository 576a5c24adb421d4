#include "profile_users.hpp"

#include "../files.hpp"
#include "limits.hpp"
#include "rule_users.hpp"
#include "uri.hpp"

#include <algorithm>
#include <set>

namespace advise::cli::lsp {
namespace {

class search {
public:
    search(const profile_search& where, rules_for_profiles& rules) : where_(where), rules_(rules) {}

    found_profiles run() {
        for (const auto& [uri, profile] : where_.opened) {
            seen_.insert(uri);
            if (is_concerned(profile)) made_.all.push_back(&profile);
        }
        if (!where_.chosen.empty()) take(where_.chosen, true);
        for (const std::string& folder : where_.folders)
            for (const std::string& path : profile_files_near(folder)) take(path, false);
        return std::move(made_);
    }

private:
    [[nodiscard]] bool is_concerned(const open_profile& profile) const {
        return profile.rules != nullptr && profile.rules->sound()
               && std::ranges::any_of(where_.roots, [&](const project* root) { return root->root == profile.rules->root; });
    }

    void take(const std::string& path, bool chosen) {
        const std::string uri = uri_of_path(path);
        if (!seen_.insert(uri).second || !where_.open.uri_of(path).empty()) return;
        file_bytes file = read_file(path, limits::folder_profile_bytes, -1);
        if (file.failure != grammar::message::none) return;
        open_profile read = read_profile(uri, file.bytes);
        if (read.read.entries.empty()) return;
        read.rules = rules_.choose(read.read, uri, where_.named, where_.loaded, where_.open);
        if (!is_concerned(read)) return;
        const bool readable = !read.shown.found.has_errors();
        bind_profile(read, *read.rules, grammar::language::en);
        const bool plain = std::ranges::all_of(read.shown.found.sorted(),
                                               [](const grammar::diagnostic& each) { return each.severity() == grammar::severity::note; });
        if (!readable && !chosen) return;
        std::deque<open_profile>& kept = plain || chosen ? made_.read : made_.kept;
        kept.push_back(std::move(read));
        (plain || chosen ? made_.all : made_.doubtful).push_back(&kept.back());
    }

    const profile_search& where_;
    rules_for_profiles& rules_;
    found_profiles made_;
    std::set<std::string> seen_;
};

}  // namespace

found_profiles profiles_of(const profile_search& where, rules_for_profiles& rules) { return search(where, rules).run(); }

}  // namespace advise::cli::lsp

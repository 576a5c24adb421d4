// The language server: takes messages, answers, and tells what it finds. Knows no streams and no clock; whoever runs it (commands/lsp.cpp,
// tests) says when to settle and when there is time for proofs.
#pragma once

#include "documents.hpp"
#include "frames.hpp"
#include "json.hpp"
#include "names.hpp"
#include "overlay.hpp"
#include "profiles.hpp"
#include "project.hpp"

#include <advise/grammar/messages.hpp>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace advise::cli::lsp {

struct server_options {
    std::optional<grammar::language> language;  ///< else the client's, else that of the rules
    std::string profile = {};                   ///< whose verdicts are shown; empty: none, or what the client says
    /// Files of one rule base, whose open ones are judged together and by which open profiles are read; empty: what the client says, or what knows the facts
    std::vector<std::string> rules = {};
};

class server {
public:
    /// \param send takes the body of each message to the client
    server(server_options chosen, std::function<void(const std::string&)> send) : chosen_(std::move(chosen)), send_(std::move(send)) {}

    /// Takes one message; what it asks is answered before this returns.
    void take(const frame& one);

    /// Texts have changed since findings were told.
    [[nodiscard]] bool unsettled() const { return initialized_ && (all_changed_ || !changed_.empty()); }
    /// Reads what has changed and tells its findings.
    void settle();

    /// Whether something is left to prove, and whether it was saved, so that nobody wants to wait.
    [[nodiscard]] bool has_proofs() const;
    [[nodiscard]] bool saved() const { return saved_; }
    /// Proves one project and tells what is found. \param interrupted true: somebody waits; it is left for later
    void prove(const std::function<bool()>& interrupted);

    [[nodiscard]] bool over() const { return over_; }
    /// `shutdown` came first, as it should.
    [[nodiscard]] bool ended_well() const { return shut_down_; }

private:
    /// Some projects with the names in their files.
    struct scope {
        std::deque<project> of_folder;
        std::vector<const project*> roots;
        name_table names;
    };
    struct place {
        std::string uri;
        const project* in = nullptr;
        const text_file* file = nullptr;
        position at;
        std::uint32_t offset = 0;
    };
    using request = json::value (server::*)(const json::value& params);
    using notification = void (server::*)(const json::value& params);
    static request find_request(std::string_view method);
    static notification find_notification(std::string_view method);

    void take_request(const json::value& id, std::string_view method, const json::value& params);
    void reply(const json::value& id, json::value result);
    void refuse(const json::value& id, int code, const std::string& message);
    void notify(std::string_view method, json::object params);
    void read_profiles();
    [[nodiscard]] const open_profile* profile_of(const json::value& params) const;
    [[nodiscard]] std::vector<std::string> named_rules() const;
    [[nodiscard]] project load(const std::string& uri, const std::vector<std::string>& named, const open_files& files) const;
    void publish();
    void publish(const std::string& uri, const json::array& found);
    void ask_for_hints_again();

    [[nodiscard]] grammar::language spoken() const;
    [[nodiscard]] grammar::language spoken(const project& about) const;
    [[nodiscard]] grammar::language spoken_by(const open_profile& about) const;
    [[nodiscard]] const project* project_of(const std::string& uri) const;
    place place_in(const json::value& params, bool with_position);
    place place_of_name(const json::value& params);
    void tell_left(const std::vector<const open_profile*>& doubtful, const name_table& names, const occurrence* renamed);
    [[nodiscard]] std::string folder_around(const std::string& path) const;
    [[nodiscard]] std::string chosen_profile() const;
    scope scope_of(const place& at, bool with_folder) const;

    json::value initialize(const json::value& params);
    json::value shut_down(const json::value& params);
    json::value symbols_of(const json::value& params);
    json::value folds_of(const json::value& params);
    json::value format(const json::value& params);
    json::value hover_at(const json::value& params);
    json::value definition_of(const json::value& params);
    json::value links_of(const json::value& params);
    json::value references_to(const json::value& params);
    json::value highlights_of(const json::value& params);
    json::value complete(const json::value& params);
    json::value prepare_rename(const json::value& params);
    json::value rename_at(const json::value& params);
    json::value actions_for(const json::value& params);
    json::value hints_for(const json::value& params);

    void did_open(const json::value& params);
    void did_change(const json::value& params);
    void did_close(const json::value& params);
    void did_save(const json::value& params);
    void files_changed(const json::value& params);
    void configured(const json::value& params);
    void leave(const json::value& params);

    server_options chosen_;
    std::function<void(const std::string&)> send_;
    documents open_;
    std::map<std::string, project> projects_;       ///< of every open rule file
    std::map<std::string, open_profile> profiles_;  ///< the other open files
    rules_for_profiles rules_for_profiles_;
    std::map<std::string, std::string> published_;  ///< what the client shows now, where it shows anything
    std::set<std::string> changed_;
    std::string folder_;                ///< of the client, if it has one; the first
    std::vector<std::string> folders_;  ///< all of them
    std::optional<grammar::language> locale_;
    std::string profile_;
    std::vector<std::string> rules_;
    std::uint64_t asked_ = 0;  ///< requests to the client
    bool all_changed_ = false;
    bool saved_ = false;
    bool refreshes_hints_ = false;
    bool complained_ = false;  ///< about the profile
    bool initialized_ = false, shut_down_ = false, over_ = false;
};

}  // namespace advise::cli::lsp

// Reading files, and the files they import: an explicit stack of queues, for an import stands at its place.
#include "loader.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/parse.hpp>

#include <algorithm>

namespace advise::engine::loading {
namespace {

namespace limits = grammar::limits;

struct open_file {
    std::string name;
    std::string identity;
    std::string root;  ///< identity of its root file
    std::uint16_t index = 0;
    std::unique_ptr<grammar::statement_queue> statements;
    span import_at;  ///< of the import that is being read now
};

class file_reader {
public:
    file_reader(draft& d, source_provider& provider) : d_(d), provider_(provider) {}

    void read_root(const std::string& name) {
        source_provider::file file = provider_.open_root(name);
        if (file.failure != message::none) {
            d_.out.add(file.failure, {}, std::move(file.failure_arguments));
            d_.missing_files = true;
            return;
        }
        if (seen(file.identity)) return;
        if (d_.rules.files.size() >= limits::files) {
            d_.out.add(message::too_many_files, {}, {std::to_string(limits::files)});
            return;
        }
        const std::string root = file.identity;
        open(std::move(file), root);
        read_all();
    }

private:
    [[nodiscard]] bool seen(const std::string& identity) const {
        return std::find(identities_.begin(), identities_.end(), identity) != identities_.end();
    }

    void open(source_provider::file&& file, const std::string& root) {
        const auto index = static_cast<std::uint16_t>(d_.rules.files.size());
        bool usable = true;
        const auto source = grammar::read_source(file.name, std::move(file.bytes), index, d_.out, usable);
        identities_.push_back(file.identity);
        d_.rules.files.push_back(source);
        d_.files.emplace_back();
        if (!usable) {
            d_.missing_files = true;
            return;
        }
        d_.reserve(source->text().size());
        stack_.push_back(
            {std::move(file.name), std::move(file.identity), root, index, std::make_unique<grammar::statement_queue>(*source, d_.out), {}});
        go_on();
    }

    /// The file on top of the stack is the one being read.
    void go_on() {
        if (d_.text != nullptr) settle_pending(d_);
        if (stack_.empty()) return;
        d_.file = stack_.back().index;
        d_.text = d_.rules.files[d_.file].get();
        d_.block = block_kind::none;
    }

    void read_all() {
        while (!stack_.empty()) {
            const std::size_t errors = d_.out.errors();
            const ast::statement* const statement = stack_.back().statements->next();
            if (d_.out.errors() != errors) d_.unread_statements = true;
            if (statement == nullptr) {
                const std::uint16_t done = stack_.back().index;
                stack_.pop_back();
                if (!stack_.empty()) bring_facts(done);
                go_on();
                continue;
            }
            take(d_, *statement);
            if (statement->kind == ast::statement_kind::import && !statement->broken) read_import(statement->quoted);
        }
    }

    void read_import(const ast::text& asked) {
        open_file& importer = stack_.back();
        importer.import_at = asked.where;
        const grammar::place at = d_.place_here(importer.import_at);
        if (stack_.size() >= limits::import_depth) return refuse(message::import_too_deep, at, {std::to_string(limits::import_depth)});
        source_provider::file file = provider_.open_import(asked.content, importer.identity, importer.root);
        if (file.failure != message::none) return refuse(file.failure, at, std::move(file.failure_arguments));
        const auto same = [&](const open_file& f) { return f.identity == file.identity; };
        const auto open_already = std::find_if(stack_.begin(), stack_.end(), same);
        if (open_already != stack_.end()) return report_cycle(static_cast<std::size_t>(open_already - stack_.begin()));
        if (seen(file.identity)) {
            const auto earlier = std::find(identities_.begin(), identities_.end(), file.identity);
            return bring_facts(static_cast<std::uint16_t>(earlier - identities_.begin()));
        }
        if (d_.rules.files.size() >= limits::files) return refuse(message::too_many_files, at, {std::to_string(limits::files)});
        open(std::move(file), std::string(importer.root));
    }

    /// The file on top of the stack imports this one.
    void bring_facts(std::uint16_t imported) {
        const file_state& from = d_.files[imported];
        if (from.declares_facts || from.imports_facts) d_.files[stack_.back().index].imports_facts = true;
    }

    void refuse(message id, const grammar::place& at, grammar::arguments arguments) {
        grammar::diagnostic& found = d_.out.add(id, at, std::move(arguments));
        if (id == message::import_outside) found.help.push_back({message::help_inside_folder, {}});
        d_.missing_files = true;
    }

    /// The last import closes the circle that begins with this file.
    void report_cycle(std::size_t first) {
        const auto place = [&](const open_file& f) { return grammar::place{d_.rules.files[f.index].get(), f.import_at}; };
        grammar::diagnostic& found = d_.out.add(message::import_cycle, place(stack_.back()), {stack_[first].name});
        for (std::size_t i = first; i + 1 < stack_.size(); ++i)
            found.notes.push_back({{message::note_imports_here, {stack_[i].name, stack_[i + 1].name}}, place(stack_[i])});
        found.help.push_back({message::help_break_imports, {}});
    }

    draft& d_;
    source_provider& provider_;
    std::vector<open_file> stack_;
    std::vector<std::string> identities_;
};

}  // namespace

void read_files(draft& d, const std::vector<std::string>& roots, source_provider& provider) {
    file_reader reader(d, provider);
    for (const std::string& root : roots) reader.read_root(root);
}

}  // namespace advise::engine::loading

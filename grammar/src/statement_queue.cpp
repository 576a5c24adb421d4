// Reading ahead: a thread fills batches of statements, the caller empties them. A batch belongs to one of the two at a time, so the statements
// themselves need no lock.
#include <advise/grammar/parse.hpp>

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace advise::grammar {
namespace {

/// A batch ends after so much text. Waking the other thread takes some 50 microseconds, reading so much text some 1,500.
constexpr std::size_t batch_bytes = 128U << 10;
/// So many batches are filled at a time. Memory stays bounded: a statement longer than a batch is alone in it, and is freed when it was used.
constexpr std::size_t batches = 4;

struct batch {
    std::vector<ast::statement> statements;
    std::size_t count = 0;
    /// What was found on the way to a statement (by its number; `count`: after the last).
    std::vector<std::pair<std::size_t, diagnostics>> found;
    bool last = false;
    std::exception_ptr failure;
};

}  // namespace

class statement_queue::ahead {
public:
    ahead(const source& file, diagnostics& out) : out_(out), reader_(file, found_), thread_([this] { fill(); }) {}

    ~ahead() {
        {
            const std::lock_guard hold(mutex_);
            stopped_ = true;
        }
        emptied_.notify_one();
        thread_.join();
    }
    ahead(const ahead&) = delete;
    ahead& operator=(const ahead&) = delete;

    const ast::statement* next() {
        for (;;) {
            if (taken_ == nullptr) take_batch();
            batch& from = *taken_;
            while (told_ < from.found.size() && from.found[told_].first <= at_) out_.append(std::move(from.found[told_++].second));
            if (at_ < from.count) return &from.statements[at_++];
            if (from.last) {
                if (from.failure) std::rethrow_exception(std::exchange(from.failure, nullptr));
                return nullptr;
            }
            give_back(from);
        }
    }

private:
    // ---- the caller

    void take_batch() {
        std::unique_lock hold(mutex_);
        filled_.wait(hold, [&] { return filled_count_ > 0; });
        taken_ = &ring_[first_];
        at_ = told_ = 0;
    }

    void give_back(batch& used) {
        if (used.count == 1 && used.statements.front().where.end - used.statements.front().where.begin > batch_bytes) used.statements.clear();
        taken_ = nullptr;
        {
            const std::lock_guard hold(mutex_);
            first_ = (first_ + 1) % batches;
            --filled_count_;
        }
        emptied_.notify_one();
    }

    // ---- the thread

    void fill() {
        for (std::size_t at = 0;; at = (at + 1) % batches) {
            {
                std::unique_lock hold(mutex_);
                emptied_.wait(hold, [&] { return filled_count_ < batches || stopped_; });
                if (stopped_) return;
            }
            batch& into = ring_[at];
            into.count = 0;
            into.found.clear();
            try {
                fill(into);
            } catch (...) {
                into.failure = std::current_exception();
                into.last = true;
            }
            const bool last = into.last;  // once it is handed over, it is the caller's
            {
                const std::lock_guard hold(mutex_);
                ++filled_count_;
            }
            filled_.notify_one();
            if (last) return;
        }
    }

    void fill(batch& into) {
        for (std::size_t bytes = 0; bytes < batch_bytes;) {
            if (has_next_) std::swap(at_slot(into), next_);
            else if (!read_into(into)) return;
            has_next_ = false;
            const span where = into.statements[into.count].where;
            const std::size_t length = where.end - where.begin;
            if (length > batch_bytes && into.count > 0) {  // alone in the next batch
                std::swap(into.statements[into.count], next_);
                has_next_ = true;
                return;
            }
            ++into.count;
            bytes += length;
        }
    }

    static ast::statement& at_slot(batch& into) {
        if (into.statements.size() == into.count) into.statements.emplace_back();
        return into.statements[into.count];
    }

    /// \return false at the end of the file
    bool read_into(batch& into) {
        into.last = !reader_.next(at_slot(into));
        if (!found_.empty()) into.found.emplace_back(into.count, std::exchange(found_, {}));
        return !into.last;
    }

    diagnostics& out_;
    diagnostics found_;  // by the thread
    rules_reader reader_;
    ast::statement next_;  // read already, for the next batch
    bool has_next_ = false;

    std::array<batch, batches> ring_;
    batch* taken_ = nullptr;
    std::size_t at_ = 0, told_ = 0;  // in the batch that the caller has

    std::mutex mutex_;
    std::condition_variable filled_, emptied_;
    std::size_t first_ = 0, filled_count_ = 0;
    bool stopped_ = false;
    std::thread thread_;  // last: it begins when all else is there
};

statement_queue::statement_queue(const source& file, diagnostics& out, std::size_t ahead_from) {
    if (file.text().size() >= ahead_from) {
        try {
            ahead_ = std::make_unique<ahead>(file, out);
            return;
        } catch (const std::system_error&) {  // no thread can be had
        }
    }
    reader_ = std::make_unique<rules_reader>(file, out);
}

statement_queue::~statement_queue() = default;

const ast::statement* statement_queue::next() {
    if (ahead_) return ahead_->next();
    return reader_->next(read_) ? &read_ : nullptr;
}

}  // namespace advise::grammar

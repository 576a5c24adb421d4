#include "crew.hpp"

#include <optional>
#include <system_error>
#include <utility>

namespace advise::cli::batch {

crew::crew(const work_order& order, chunk_source& input, std::function<bool(const chunk_answer&)> hand_on)
    : order_(order), input_(input), hand_on_(std::move(hand_on)) {}

crew::~crew() {
    stop();
    for (std::thread& each : threads_) each.join();
}

void crew::begin(unsigned jobs, std::function<void()> when_done) {
    when_done_ = std::move(when_done);
    ahead_ = 2 * std::uint64_t{jobs};
    working_ = jobs;
    for (unsigned i = 0; i != jobs; ++i) {
        try {
            threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {        // no further threads are to be had
            const std::lock_guard hold(output_);
            working_ -= jobs - i;
            if (i != 0 && working_ == 0) when_done_();
        }
        if (threads_.size() == i + 1) continue;
        if (i == 0) {
            working_ = 1;
            work();
        }
        return;
    }
}

void crew::stop() {
    const std::lock_guard hold(output_);
    stopped_ = true;
    moved_on_.notify_all();
}

void crew::join() {
    for (std::thread& each : threads_) each.join();
    threads_.clear();
    if (failed_) std::rethrow_exception(failed_);
}

void crew::work() {
    try {
        std::optional<worker> one;      // whoever gets nothing to do needs no memory for it
        chunk piece;
        for (std::uint64_t number = 0; take(piece, number);) {
            chunk_answer answer;
            if (!one) one.emplace(order_);
            one->answer(piece, answer, [this, number](chunk_answer&& part) { deliver_part(number, std::move(part)); });
            deliver(number, std::move(answer));
        }
    } catch (...) {
        const std::lock_guard hold(output_);
        if (!failed_) failed_ = std::current_exception();
        stopped_ = true;
    }
    const std::lock_guard hold(output_);
    moved_on_.notify_all();
    if (--working_ == 0) when_done_();
}

bool crew::take(chunk& piece, std::uint64_t& number) {
    const std::lock_guard reading(reading_);
    {
        std::unique_lock hold(output_);
        moved_on_.wait(hold, [this] { return stopped_ || next_ < handed_on_ + ahead_; });
        if (stopped_) return false;
    }
    if (!input_.next(piece)) return false;
    number = next_++;
    return true;
}

/// Of the piece whose turn it is; others wait for theirs.
void crew::deliver_part(std::uint64_t number, chunk_answer&& part) {
    std::unique_lock hold(output_);
    moved_on_.wait(hold, [&] { return stopped_ || handed_on_ == number; });
    if (!stopped_ && !hand_on_(part)) stopped_ = true;
}

void crew::deliver(std::uint64_t number, chunk_answer&& answer) {
    const std::lock_guard hold(output_);
    ready_.emplace(number, std::move(answer));
    for (auto first = ready_.begin(); first != ready_.end() && first->first == handed_on_ && !stopped_; first = ready_.begin()) {
        if (!hand_on_(first->second)) stopped_ = true;
        ready_.erase(first);
        ++handed_on_;
    }
    moved_on_.notify_all();
}

}  // namespace advise::cli::batch

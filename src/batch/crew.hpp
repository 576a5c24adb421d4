// The threads of a batch. Each reads a piece of the input, answers it, and hands its lines on; the lines go out in the order of the input,
// whoever is ready first. A thread that is too far ahead waits, so that memory does not grow with the input.
#pragma once

#include "chunk_source.hpp"
#include "worker.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace advise::cli::batch {

class crew {
public:
    /// \param hand_on gets the answers in order, one at a time, from any thread; what it returns says whether to go on
    crew(const work_order& order, chunk_source& input, std::function<bool(const chunk_answer&)> hand_on);
    /// Waits for the threads.
    ~crew();
    crew(const crew&) = delete;
    crew& operator=(const crew&) = delete;

    /// Sets that many threads to work. `when_done` is called once, by the last of them.
    void begin(unsigned jobs, std::function<void()> when_done);
    /// No further pieces are begun.
    void stop();
    /// Waits until all are done; throws what one of them threw.
    void join();

    /// While it is held, nothing is handed on.
    [[nodiscard]] std::unique_lock<std::mutex> hold() { return std::unique_lock(output_); }

private:
    void work();
    bool take(chunk& piece, std::uint64_t& number);
    void deliver(std::uint64_t number, chunk_answer&& answer);
    void deliver_part(std::uint64_t number, chunk_answer&& part);

    const work_order order_;
    chunk_source& input_;
    std::function<bool(const chunk_answer&)> hand_on_;
    std::function<void()> when_done_;
    std::vector<std::thread> threads_;

    std::mutex reading_;                                ///< guards input_ and next_
    std::uint64_t next_ = 0;                            ///< number of the piece to be read next
    std::mutex output_;                                 ///< guards what follows
    std::condition_variable moved_on_;
    std::map<std::uint64_t, chunk_answer> ready_;
    std::uint64_t handed_on_ = 0;
    std::uint64_t ahead_ = 2;                           ///< pieces that may be in work at a time
    unsigned working_ = 0;
    bool stopped_ = false;
    std::exception_ptr failed_;
};

}  // namespace advise::cli::batch

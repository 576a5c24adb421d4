#include "worker.hpp"

#include "../pipeline.hpp"
#include "../render/result_json.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace advise::cli::batch {
namespace {

constexpr std::size_t large = 1U << 16;        // bytes: as a tree, such a record takes a hundred times that
constexpr std::size_t most_rows = 1024;        // of CSV that are made into records at a time
constexpr std::size_t most_refusals = 1024;    // that wait for a block
constexpr std::size_t most_facts_for_suggestions = 1000;
constexpr std::size_t most_unknown_names = 5;  // told at the end of a run

engine::block_options block_options_of(const options& chosen) {
    engine::block_options made;
    made.closed = chosen.closed;
    made.exact = !chosen.kleene;
    if (chosen.words) made.words = static_cast<engine::instruction_set>(*chosen.words);
    return made;
}

said_person said_in(const std::vector<saying>& says, bool closed) {
    said_person made{{}, closed};
    for (const saying& one : says) {
        engine::known_fact known;
        if (one.known != nullptr) known = *one.known;
        else known.from = known.to = one.value;
        made.says.emplace_back(one.fact, std::move(known));
    }
    return made;
}

said_person said_in(const engine::facts& person) {
    said_person made{{}, person.closed};
    for (engine::fact_id f = 0; f < person.known.size(); ++f)
        if (person.known[f].mentioned) made.says.emplace_back(f, person.known[f]);
    return made;
}

bool in_full(const work_order& order) { return order.how.chosen.records == batch_output::full; }

}  // namespace

void tally::add(const tally& other) {
    const auto add_each = [](std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& of) {
        into.resize(std::max(into.size(), of.size()));
        for (std::size_t i = 0; i < of.size(); ++i) into[i] += of[i];
    };
    records += other.records;
    rejected += other.rejected;
    unknown_keys += other.unknown_keys;
    add_each(fit, other.fit);
    add_each(may_fit, other.may_fit);
    add_each(missing, other.missing);
    add_each(steps, other.steps);
    add_each(settled, other.settled);
}

worker::worker(const work_order& order)
    : order_(order), block_(order.prepared, block_options_of(order.how.chosen)), flat_(order.how, order.counting != nullptr),
      longest_(longest_record(order.how.rules)) {
    if (order.counting != nullptr) counter_.emplace(*order.counting, order.prepared, block_options_of(order.how.chosen));
}

void worker::answer(const chunk& piece, chunk_answer& into, const part_taker& hand_on) {
    answer_ = &into;
    hand_on_ = &hand_on;
    into.file = piece.file;
    into.end = piece.end;
    into.digest = piece.digest;
    line_ = piece.lines_before;
    block_.clear();
    if (piece.too_long) {
        add_refused({}, too_long(order_.how));
        line_ += piece.lines;
    } else if (piece.header != nullptr) {
        answer_rows(piece);
    } else {
        answer_lines_of(piece.text());
    }
    finish_block();
    if (counter_) counter_->take(into.counted);
    into.counted.settled = since(settled_before_);
    into.input_lines = line_;
}

/// How many pairs were settled in which way since it was asked last.
std::vector<std::uint64_t> worker::since(engine::block_settled& before) {
    engine::block_settled now = block_.settled();
    now.kleene += alone_.kleene;
    now.sampled += alone_.sampled;
    now.branched += alone_.branched;
    now.undecided += alone_.undecided;
    const engine::block_settled then = std::exchange(before, now);
    return {now.kleene - then.kleene, now.sampled - then.sampled, now.branched - then.branched, now.undecided - then.undecided};
}

void worker::answer_lines_of(std::string_view text) {
    const char* line = text.data();
    const char* const last = line + text.size();
    for (; line < last; ++line_) line = take_line(line, last);
}

/// \return the beginning of the next line
const char* worker::take_line(const char* line, const char* last) {
    if (const char* const feed = take_flat(line)) return feed + 1;
    const void* const feed = std::memchr(line, '\n', static_cast<std::size_t>(last - line));
    const char* const end = feed == nullptr ? last : static_cast<const char*>(feed);
    const std::string_view whole(line, static_cast<std::size_t>(end - line));
    take_generally(whole.ends_with('\r') ? whole.substr(0, whole.size() - 1) : whole, {});
    return end + 1;
}

/// \return the line feed behind the record, nullptr where the general way has to be taken
const char* worker::take_flat(const char* line) {
    if (in_full(order_)) return nullptr;
    make_room();
    block_.add();
    const char* const feed = flat_.read(line, block_);
    if (feed == nullptr || static_cast<std::size_t>(feed - line) > longest_) {
        block_.drop_last();
        return nullptr;
    }
    for (std::size_t i = 0; i < flat_.unknown_keys(); ++i) note_unknown(flat_.unknown_key(i));
    add_person(flat_.id(), counter_ ? said_in(flat_.sayings(), order_.how.chosen.closed) : said_person());
    return feed;
}

void worker::take_generally(std::string_view line, std::string_view row) {
    make_room();
    if (line.size() > longest_) add_refused({}, too_long(order_.how));
    else if (is_blank_line(line)) add_refused({}, blank_line(order_.how));
    else judge(line, row);
    if (in_full(order_) || refusals_.size() == most_refusals) finish_block();
    hand_on_much();
}

/// Hands nothing on: whoever waits for that must not keep others from their large records.
void worker::judge(std::string_view line, std::string_view row) {
    std::unique_lock alone(order_.one_large, std::defer_lock);
    if (line.size() > large) alone.lock();
    const bool suggests = in_full(order_);
    const record one = read_record(order_.how, line, suggests);
    if (one.good()) return take_good(one);
    // Suggestions look through all names: they are worth it only for a record that is refused, and not among very many.
    const bool again = !suggests && order_.how.rules.facts.size() <= most_facts_for_suggestions;
    refusal why = again ? refusal_of(read_record(order_.how, line, true)) : refusal_of(one);
    if (row.data() != nullptr) why.column = column_of_cell(row, line, why.offset);
    add_refused(one.id, std::move(why));
}

void worker::take_good(const record& one) {
    for (const std::string_view key : unknown_keys(one, order_.how.rules)) note_unknown(key);
    if (in_full(order_)) return append_in_full(one);
    block_.add(one.facts);
    add_person(one.id, counter_ ? said_in(one.facts) : said_person());
}

void worker::append_in_full(const record& one) {
    engine::advise_options asked;
    asked.proof = true;
    if (order_.how.chosen.kleene) asked.work_limit = asked.run_limit = 0;
    engine::settled how;
    const engine::advice answer = engine::advise(order_.prepared.code(), one.facts, asked, &how);
    alone_.kleene += how.kleene;
    alone_.sampled += how.sampled;
    alone_.branched += how.branched;
    alone_.undecided += how.undecided;
    const std::string_view labels = label_language(order_.how.chosen, order_.how.rules);
    append_result_line(answer_->lines, one.id.empty() ? std::string_view("null") : one.id,
                       {order_.how.rules, one.profile, one.facts, one.found.sorted(), one.spoken, labels}, answer);
    answer_->lines += '\n';
    ++answer_->counted.records;
    if (!counter_) return;
    outcomes_.clear();
    for (const engine::role_advice& role : answer.roles)
        if (role.verdict != engine::verdict::no) outcomes_.push_back({role.role, role.verdict, role.exact, role.points});
    counter_->add(said_in(one.facts), outcomes_);
}

/// The rows of CSV become records on lines, with the padding behind the last.
void worker::make_records(std::string_view& text, const csv_header& header) {
    rows_.clear();
    records_.clear();
    while (!text.empty() && rows_.size() != most_rows) {
        const std::size_t end = std::min(end_of_row(text, longest_), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.ends_with('\r')) row.remove_suffix(1);
        row_record made{row, records_.size(), 0, {}, {}};
        if (row.size() > longest_) made.why = too_long(order_.how);
        else if (is_blank_line(row) && header.keys.size() != 1) made.why = blank_line(order_.how);
        else made.why = append_row(records_, row, header, order_.how, made.id);
        made.end = records_.size();
        records_ += '\n';
        rows_.push_back(std::move(made));
    }
    records_.append(padding, '\n');
}

void worker::answer_rows(const chunk& piece) {
    for (std::string_view text = piece.text(); !text.empty();) {
        make_records(text, *piece.header);
        for (row_record& each : rows_) {
            const std::string_view made(records_.data() + each.begin, each.end - each.begin);
            if (!each.why.code.empty()) add_refused(each.id, std::move(each.why));
            else if (take_flat(made.data()) == nullptr) take_generally(made, each.row);
            line_ += 1 + static_cast<std::uint64_t>(std::count(each.row.begin(), each.row.end(), '\n'));
        }
        finish_block();  // the ids of its people stand in `records_`
    }
}

void worker::make_room() {
    if (block_.full()) finish_block();
}

void worker::add_person(std::string_view id, said_person said) {
    ++answer_->counted.records;
    waiting_.push_back({id, block_.size() - 1, 0, std::move(said)});
}

void worker::add_refused(std::string_view id, refusal why) {
    ++answer_->counted.records;
    ++answer_->counted.rejected;
    if (answer_->complaints.size() <= most_complaints) answer_->complaints.push_back({line_, why});
    waiting_.push_back({id, std::nullopt, refusals_.size(), {}});
    refusals_.push_back(std::move(why));
}

void worker::note_unknown(std::string_view key) {
    ++answer_->counted.unknown_keys;
    std::vector<std::string>& names = answer_->unknown;
    if (names.size() < most_unknown_names && std::find(names.begin(), names.end(), key) == names.end()) names.emplace_back(key);
}

void worker::finish_block() {
    if (block_.size() != 0) block_.evaluate();
    for (const waiting& one : waiting_) {
        if (one.person) {
            block_.outcomes(*one.person, outcomes_);
            order_.lines.append(answer_->lines, one.id, outcomes_);
            if (counter_) counter_->add(one.said, outcomes_);
        } else {
            append_refusal(answer_->lines, one.id, refusals_[one.refused]);
        }
        hand_on_much();
    }
    waiting_.clear();
    refusals_.clear();
    block_.clear();
}

/// Memory is bounded: of short records whose answers are long, the answers go out before all are made.
void worker::hand_on_much() {
    if (answer_->lines.size() < order_.most_bytes) return;
    chunk_answer part;
    part.whole = false;
    part.lines.swap(answer_->lines);
    part.file = answer_->file;
    (*hand_on_)(std::move(part));
}

}  // namespace advise::cli::batch

// Compiled rules: the same as the text, and never believed.
#include "compiled_format.hpp"
#include "rule_order.hpp"
#include "support/bridge.hpp"

#include <advise/engine/compiled.hpp>
#include <advise/engine/lints.hpp>
#include <advise/engine/plan.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <cstring>
#include <new>

namespace advise::tests {
namespace {

using namespace engine::compiled_form;
using engine::condition_id;

const std::string everything =
    "ruleset \"All\"\nlanguage en\nsource book \"A book\"\n  url \"https://b\"\nscale mood: bad < fair < good\n  label fa good \"خوب\"\n"
    "fact skill: level\n  label \"The skill\"\n  label fa \"مهارت\"\n  aka craft, \"art of it\"\n  ask \"How well?\"\n  effort 3 weeks\n"
    "fact feeling: mood\nfact years: number 0..60 years\n  effort 52 weeks\n  after skill >= beginner\n  after feeling >= fair or years >= 1\n"
    "fact degree: one of (none, bachelor, master)\n  label fa master \"ارشد\"\nfact tongues: any of (english, persian)\nfact works at night: yes/no\n"
    "concept able\n  label \"Able\"\n  aka capable\n  when at least 2 of (skill >= advanced, years in 2..5, degree in (bachelor, master))\n"
    "concept \"and so on\"\n  when not works at night or exactly 1 of (skill, works at night)\n"
    "role lead \"The first\"\n  label fa \"یکم\"\n  when able\n    because \"It’s so.\"\n    because fa \"چون\"\n    cites book \"p 1\"\n"
    "  unless tongues includes english and at most 1 of (able, works at night, feeling = good)\n  +3 \"and so on\"\n  -2 years >= 7\n  requires 1 "
    "points\n"
    "    because \"enough\"\n  requires 2 points\nrole second\n  when none of (skill, works at night)\nrule named: able and skill >= expert -> "
    "second (+4)\n"
    "test \"one\"\n  given skill: expert\n  given works at night\n  expect lead: unknown\n  expect second points 0..4\n"
    "claim always able or not able\nclaim more skill never hurts second\nclaim lead ignores degree\n";

std::string compiled_text(const loaded& base) {
    return engine::compiled(*base.code, std::vector<std::string>(base.rules->files.size(), std::string(64, '0'))).value();
}

/// Aligned, as a mapped file is; exactly as large as it is, so that the sanitizer sees what lies behind.
std::shared_ptr<const char> aligned(const std::string& bytes) {
    const std::align_val_t alignment{64};
    char* const at = static_cast<char*>(::operator new(std::max<std::size_t>(bytes.size(), 1), alignment));
    std::memcpy(at, bytes.data(), bytes.size());
    return {at, [alignment](const char* old) { ::operator delete(const_cast<char*>(old), alignment); }};
}

loaded opened(const std::string& bytes) {
    const std::shared_ptr<const char> kept = aligned(bytes);
    engine::load_result result = engine::open_compiled({"base.advb", {kept.get(), bytes.size()}, kept, false});
    loaded made;
    made.found = std::move(result.diagnostics);
    made.rules = std::move(result.rules);
    if (!made.found.has_errors()) made.code = std::make_unique<engine::program>(*made.rules);
    return made;
}

/// Everything that advice on this profile says, as text.
std::string answer_of(const loaded& base, const engine::facts& person) {
    engine::advise_options asked;
    asked.proof = true;
    asked.work_limit = 100'000;
    const engine::advice got = engine::advise(*base.code, person, asked);
    std::string all;
    const auto put = [&](const auto& number) { all += std::to_string(static_cast<std::int64_t>(number)) + ' '; };
    for (const engine::role_advice& role : got.roles) {
        all += std::string(base.rules->conclusions[role.role].term) + ": ";
        for (const std::int64_t n : {std::int64_t{role.exact}, role.points.low, role.points.high, role.max, std::int64_t{role.proof}}) put(n);
        put(role.verdict);
        for (const engine::fact_id f : role.open) put(f);
        for (const auto* witness : {&role.yes, &role.no, &role.low, &role.high})
            if (*witness)
                for (const auto& [fact, value] : **witness) put(fact), put(value.number), put(value.members.size());
    }
    for (const engine::proof_node& node : got.nodes) {
        put(node.kind), put(node.truth), put(node.condition), put(node.conclusion);
        for (const std::uint32_t id : node.of) put(id);
        for (const std::uint32_t id : node.clause_nodes) put(id);
    }
    return all;
}

/// Looks at all there is, so that nothing damaged stays unseen.
std::string used(const loaded& base) {
    const engine::rule_base& rules = *base.rules;
    std::string all;
    const auto place = [&](const engine::origin& o) {
        const grammar::place at = rules.place_of(o);
        const grammar::position from = at.file->position_of(at.where.begin);
        all += std::to_string(from.line) + ':' + std::to_string(from.column) + ' ' + std::string(at.file->text(at.where)) + '\n';
    };
    for (const engine::condition& c : std::as_const(rules.conditions)) place(c.at);
    for (const engine::clause& c : std::as_const(rules.clauses)) {
        place(c.at);
        for (const engine::because& b : rules.wording(c).reasons) all += b.text;
    }
    for (const engine::conclusion& c : rules.conclusions) {
        place(c.at);
        all += std::to_string(rules.names.conclusion(c.term)) + std::string(engine::text_in(c.labels(), "fa", rules.language));
    }
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        all += std::to_string(rules.names.fact(rules.facts[f].term));
        for (const engine::option& o : rules.options_of(rules.facts[f])) all += std::to_string(rules.names.value(f, o.term).value_or(99));
    }
    for (const grammar::source_ptr& file : rules.files) all += std::string(file->name()) + std::string(file->bytes()) + std::to_string(file->lines());
    for (const engine::test_block& test : rules.tests) {
        grammar::diagnostics found;
        all += answer_of(base, engine::bind_given(test, rules, found));
    }
    all += answer_of(base, bind_text(base, "").facts) + answer_of(base, bind_text(base, "otherwise: no\n").facts);
    return all;
}

/// Every block judged, tables that nothing above looks at included.
void look_at_all(const engine::program::data& code) {
    const auto touch = [](const auto& array) { BOOST_TEST(static_cast<std::size_t>(array.end() - array.begin()) == array.size()); };
    touch(code.tests), touch(code.ranges), touch(code.gates), touch(code.inputs), touch(code.weights), touch(code.conclusions);
    touch(code.evidence), touch(code.class_of), touch(code.first_of_class), touch(code.class_literal), touch(code.order);
}

/// Puts right what a change of the file has made wrong: its hashes.
void reseal(std::string& file) {
    file_head head;
    if (file.size() < sizeof head) return;
    std::memcpy(&head, file.data(), sizeof head);
    head.bytes = file.size();
    for (const section_entry& s : head.sections)
        for (std::uint64_t at = 0, check = s.first_check; at < s.elements; at += block_elements, ++check) {
            const std::uint64_t bytes = std::min<std::uint64_t>(block_elements, s.elements - at) * s.element_bytes,
                                begin = s.offset + at * s.element_bytes;
            const std::uint64_t to = sizeof head + check * sizeof(std::uint64_t);
            if (begin > file.size() || bytes > file.size() - begin || to + sizeof(std::uint64_t) > file.size()) return;
            const std::uint64_t hash = hash_of(file.data() + begin, bytes);
            std::memcpy(file.data() + to, &hash, sizeof hash);
        }
    head.hash = 0;
    std::memcpy(file.data(), &head, sizeof head);
    const std::uint64_t before = sizeof head + std::uint64_t{head.checks} * sizeof(std::uint64_t);
    if (before > file.size()) return;
    head.hash = hash_of(file.data(), before);
    std::memcpy(file.data(), &head, sizeof head);
}

/// What a file says, or what is wrong with it.
std::string outcome_of(const std::string& bytes) {
    try {
        const loaded base = opened(bytes);
        if (base.found.has_errors()) return "refused";
        look_at_all(base.code->code());
        return used(base);
    } catch (const engine::damaged_rules&) {
        return "damaged";
    }
}

bool is_refused(const std::string& outcome) { return outcome == "refused" || outcome == "damaged"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(compiled)

BOOST_AUTO_TEST_CASE(a_compiled_file_says_what_the_text_says) {
    const loaded text = load(everything);
    BOOST_REQUIRE_MESSAGE(!text.found.has_errors(), told(text.found));
    const std::string file = compiled_text(text);
    const loaded compiled = opened(file);
    BOOST_REQUIRE(!compiled.found.has_errors());
    BOOST_TEST(engine::is_compiled(file));
    BOOST_TEST(engine::same_meaning(*text.rules, *compiled.rules));
    BOOST_TEST(used(text) == used(compiled));
    BOOST_TEST(compiled.rules->names.fact("ART of it") == text.rules->names.fact("craft"));
    BOOST_TEST(compiled.rules->names.conclusion("یکم") == text.rules->names.conclusion("lead"));
    BOOST_TEST(opened(compiled_text(load("role r\n"))).rules->files.front()->known_sha256() == std::string(64, '0'));
}

BOOST_AUTO_TEST_CASE(the_same_rules_give_the_same_bytes_compiled_again_or_not) {
    const loaded text = load(everything);
    const std::string file = compiled_text(text);
    BOOST_TEST((compiled_text(load(everything)) == file));
    const loaded once = opened(file);
    BOOST_REQUIRE(!once.found.has_errors());
    BOOST_TEST((engine::compiled(*once.code, {std::string(64, '0')}).value() == file));
}

BOOST_AUTO_TEST_CASE(random_rule_bases_and_profiles_get_the_same_answers) {
    const std::uint64_t cases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 10,
                        first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 770'000;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        const random_case made = make_random_case(seed, 2);
        const loaded text = load(print_rules(made.base));
        const std::string file = compiled_text(text);
        const loaded compiled = opened(file);
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_REQUIRE(!compiled.found.has_errors());
            BOOST_TEST((used(text) == used(compiled)));
            BOOST_TEST((compiled_text(compiled) == file));
            for (const profile& known : made.profiles) {
                const std::string lines = print_profile(made.base, known);
                BOOST_TEST(answer_of(text, bind_text(text, lines).facts) == answer_of(compiled, bind_text(compiled, lines).facts));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_found_or_says_nothing) {
    const std::string file = compiled_text(load("fact a: level\nconcept c\n  when a >= advanced\nrole r\n  when c\n  +2 a\n"));
    const std::string whole = outcome_of(file);
    BOOST_REQUIRE(!is_refused(whole));
    std::size_t unnoticed = 0;
    for (std::size_t i = 0; i < file.size(); ++i) {
        std::string changed = file;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        const std::string got = outcome_of(changed);
        BOOST_TEST((is_refused(got) || got == whole), "byte " << i);
        unnoticed += is_refused(got) ? 0 : 1;
    }
    BOOST_TEST(unnoticed < part_count * 64);  // between the sections
}

BOOST_AUTO_TEST_CASE(a_file_that_was_cut_off_is_refused) {
    const std::string file = compiled_text(load("fact a: level\nrole r\n  when a\n"));
    for (std::size_t size = 0; size < file.size(); size += 1 + size / 40)
        BOOST_TEST((outcome_of(file.substr(0, size)) == "refused"), "size " << size);
    BOOST_TEST((outcome_of(file + "more") == "refused"));
}

BOOST_AUTO_TEST_CASE(another_version_is_named_as_such) {
    std::string file = compiled_text(load("fact a: level\nrole r\n  when a\n"));
    const std::uint32_t other = version + 1;
    std::memcpy(file.data() + offsetof(file_head, version), &other, sizeof other);
    const loaded got = opened(file);
    BOOST_REQUIRE(got.found.has_errors());
    BOOST_TEST((got.found.sorted().front().text.id == grammar::message::compiled_elsewhere));
}

BOOST_AUTO_TEST_CASE(a_forged_cycle_of_conclusions_is_damage_and_no_fault) {
    std::string forged = compiled_text(load("fact x: yes/no\nconcept b\n    when x\nrole r\n    when b\ntest \"t\"\n    given x\n    expect r: yes\n"));
    file_head head;
    std::memcpy(&head, forged.data(), sizeof head);
    const auto section = [&](part p) { return head.sections[static_cast<std::size_t>(p)]; };
    std::size_t of_b = 0;  // the condition that asks for b becomes what b rests on
    for (std::size_t c = 0; c < section(part::conditions).elements; ++c) {
        engine::condition one;
        std::memcpy(&one, forged.data() + section(part::conditions).offset + c * sizeof one, sizeof one);
        if (one.kind == engine::condition_kind::conclusion) of_b = c;
    }
    for (std::size_t k = 0; k < section(part::clauses).elements; ++k) {
        const auto body = static_cast<condition_id>(of_b);
        std::memcpy(forged.data() + section(part::clauses).offset + k * sizeof(engine::clause) + offsetof(engine::clause, body), &body, sizeof body);
    }
    reseal(forged);
    const loaded got = opened(forged);
    BOOST_REQUIRE(!got.found.has_errors());
    BOOST_CHECK_THROW(engine::rule_order(*got.rules, std::uint32_t{1} << 31), engine::damaged_rules);
    engine::judge_all(*opened(compiled_text(load(everything))).rules);
}

BOOST_AUTO_TEST_CASE(whatever_a_forged_file_holds_it_is_refused_or_used_without_a_crash) {
    const std::uint64_t cases = from_environment("ADVISE_RANDOM_PAIRS", 2000),
                        first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 880'000;
    const std::string file = compiled_text(load(everything));
    std::size_t accepted = 0;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        rng random(seed);
        std::string forged = file;
        file_head head;
        std::memcpy(&head, forged.data(), sizeof head);
        for (std::size_t changes = 1 + random.below(3); changes > 0; --changes) {
            const section_entry& s = head.sections[random.below(part_count)];
            const std::uint64_t bytes = s.elements * s.element_bytes;
            const std::uint64_t at = bytes == 0 || random.below(12) == 0 ? random.below(forged.size()) : s.offset + random.below(bytes);
            constexpr std::array<unsigned char, 6> favourites = {0, 1, 2, 0x7F, 0x80, 0xFF};
            forged[at] = static_cast<char>(random.below(2) == 0 ? favourites[random.below(favourites.size())] : random.below(256));
        }
        if (random.below(20) == 0) forged.resize(random.below(forged.size()));
        reseal(forged);
        BOOST_TEST_CONTEXT("seed " << seed) { accepted += is_refused(outcome_of(forged)) ? 0 : 1; }
    }
    BOOST_TEST(accepted > 0u);
    BOOST_TEST(accepted < cases);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests

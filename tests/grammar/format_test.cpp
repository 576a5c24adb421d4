// The layout of rule files and profiles.
#include "formatting.hpp"

#include <boost/test/unit_test.hpp>

using formatting::comments_of;
using formatting::formatted;
using formatting::formatted_profile;

namespace {

/// As it is, and again.
void check(const std::string& text, const std::string& expected) {
    BOOST_TEST(formatted(text) == expected);
    BOOST_TEST(formatted(expected) == expected);
}
void check_profile(const std::string& text, const std::string& expected) {
    BOOST_TEST(formatted_profile(text) == expected);
    BOOST_TEST(formatted_profile(expected) == expected);
}
void stays(const std::string& text) { BOOST_TEST(formatted(text) == text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(format)

BOOST_AUTO_TEST_CASE(a_statement_a_line_clauses_four_columns_in_reasons_eight) {
    check("role   infra  \"Infra\"\nlabel fa \"زیرساخت\"\n  when a>=advanced and b because \"x\" cites book \"p. 3\"\n+ 3 c\n\t\t- 2 d\n",
          "role infra \"Infra\"\n    label fa \"زیرساخت\"\n    when a >= advanced and b\n        because \"x\"\n        cites book \"p. 3\"\n"
          "    +3 c\n    -2 d\n");
    check("a->b because \"x\"\n", "a -> b\n    because \"x\"\n");
}

BOOST_AUTO_TEST_CASE(keywords_are_lower_case_and_operators_ascii) {
    check("parallelism AND low-level optimisation → infra\n", "parallelism and low-level optimisation -> infra\n");
    check("a ∧ b ∨ ¬c => d(+4)\n", "a and b or not c -> d (+4)\n");
    check("Role r\n WHEN a≥advanced Or b ≠ none OR c≤low\n Requires At Least 2 Of(a،b)\n",
          "role r\n    when a >= advanced or b != none or c <= low\n    requires at least 2 of (a, b)\n");
    check("Fact a: YES/NO\nfact b: Number 0 .. 5 years\nfact c: Any Of(x,y)\n", "fact a: yes/no\nfact b: number 0..5 years\nfact c: any of (x, y)\n");
    check("CLAIM Always a Or Not b\ntest \"t\"\n EXPECT FIRST r\n Expect r Points -1 .. 3\n",
          "claim always a or not b\ntest \"t\"\n    expect first r\n    expect r points -1..3\n");
}

BOOST_AUTO_TEST_CASE(words_that_say_the_same_in_another_voice_stay) {
    stays("role r\n    when a is avoids or b = none or c is at least 3 or d at least 3 or e >= 3\n");
}

BOOST_AUTO_TEST_CASE(terms_and_texts_stay_as_they_are_written) {
    stays("\"Low-Level  thing\" and C++ and low_level optimisation -> \"role\"\n");
    check("low\tlevel   optimisation -> infra\n", "low level optimisation -> infra\n");
    stays("fact a: level\n    label \"Say \\\"hi\\\" # no comment\\n\"\n    ask \"companies’ tools…\"\n    aka ALL, Role Playing\n");
    check("o’reilly books -> r\n", "o'reilly books -> r\n");
    stays("role r\n    +۳ a\n    requires ۳ points\n    when سال in ۲..۵٫۵\n");
}

BOOST_AUTO_TEST_CASE(points_are_spelled_one_way) {
    check("role r\n    requires +3 points\n    requires 1 points\n    requires -2  POINTS\n    when a\n",
          "role r\n    requires 3 points\n    requires 1 point\n    requires -2 points\n    when a\n");
    check("a -> r (4)\nb -> r (- 4)\nc -> r ( + 4 )\n", "a -> r (+4)\nb -> r (-4)\nc -> r (+4)\n");
}

BOOST_AUTO_TEST_CASE(groups_of_lines_stay_groups) {
    check("\n\n# a\n\n\n\n# b\nsyntax 1\n\n\nlanguage en\nrole r\n\n\n    when a\n\n\n\n",
          "# a\n\n# b\nsyntax 1\n\nlanguage en\nrole r\n\n    when a\n");
}

BOOST_AUTO_TEST_CASE(comments_belong_to_what_follows_them_or_to_the_block_they_are_set_into) {
    stays("role r\n    # about a\n    when a\n    # when b\n\n# the next\nrole s\n    when c\n    # the end of s\n# the end\n");
    check("role r\n# about a\nwhen a\n  # when b\nrole s\n", "role r\n    # about a\n    when a\n    # when b\nrole s\n");
    check("syntax 1\n    # all alone\n", "syntax 1\n# all alone\n");
}

BOOST_AUTO_TEST_CASE(comments_at_the_ends_of_neighbouring_lines_stand_in_one_column) {
    check("role r # one\n    when a # two\n    when bbb and ccc\n    when e          #three   \n",
          "role r      # one\n    when a  # two\n    when bbb and ccc\n    when e  #three\n");
}

BOOST_AUTO_TEST_CASE(a_long_condition_is_broken_before_its_connectives) {
    const std::string a = "first quite long name >= advanced", b = "second quite long name >= advanced", c = "third quite long name >= advanced";
    check("role r\n    when " + a + " and " + b + " and " + c + "\n", "role r\n    when " + a + "\n     and " + b + "\n     and " + c + "\n");
    check("role r\n    requires " + a + " and " + b + " or " + c + "\n", "role r\n    requires " + a + " and " + b + "\n          or " + c + "\n");
    check("role r\n    +3 " + a + " or " + b + " or " + c + "\n", "role r\n    +3 " + a + "\n     or " + b + "\n     or " + c + "\n");
    check("claim never " + a + " and " + b + " and " + c + "\n", "claim never " + a + "\n        and " + b + "\n        and " + c + "\n");
    check("rule x: " + a + " and " + b + " and " + c + " -> r (+4)\n", "rule x: " + a + "\n    and " + b + "\n    and " + c + "\n    -> r (+4)\n");
    check(a + " and " + b + " -> a rather long conclusion (+4)\n", a + " and " + b + "\n    -> a rather long conclusion (+4)\n");
}

BOOST_AUTO_TEST_CASE(lists_are_broken_after_commas_terms_fill_the_line_conditions_do_not) {
    check("role r\n    when at least 2 of (parallelism, distributed computing, low-level optimisation, machine learning) >= advanced\n",
          "role r\n    when at least 2 of (parallelism, distributed computing, low-level optimisation,\n                        machine learning) >= "
          "advanced\n");
    check("role r\n    when none of (spoken languages includes english, spoken languages includes german, french)\n    +1 a\n",
          "role r\n    when none of (spoken languages includes english, spoken languages includes german, french)\n    +1 a\n");
    check("role r\n    when none of (spoken languages includes english, spoken languages includes german, french or dutch)\n",
          "role r\n    when none of (spoken languages includes english,\n                  spoken languages includes german,\n                  "
          "french or dutch)\n");
}

BOOST_AUTO_TEST_CASE(where_the_parenthesis_leaves_no_room_its_content_is_set_in_from_the_line) {
    const std::string name = "an unusually long name of a fact that takes seventy columns by itself xx";
    check("role r\n    when some condition with a long name in (" + name + ", " + name + ")\n",
          "role r\n    when some condition with a long name in (\n        " + name + ",\n        " + name + ")\n");
}

BOOST_AUTO_TEST_CASE(a_line_never_begins_with_a_term_that_would_begin_a_statement) {
    const std::string long_one = "some very long name of a fact that takes nearly the whole width of a line";
    check("role r\n    when all of (" + long_one + ", test automation, " + long_one + ")\n",
          "role r\n    when all of (" + long_one + ", test automation,\n                 " + long_one + ")\n");
}

BOOST_AUTO_TEST_CASE(empty_lines_inside_a_statement_keep_groups_of_comments_apart) {
    BOOST_TEST(formatted("role r\n  when a  # why\n  # one\n  # two\n\n\n  # three\n\n  because \"x\"\n\n  because fa \"y\"\n")
               == "role r\n    when a  # why\n        # one\n        # two\n\n        # three\n\n        because \"x\"\n        because fa \"y\"\n");
    BOOST_TEST(formatted("role r\n  when any of (a,\n\n  # one\n\n  b)\n")
               == "role r\n    when any of (a,\n\n                 # one\n\n                 b)\n");
}

BOOST_AUTO_TEST_CASE(comments_inside_a_statement_stay_where_they_are) {
    stays("role r\n    when a  # first\n     and b  # second\n        # why\n        because \"x\"  # third\n");
    stays("role r\n    when at least 2 of (a,  # one\n                        # of its own\n                        b, c)  # end\n");
    check("role r\n    when all of (a # one\n , b # two\n) and c\n", "role r\n    when all of (a,  # one\n                 b)  # two\n     and c\n");
    check("role r\n    when all of (a, b # two\n) >= advanced\n", "role r\n    when all of (a, b  # two\n                 ) >= advanced\n");
    check("role r\n    when all of (a # one\n  # two\n , # three\n b)\n",
          "role r\n    when all of (a,  # one\n                 # two\n                 # three\n                 b)\n");
    check("role r\n    when all of (any of (a, b) # one\n) # two\n",
          "role r\n    when all of (any of (a, b)  # one\n                 )              # two\n");
    check("a # one\n# two\n-> b # three\n", "a  # one\n    # two\n    -> b  # three\n");
}

BOOST_AUTO_TEST_CASE(line_ends_marks_and_empty_texts) {
    BOOST_TEST(formatted("") == "");
    BOOST_TEST(formatted("\n \n\t\n") == "");
    BOOST_TEST(formatted("# only\r\n\r\n   # comments") == "# only\n\n# comments\n");
    BOOST_TEST(formatted("\xEF\xBB\xBF"
                         "a -> b\r\n\r\nc -> d # x\r\n")
               == "a -> b\n\nc -> d  # x\n");
    BOOST_TEST(formatted("a -> b") == "a -> b\n");
    check("\u200Fموازی‌سازی و\u00A0دانش -> مهندس # یادداشت\u200F\n",
          "موازی‌سازی و دانش -> مهندس  # یادداشت\u200F\n");
    check("a -> b # 👩‍💻 é\u00A0!\u00A0 \n", "a -> b  # 👩‍💻 é\u00A0!\n");
}

BOOST_AUTO_TEST_CASE(width_is_counted_in_columns_not_in_bytes) {
    const std::string fact = "برنامه‌نویسی موازی و توزیع‌شده >= advanced";  // 41 columns in 72 bytes
    stays("role r\n    when " + fact + " and " + fact + "\n");
    check("role r\n    when " + fact + " and " + fact + " and c++\n", "role r\n    when " + fact + "\n     and " + fact + "\n     and c++\n");
}

BOOST_AUTO_TEST_CASE(given_is_a_line_of_a_profile) {
    check("test \"t\"\n  given   low-level   optimisation :AT LEAST  beginner # x\n  given enjoys teaching\n  given otherwise:NO\n",
          "test \"t\"\n    given low-level optimisation: at least beginner  # x\n    given enjoys teaching\n    given otherwise: no\n");
    BOOST_TEST(formatted("test \"t\"\n    given a b: c: \"\n") == "errors");
}

BOOST_AUTO_TEST_CASE(a_text_with_errors_is_not_formatted) {
    BOOST_TEST(formatted("a and -> b\n") == "errors");
    BOOST_TEST(formatted("role r\n    when (a\n") == "errors");
    BOOST_TEST(formatted("a -> b\xFF\n") == "errors");
}

BOOST_AUTO_TEST_CASE(profiles_have_one_blank_after_the_colon) {
    check_profile("\n# Sara\nName :  Sara   Smith \n\n\nparallelism:advanced#\n  low-level   optimisation  : at   least beginner # so so\nenjoys "
                  "teaching\nlanguages:  english,persian\nyears: 4years\n",
                  "# Sara\nname: Sara   Smith\n\nparallelism: advanced#\nlow-level optimisation: at least beginner  # so so\nenjoys "
                  "teaching\nlanguages: english, persian\nyears: 4 years\n");
    check_profile("a: YES\nb: Unknown\nc: ?\nd: At Most  3\ne: Advanced\nOtherwise: No\n",
                  "a: yes\nb: unknown\nc: ?\nd: at most 3\ne: Advanced\notherwise: no\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_comment_does_not_become_one) { check_profile("a:#1\nname :#1\nb  :x,#1\n", "a:#1\nname:#1\nb: x,#1\n"); }

BOOST_AUTO_TEST_CASE(persian_profiles_keep_their_words_and_commas) {
    check_profile("نام:مریم\nکارفرمایان  دلخواه : شرکت بزرگ،استارتاپ هسته‌باز\nسال‌های تجربه: حداقل  "
                  " "
                  "۷ "
                  "سال\nبقیه:نه\n",
                  "نام: مریم\nکارفرمایان دلخواه: شرکت بزرگ، استارتاپ هسته‌باز\nسال‌های تجربه: حداقل "
                  "۷ "
                  "سال\nبقیه: "
                  "نه\n");
}

BOOST_AUTO_TEST_CASE(a_value_that_could_name_an_option_is_not_respelled) {
    for (const std::string value : {"18 .. 64", "18..64", ">=3", "1,2,3", "≥ 3", "\"a  b\"", "a,#1", "what  , is, this ; here"})
        check_profile("age: " + value + "\n", "age: " + (value.starts_with("what") ? std::string("what, is, this ; here") : value) + "\n");
}

BOOST_AUTO_TEST_CASE(json_has_a_member_on_each_line) {
    check_profile(" {\"name\":\"Re\\\"za, {}\" ,\n\"a\":[ \"x\",\"y\" ] , \"b\" : 8.50,\"c\":null}",
                  "{\n  \"name\": \"Re\\\"za, {}\",\n  \"a\": [\"x\", \"y\"],\n  \"b\": 8.50,\n  \"c\": null\n}\n");
    check_profile("{ }", "{}\n");
    check_profile("{\"a\": []}", "{\n  \"a\": []\n}\n");
    BOOST_TEST(formatted_profile("{\"a\": 1, \"a\": 2}") == "errors");
    const std::string item = "\"a long option of a set of options\"";
    check_profile("{\"a\": [" + item + "," + item + "," + item + "]}",
                  "{\n  \"a\": [\n    " + item + ",\n    " + item + ",\n    " + item + "\n  ]\n}\n");
}

BOOST_AUTO_TEST_CASE(same_rules_knows_what_differs) {
    const auto same = [](const std::string& a, const std::string& b) {
        advise::grammar::diagnostics found;
        return advise::grammar::same_rules(*formatting::read(a, found), *formatting::read(b, found));
    };
    const std::string base = "role r\n    when a and (b or c)\n    +3 d >= advanced\n        because \"x\"\n";
    BOOST_TEST(same(base, "ROLE r\nwhen a ∧ (b\nor c)\n+ 3 d ≥ advanced because \"x\""));
    for (const std::string other : {"role r\n    when a and b or c\n    +3 d >= advanced\n        because \"x\"\n",
                                    "role r\n    when a and (b or c)\n    +3 d > advanced\n        because \"x\"\n",
                                    "role r\n    when a and (b or c)\n    +3 d >= advanced\n        because \"y\"\n",
                                    "role r\n    when a and (b or c)\n    +4 d >= advanced\n        because \"x\"\n",
                                    "role r\n    when a and (b or c)\n    -3 d >= advanced\n        because \"x\"\n",
                                    "role r\n    when a and (b or C)\n    +3 d >= advanced\n        because \"x\"\n",
                                    "role r\n    when a and (b or c)\n    +3 d >= advanced\n", "role r\n    when a and (b or c)\n"})
        BOOST_TEST(!same(base, other), other);
}

BOOST_AUTO_TEST_CASE(same_profile_knows_what_differs) {
    const auto same = [](const std::string& a, const std::string& b) {
        advise::grammar::diagnostics found;
        return advise::grammar::same_profile(formatting::read(a, found), formatting::read(b, found));
    };
    BOOST_TEST(same("a: 4years\nb\n", "A :  4 years\nb\n"));
    for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"a: 3", "a: 3+"},
                                                                               {"a: 3 .. 5", "a: 3..5"},
                                                                               {"a: x, y", "a: x"},
                                                                               {"a: x", "a: \"x\""},
                                                                               {"a: ≥ 3", "a: >= 3"},
                                                                               {"name: A", "name: a"},
                                                                               {"a", "a: yes"},
                                                                               {"otherwise: no", ""},
                                                                               {"a: x، y", "a: x, y"}})
        BOOST_TEST(!same(a, b), a);
}

BOOST_AUTO_TEST_SUITE_END()

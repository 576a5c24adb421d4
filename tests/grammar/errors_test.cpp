// What is said about rules that are wrong: code, the very text underlined, and what to write instead.
#include "reading.hpp"

#include <boost/test/unit_test.hpp>

using reading::said;

namespace {

// What is said about a clause of a role, its line and first column left out.
std::string clause(const std::string& text) {
    std::string all = said("role r\n" + text + "\n");
    return all.starts_with("2:") ? all.substr(2) : all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(errors)

BOOST_AUTO_TEST_CASE(what_is_missing_is_reported_at_the_end_of_what_stands_before_it) {
    BOOST_TEST(clause("when a and  # more\n")
               == "11 A0102 [] a condition is missing after 'and' | such a line looks like this: when patience >= beginner and not hurried\n");
    BOOST_TEST(clause("when")
               == "5 A0102 [] a condition is missing after 'when' | such a line looks like this: when patience >= beginner and not hurried\n");
    BOOST_TEST(clause("when a >=")
               == "10 A0102 [] a value is missing after '>=' | such a line looks like this: when patience >= beginner and not hurried\n");
    BOOST_TEST(clause("when not not")
               == "13 A0102 [] a condition is missing after 'not' | such a line looks like this: when patience >= beginner and not hurried\n");
    BOOST_TEST(clause("+3") == "3 A0102 [] a condition is missing after '+3' | say what the points are for, as in: +3 python >= beginner\n");
    BOOST_TEST(said("python ->\n")
               == "1:10 A0102 [] a conclusion is missing after '->' | such a line looks like this: patience >= advanced -> host\n");
    BOOST_TEST(
        said("scale s: a < b <\n")
        == "1:17 A0102 [] the name of a level is missing after '<' | such a line looks like this: scale light: shade < half shade < full sun\n");
    BOOST_TEST(said("fact k\n") == "1:7 A0102 [] ':' is missing after 'k' | write: fact k: level\n");
    BOOST_TEST(said("fact k number\n") == "1:14 A0102 [] ':' is missing after 'number' | write: fact k: number\n");
    BOOST_TEST(clause("label fa") == "9 A0102 [] text in quotes is missing after 'fa' | such a line looks like this: label fa \"میزبان\"\n");
    BOOST_TEST(said("test \"t\"\n given\n expect x\n")
               == "2:7 A0102 [] a line of a profile, such as 'python: advanced' is missing after 'given' | write 'given python: advanced'\n"
                  "3:10 A0102 [] ':' and a verdict, or 'points' and a number is missing after 'x' | write: expect x: yes\n");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_underlined_whole) {
    BOOST_TEST(clause("when a and and b")
               == "12 A0101 [and] expected a condition, found 'and' | such a line looks like this: when patience >= beginner and not hurried\n");
    BOOST_TEST(clause("+x y") == "2 A0101 [x] expected a number of points, found 'x' | write: +1 x y\n");
    BOOST_TEST(clause("when a \"b c\"")
               == "8 A0101 [\"b c\"] expected 'and', 'or' or the end of the line, found '\"b c\"' | such a line looks like this: when patience >= "
                  "beginner and not hurried\n");
    BOOST_TEST(said("AND -> OR\n").starts_with("1:1 A0101 [AND] expected a condition"));
    BOOST_TEST(said("() -> x\n").starts_with("1:2 A0101 [)] expected a condition"));
    BOOST_TEST(said("a -> b and c\n") == "1:8 A0101 [and] expected the end of the line, found 'and' | write two rules: 'a -> b' and 'a -> c'\n");
    BOOST_TEST(said("test \"t\"\n expect x: maybe\n")
               == "2:12 A0101 [maybe] expected 'yes', 'no' or 'unknown', found 'maybe' | write: expect x: unknown\n");
    BOOST_TEST(said("x y\u200B -> z\n").find("A0") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_term_that_needs_quotes_is_shown_with_them) {
    BOOST_TEST(clause("when python 3 and sql") == "13 A0117 [3] a term that holds '3' has to be quoted | quote it: when \"python 3\" and sql\n");
    BOOST_TEST(said("a and python 3.11 tools or b -> qa\n")
               == "1:14 A0117 [3.11] a term that holds '3.11' has to be quoted | quote it: a and \"python 3.11 tools\" or b -> qa\n");
    BOOST_TEST(said("3d printing -> maker\n") == "1:1 A0117 [3d] a term that holds '3d' has to be quoted | quote it: \"3d printing\" -> maker\n");
    BOOST_TEST(said("a -> 3d printing\n").ends_with("quote it: a -> \"3d printing\"\n"));
    BOOST_TEST(clause("when .net >= expert") == "6 A0117 [.] a term that holds '.' has to be quoted | quote it: when \".net\" >= expert\n");
    BOOST_TEST(said("test automation -> qa\n")
               == "1:1 A0125 [test] 'test' begins a statement and cannot stand here unquoted | quote it: \"test automation\" -> qa\n");
    BOOST_TEST(said("label quality and x -> qa\n").ends_with("quote it: \"label quality\" and x -> qa\n"));
    BOOST_TEST(said("import a.rules\n").ends_with("| quote it: import \"a.rules\"\n"));
    BOOST_TEST(clause("when a\n because companies would say").ends_with("| quote it: because \"companies would say\"\n"));
}

BOOST_AUTO_TEST_CASE(numbers_are_corrected) {
    BOOST_TEST(clause("when a >= 1,500") == "11 A0109 [1,500] '1,500' is no number of this language | write 1500\n");
    BOOST_TEST(clause("when a >= 1,500,000.5 x") == "11 A0109 [1,500,000.5] '1,500,000.5' is no number of this language | write 1500000.5\n");
    BOOST_TEST(clause("when a >= ۱٬۵۰۰").ends_with("| write ۱۵۰۰\n"));
    BOOST_TEST(clause("when a >= 2,5").ends_with("| write 2.5\n"));
    BOOST_TEST(clause("when a >= 3.") == "11 A0109 [3.] '3.' is no number of this language | write 3\n");
    BOOST_TEST(clause("when a >= -.5").ends_with("| write -0.5\n"));
    BOOST_TEST(clause("when a >= 5years")
                   .starts_with("11 A0109 [5years] '5years' is no number of this language | a unit stands apart from its number: 5 years;"));
    BOOST_TEST(clause("when a >= 1234567890123") == "11 A0109 [1234567890123] a number has at most 12 digits before its point\n");
    BOOST_TEST(clause("when a >= 0.1234567") == "11 A0109 [0.1234567] a number has at most 6 digits after its point\n");
    BOOST_TEST(clause("+2000 a") == "1 A0110 [+2000] points go from -1000 to 1000 | write: +1000 a\n");
    BOOST_TEST(clause("+1.5 a") == "1 A0110 [+1.5] points are whole numbers | write: +2 a\n");
    BOOST_TEST(clause("when at least 1.5 of (a, b)").starts_with("15 A0110 [1.5]"));
}

BOOST_AUTO_TEST_CASE(operators_of_other_languages_are_named) {
    BOOST_TEST(clause("when a == b") == "8 A0118 [==] '==' is no operator of this language | write '='\n");
    BOOST_TEST(clause("when a && b") == "8 A0118 [&&] '&&' is no operator of this language | write 'and'\n");
    BOOST_TEST(clause("when a || b").ends_with("| write 'or'\n"));
    BOOST_TEST(clause("when a =< b").ends_with("| write '<='\n"));
    BOOST_TEST(clause("when a <> b").ends_with("| write '!='\n"));
    BOOST_TEST(clause("when !a").ends_with("| write 'not'\n"));
    BOOST_TEST(clause("when a, b").ends_with("| write 'and'\n"));
    BOOST_TEST(said("python: yes -> x\n").ends_with("| write '='\n"));
    BOOST_TEST(clause("when [a or b]").ends_with("| write '('\n"));
    BOOST_TEST(clause("when degree not in (a, b) and c") == "13 A0119 [not in] there is no 'not in' | write 'not degree in (a, b)'\n");
}

BOOST_AUTO_TEST_CASE(arrows_are_explained) {
    BOOST_TEST(said("a -> b unless c and d # x\n") == "1:8 A0114 [unless] there is no 'unless' after an arrow | write: c and d -> not b\n");
    BOOST_TEST(said("a -> b -> c\n") == "1:8 A0115 [->] a rule has one arrow | write two rules: 'a -> b' and 'b -> c'\n");
    BOOST_TEST(said("a - > b\n") == "1:3 A0116 [- >] '- >' is not an arrow | write '->'\n");
    BOOST_TEST(said("a --> b\n") == "1:3 A0116 [-->] '-->' is not an arrow | write '->'\n");
    BOOST_TEST(said("a -> b; c -> d\n")
               == "1:7 A0120 [;] ';' does not end a statement: each stands on its own line | put what follows on a line of its own\n");
    BOOST_TEST(said("test \"t\"\n given a -> b\n").starts_with("2:10 A0123 [->] "));
    BOOST_TEST(clause("when a unless b").ends_with("below the concept or role\n"));
    BOOST_TEST(clause("when a -> b").ends_with("| a rule is written 'condition -> conclusion'\n"));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_nothing_may_be_a_misspelt_keyword) {
    BOOST_TEST(said("conept systems\n")
               == "1:1 A0111 [conept] this line begins no statement or clause, and has no arrow | did you mean 'concept'?\n");
    BOOST_TEST(clause("reqires a >= b").ends_with("| did you mean 'requires'?\n"));
    BOOST_TEST(said("include \"x\"\n").ends_with("| did you mean 'import'?\n"));
    BOOST_TEST(said("test \"t\"\n givn python: advanced\n").ends_with("| did you mean 'given'?\n"));
    BOOST_TEST(said("because \"x\"\n").starts_with("1:1 A0122 [because]"));
    BOOST_TEST(said("python infra\n")
               == "1:1 A0111 [python infra] this line begins no statement or clause, and has no arrow"
                  " | a rule is written 'condition -> conclusion'\n");
}

BOOST_AUTO_TEST_CASE(parentheses_and_quotes_say_where_they_were_opened) {
    BOOST_TEST(clause("when a)") == "7 A0103 [)] this ')' closes nothing | delete it\n");
    BOOST_TEST(clause("when any of (a\n   b)")
               == "15 A0124 [] a term does not go on in the next line | a comma may be missing here (2:13 the parenthesis was opened here)\n");
    BOOST_TEST(clause("when (a b c >= d, e)").ends_with("(2:6 the parenthesis was opened here)\n"));
    BOOST_TEST(said("role r \"Label\n") == "1:8 A0104 [\"Label] the quoted text does not end on its line | put a '\"' at its end\n");
    BOOST_TEST(clause("when \"a\\q\" = b").starts_with("8 A0105 [\\q] '\\q' means nothing in quoted text | "));
    BOOST_TEST(said("\"py\\").starts_with("1:1 A0104"));
}

BOOST_AUTO_TEST_CASE(lines_in_the_manner_of_other_languages_are_shown_in_ours) {
    BOOST_TEST(said("if a and b, then infra\n")
               == "1:13 A0111 [then] this line begins no statement or clause, and has no arrow | write: a and b -> infra\n");
    BOOST_TEST(said("a implies infra\n").ends_with("| write: a -> infra\n"));
    BOOST_TEST(said("اگر الف آنگاه ب\n").ends_with("| write: الف -> ب\n"));
    BOOST_TEST(said("a => b\n") == "");
    BOOST_TEST(said("a ==> b\n") == "1:3 A0116 [==>] '==>' is not an arrow | write '->'\n");
    BOOST_TEST(said("infra <- a\n").ends_with("[<-] '<-' is not an arrow | write: a -> infra\n"));
    BOOST_TEST(said("infra :- a and b\n").ends_with("[:-] ':-' is not an arrow | write: a and b -> infra\n"));
    BOOST_TEST(said("concept x \"Label\"\n").ends_with("| put the label on a line of its own below: label \"Label\"\n"));
    BOOST_TEST(said("fact x \"Label\": level\n").ends_with("| put the label on a line of its own below: label \"Label\"\n"));
    BOOST_TEST(said("fact c: one of red, green\n").ends_with("| write: fact c: one of (red, green)\n"));
    BOOST_TEST(said("fact c: red, green\n").ends_with("| write: fact c: one of (red, green)\n"));
    BOOST_TEST(said("fact c: (red, green)  # two\n").ends_with("| write: fact c: one of (red, green)\n"));
    BOOST_TEST(said("fact d: number 0-7\n").ends_with("| write: fact d: number 0..7\n"));
    BOOST_TEST(said("fact d: number 0 to 7 years\n").ends_with("| write: fact d: number 0..7 years\n"));
    BOOST_TEST(clause("label Foo bar").ends_with("| quote it: label \"Foo bar\"\n"));
    BOOST_TEST(clause("label fa Foo bar").ends_with("| quote it: label fa \"Foo bar\"\n"));
    BOOST_TEST(clause("requires 3").ends_with("| write: requires 3 points\n"));
    BOOST_TEST(clause("+3: a").ends_with("| write: +3 a\n"));
}

BOOST_AUTO_TEST_CASE(terms_have_limits) {
    std::string const longest(256, 'a');
    BOOST_TEST(said(longest + " -> b\n") == "");
    BOOST_TEST(said("a" + longest + " -> b\n")
                   .ends_with(" a term of 257 bytes; at most 256 are allowed | write a shorter name; what people read is its label\n"));
    BOOST_TEST(said("\"\" -> b\n").starts_with("1:1 A0107 [\"\"] nothing is left of this term"));
    BOOST_TEST(said("\"- _\" -> b\n").starts_with("1:1 A0107"));
    BOOST_TEST(said("\u0640\u0640 -> b\n").starts_with("1:1 A0107"));
    BOOST_TEST(said("\"n\" -> b\n") == "");
    BOOST_TEST(said("\"a\u200Bb\" -> c\n") == "1:1 A0107 [\"a\u200Bb\"] a term may not hold the invisible character U+200B\n");
}

BOOST_AUTO_TEST_CASE(reasons_stand_only_where_they_have_a_meaning) {
    BOOST_TEST(said("fact f: level\n because \"x\"\n")
               == "2:2 A0122 [because] 'because' may only follow a rule or a when, requires, unless, +N or -N | say it in a comment: # …\n");
    BOOST_TEST(said("role r\n when a\n because \"x\" because fa \"y\"\n cites b\n requires 3 points\n cites b \"p\"\n") == "");
    BOOST_TEST(clause("aka a\n cites b").starts_with("3:2 A0122 [cites]"));
}

BOOST_AUTO_TEST_CASE(merge_conflicts_are_named) {
    BOOST_TEST(said("<<<<<<< HEAD\na -> b\n=======\na -> c\n>>>>>>> x\n").find("1:1 A0121 [<<<<<<<] a merge conflict was left in this file") == 0U);
    BOOST_TEST(reading::rules("<<<<<<< HEAD\na -> b\n=======\na -> c\n>>>>>>> x\n").found.errors() == 3U);
}

BOOST_AUTO_TEST_CASE(one_mistake_is_one_error) {
    for (std::string_view const text :
         {"role r\n when a 3 4 5 ((( b\n", "a b c 3 -> -> -> )\n", "fact x: one of (a 3, b 4)\n", "+ + +\n", "scale s: 1 < 2 < 3\n",
          "role r\n when (((a\n", "rule: a -> b\n", "claim\n", "syntax\n", "role r\n because\n"})
        BOOST_TEST(reading::rules(std::string(text)).found.errors() == 1U, text);
}

// What a new author of rules wrote, and what the forms are.
BOOST_AUTO_TEST_CASE(claims_and_sets_said_otherwise) {
    constexpr std::string_view forms =
        "| a claim has no title and is one of these: claim always CONDITION; claim never CONDITION; claim more FACT never hurts ROLE; "
        "claim ROLE ignores FACT\n";
    for (const std::string_view claim :
         {"claim \"Oleander never with children\"", "claim more experience never less tomatoes", "claim no rose without windy", "claim a and b"})
        BOOST_TEST(said(std::string(claim) + "\n").ends_with(forms), claim);
    BOOST_TEST(said("claim always oleander -> warm balcony\n").ends_with("| write: claim always not oleander or warm balcony\n"));
    BOOST_TEST(said("claim oleander requires warm balcony\n").ends_with("| write: claim always not oleander or warm balcony\n"));
    BOOST_TEST(said("claim host never with patience\n").ends_with("| write: claim never host and patience\n"));
    for (const std::string_view type : {"set of (cat, dog)", "several of (cat, dog)", "set (cat, dog)", "set of cat, dog"})
        BOOST_TEST(said("fact pets: " + std::string(type) + "\n").ends_with("| write: fact pets: any of (cat, dog)\n"), type);
    BOOST_TEST(said("fact pets: kind (cat, dog)\n").ends_with("| write: fact pets: one of (cat, dog)\n"));
    for (const std::string_view levels : {"(low, high)", "(low < high)"})
        BOOST_TEST(said("scale heat " + std::string(levels) + "\n").ends_with("| write: scale heat: low < high\n"), levels);
}

BOOST_AUTO_TEST_SUITE_END()

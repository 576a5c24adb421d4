// Interviews at a terminal: what is saved at their end, and that a signal loses no answer.
#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>
#include <pty.h>
#include <sys/wait.h>

using namespace advise::cli::testing;

namespace {

constexpr const char* club = "fact books: yes/no\nfact patience: level\nrole host\n    when books and patience >= intermediate\n";

/// The program as the child of a terminal of its own.
class terminal {
public:
    explicit terminal(const std::vector<std::string>& arguments) {
        child_ = ::forkpty(&master_, nullptr, nullptr, nullptr);
        if (child_ != 0) return;
        advise::cli::streams io = advise::cli::process_streams();
        ::_exit(advise::cli::run(arguments, io));
    }
    ~terminal() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        ::close(master_);
    }
    terminal(const terminal&) = delete;
    terminal& operator=(const terminal&) = delete;

    void type(std::string_view keys) const { BOOST_REQUIRE(::write(master_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size())); }
    void send(int signal) const { ::kill(child_, signal); }

    /// Reads until the text has been shown so many times.
    void expect(std::string_view text, int times = 1) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (; count(text) < times; read_some()) BOOST_REQUIRE_MESSAGE(std::chrono::steady_clock::now() < end, "no '" << text << "' in " << seen_);
    }
    /// \return the exit code; 1000 and the signal where one killed it
    int wait() {
        int status = 0;
        while (read_some()) {
        }
        BOOST_REQUIRE(::waitpid(child_, &status, 0) == child_);
        child_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }
    [[nodiscard]] const std::string& seen() const { return seen_; }

private:
    [[nodiscard]] int count(std::string_view text) const {
        int found = 0;
        for (std::size_t at = 0; (at = seen_.find(text, at)) != std::string::npos; at += text.size()) ++found;
        return found;
    }
    bool read_some() {
        char bytes[4096];
        const ssize_t got = ::read(master_, bytes, sizeof bytes);
        if (got > 0) seen_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

    int master_ = -1;
    pid_t child_ = -1;
    std::string seen_;
};

struct club_folder : folder {
    club_folder() { write("club.rules", club); }
};

const std::vector<std::string> ask_club{"ask", "--lang", "en", "--rules", "club.rules"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// One answer, then the signal.
int interrupted(terminal& screen, int signal) {
    screen.expect("> ");
    screen.type("yes\n");
    screen.expect("> ", 2);
    if (signal == SIGINT) screen.type("\x03");
    else screen.send(signal);
    return screen.wait();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ask_at_a_terminal)

BOOST_AUTO_TEST_CASE(an_interruption_saves_the_answers_in_a_new_file_and_says_how_to_go_on) {
    const club_folder here;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        terminal screen(ask_club);
        BOOST_TEST(interrupted(screen, signal) == 128 + signal);
        BOOST_TEST(has(here.read("answers.txt"), "books: yes\n"), screen.seen());
        BOOST_TEST(has(screen.seen(), "saved as answers.txt"), screen.seen());
        BOOST_TEST(has(screen.seen(), "advise ask answers.txt --rules club.rules --lang en"), screen.seen());
        fs::remove("answers.txt");
    }
}

BOOST_AUTO_TEST_CASE(an_interruption_touches_no_file_that_exists) {
    const club_folder here;
    here.write("answers.txt", "mine");
    here.write("me.txt", "mine too");
    here.write("me-2.txt", "and this");
    terminal first(ask_club);
    BOOST_TEST(interrupted(first, SIGINT) == 130);
    terminal second(with(ask_club, {"-o", "me.txt"}));
    BOOST_TEST(interrupted(second, SIGINT) == 130);
    BOOST_TEST(here.read("answers.txt") == "mine");
    BOOST_TEST(here.read("me.txt") == "mine too");
    BOOST_TEST(here.read("me-2.txt") == "and this");
    BOOST_TEST(has(here.read("answers-2.txt"), "books: yes\n"), first.seen());
    BOOST_TEST(has(here.read("me-3.txt"), "books: yes\n"), second.seen());
}

BOOST_AUTO_TEST_CASE(answers_that_cannot_be_saved_are_printed) {
    const club_folder here;
    terminal screen(with(ask_club, {"-o", "missing/me.txt"}));
    BOOST_TEST(interrupted(screen, SIGINT) == 130);
    BOOST_TEST(has(screen.seen(), "missing/me.txt could not be written"), screen.seen());
    BOOST_TEST(has(screen.seen(), "books: yes\r\n"), screen.seen());
}

BOOST_AUTO_TEST_CASE(an_interruption_without_answers_leaves_nothing) {
    const club_folder here;
    terminal screen(ask_club);
    screen.expect("> ");
    screen.type("skip\n");
    screen.expect("> ", 2);
    screen.type("\x03");
    BOOST_TEST(screen.wait() == 130);
    BOOST_TEST(has(screen.seen(), "Nothing was answered yet."), screen.seen());
    BOOST_TEST(here.files() == 1U);
}

/// Answers once, stops by these keys, types something where the file is asked for, and ends with this code; the answer is in that file.
void saved_at_the_end(const char* stop, const char* typed, int code, const char* file) {
    const club_folder here;
    terminal screen(ask_club);
    screen.expect("> ");
    screen.type("yes\n");
    screen.expect("> ", 2);
    screen.type(stop);
    screen.expect("A file name");
    screen.type(typed);
    BOOST_TEST(screen.wait() == code);
    BOOST_TEST(has(here.read(file), "books: yes\n"), screen.seen());
}

BOOST_AUTO_TEST_CASE(an_interruption_where_the_file_is_asked_for_saves_too) { saved_at_the_end("stop\n", "\x03", 130, "answers.txt"); }

BOOST_AUTO_TEST_CASE(the_end_of_the_input_still_asks_where_to_save) { saved_at_the_end("\x04", "kept.txt\n", 0, "kept.txt"); }

BOOST_AUTO_TEST_CASE(yes_is_no_name_of_a_file_and_no_saves_nothing) {
    const club_folder here;
    const conditions at_terminal{false, true, {}, true};
    for (const char* yes : {"yes", "Yes", "y", "بله", "آره"}) {
        const outcome got = run_program(ask_club, std::string("no\n\n") + yes + "\nme.txt\n", at_terminal);
        BOOST_TEST(has(got.err, "Saved as me.txt."), yes << got.err);
        BOOST_TEST(!fs::exists(yes));
        fs::remove("me.txt");
    }
    for (const char* no : {"no", "n", "نه", "خیر", ""}) {
        run_program(ask_club, std::string("no\n\n") + no + "\n", at_terminal);
        BOOST_TEST(here.files() == 1U, no);
    }
}

BOOST_AUTO_TEST_CASE(long_errors_are_broken_as_questions_are) {
    const club_folder here;
    const outcome got =
        run_program(ask_club, "perhaps somewhat more than a little of this and that, and of everything else\n", {false, false, {"", "", "", "40"}});
    for (std::size_t at = 0, end = 0; at < got.err.size(); at = end + 1) {
        end = got.err.find('\n', at);
        BOOST_TEST(end - at <= 40U, got.err.substr(at, end - at));
    }
    BOOST_TEST(has(got.err, "error: "));
}

BOOST_AUTO_TEST_CASE(commands_are_understood_in_everyday_words) {
    const club_folder here;
    for (const char* back : {"back", "Back.", "go back", "undo", "previous", "برگشت", "برگرد", "قبلی", "پرسش قبلی", "سوال قبلی", "عقب"})
        BOOST_TEST(has(run_program(ask_club, std::string("yes\n") + back + "\nno\n").err, "Noted: books: no."), back);
    for (const char* skip : {"skip", "later", "not now", "pass", "بعدی", "بعداً", "رد کن", "فعلا نه"})
        BOOST_TEST(has(run_program(ask_club, std::string(skip) + "\nlist\n").err, "1 books: no answer"), skip);
    for (const char* unknown : {"?", "؟", "don't know", "Don't know.", "not sure", "نمی‌دانم", "نمی دانم", "نمیدونم", "مطمئن نیستم"})
        BOOST_TEST(has(run_program(ask_club, std::string(unknown) + "\n").err, "Noted: books: unknown."), unknown);
    for (const char* why : {"why", "Why?", "why do you ask?", "چرا", "چرا؟", "برای چی؟"})
        BOOST_TEST(has(run_program(ask_club, std::string(why) + "\n").err, "It counts for Host."), why);
    for (const char* stop : {"stop", "quit", "done", "q", "پایان", "بس است", "تمام", "خروج"})
        BOOST_TEST(has(run_program(ask_club, std::string(stop) + "\n").err, "Stopped."), stop);
}

BOOST_AUTO_TEST_SUITE_END()

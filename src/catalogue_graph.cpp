// What `advise graph` says, and `advise completion`.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> graph_sentences() {
    static constexpr sentence_entry all[] = {
        {say::command_graph, "the rules as a drawing, or for other programs", "قاعده‌ها به‌صورت نمودار، یا برای برنامه‌های دیگر"},
        {say::option_focus, "only what this role or concept rests on", "تنها آنچه این نقش یا مفهوم بر آن استوار است"},
        {say::option_profile, "show what holds for this profile", "نشان می‌دهد که برای این پروفایل چه برقرار است"},
        {say::example_graph, "the built-in rules as a drawing", "قاعده‌های درون برنامه به‌صورت نمودار"},
        {say::example_graph_focus, "only what the role infra rests on", "تنها آنچه نقش infra بر آن استوار است"},
        {say::example_graph_profile, "what of it holds for sara.txt", "چه چیزی از آن برای sara.txt برقرار است"},
        {say::example_graph_dot, "rules of your own, drawn by Graphviz", "قاعده‌های خودتان با نقاشیِ Graphviz"},
        {say::example_graph_mermaid, "for a page of Markdown", "برای صفحه‌ای از Markdown"},
        {say::graph_title, "The rules of {0}", "قاعده‌های {0}"},
        {say::graph_title_bare, "The rules", "قاعده‌ها"},
        {say::graph_title_focus, "What {0} rests on", "آنچه {0} بر آن استوار است"},
        {say::graph_painted, "{0}, and what holds for {1}", "{0}، و آنچه برای {1} برقرار است"},
        {say::graph_shows, "{0} nodes and {1} lines, from the facts to the roles.", "{0} گره و {1} خط، از واقعیت‌ها تا نقش‌ها."},
        {say::graph_shows_truths, "{0} nodes and {1} lines, from the facts to the roles: {2} hold, {3} do not hold, {4} are open.",
         "{0} گره و {1} خط، از واقعیت‌ها تا نقش‌ها: {2} برقرار است، {3} برقرار نیست، {4} نامعلوم است."},
        {say::graph_legend, "Square corners: a fact, with what is asked of it where that is one thing. Rounded corners: what else is asked of a fact. Cut corners: a condition that joins others. Capsule: a concept. "
                            "Double frame: a role. A bar at the end of a line: it speaks against.",
         "گوشه‌های راست: واقعیت، با آنچه از آن خواسته می‌شود اگر یک چیز باشد. گوشه‌های گرد: چیزهای دیگری که از واقعیت خواسته می‌شود. گوشه‌های بریده: شرطی از چند شرط. کپسول: مفهوم. قاب دوخطی: نقش. میله در پایان خط: به زیان آن است."},
        {say::graph_legend_truths, "Solid lines: it holds; dashed: it does not; dotted: open. Colours say the same, not what is good: what does not hold at a line with a bar does no harm.", "خط پیوسته: برقرار است؛ خط‌چین: برقرار نیست؛ نقطه‌چین: نامعلوم است. رنگ همین را می‌گوید، نه این که خوب است یا بد: آنچه بر خطی با میله برقرار نیست زیانی ندارد."},
        {say::graph_too_large, "this graph has {0} nodes and {1} lines; a drawing takes at most {2} and {3}", "این گراف {0} گره و {1} خط دارد؛ نمودار بیش از {2} گره و {3} خط نمی‌پذیرد"},
        {say::graph_too_large_focus, "what '{4}' rests on has {0} nodes and {1} lines; a drawing takes at most {2} and {3}",
         "آنچه «{4}» بر آن استوار است {0} گره و {1} خط دارد؛ نمودار بیش از {2} گره و {3} خط نمی‌پذیرد"},
        {say::graph_no_bitmap, "advise draws no '{0}': '-o NAME.svg' is a drawing, '-o NAME.html' a page", "advise تصویر «{0}» نمی‌کشد: «-o NAME.svg» ترسیم است و «-o NAME.html» صفحه"},
        {say::graph_no_bitmap_help, "Graphviz draws others: advise graph --format dot | dot -T{0} -o {1}", "Graphviz قالب‌های دیگر را می‌کشد: advise graph --format dot | dot -T{0} -o {1}"},
        {say::graph_too_large_help, "'--focus ROLE' draws what one role rests on; '--format dot', 'mermaid' and 'json' take any size",
         "«--focus ROLE» تنها آنچه یک نقش بر آن استوار است را می‌کشد؛ «--format dot» و «mermaid» و «json» اندازه‌ای نمی‌شناسند"},
        {say::graph_too_large_focus_help, "'--focus' takes a concept too, which rests on less; '--format dot', 'mermaid' and 'json' take any size",
         "«--focus» مفهوم را هم می‌پذیرد که بر کمتر استوار است؛ «--format dot» و «mermaid» و «json» اندازه‌ای نمی‌شناسند"},
        {say::graph_many_lines, "Mermaid draws at most {0} lines unless 'maxEdges' is set higher on the page; this graph has {1}",
         "Mermaid بیش از {0} خط نمی‌کشد مگر آنکه «maxEdges» در صفحه بیشتر شود؛ این گراف {1} خط دارد"},
        {say::command_completion, "completion of commands and roles for a shell", "تکمیل فرمان‌ها و نام نقش‌ها در پوسته"},
        {say::unknown_shell, "there is no completion for '{0}'; there is one for {1}", "برای «{0}» تکمیل نیست؛ برای این‌ها هست: {1}"},
        {say::example_completion_bash, "for bash: takes effect in the next shell", "برای bash: از پوستهٔ بعدی کار می‌کند"},
        {say::example_completion_zsh, "for zsh, where ~/.zfunc is in its fpath", "برای zsh، اگر ‎~/.zfunc در fpath آن باشد"},
        {say::example_completion_fish, "for fish", "برای fish"},
    };
    return all;
}

}  // namespace advise::cli

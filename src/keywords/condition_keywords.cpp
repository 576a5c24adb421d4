// The words inside conditions, and the types of facts.
#include "../keyword_help.hpp"

namespace advise::cli {
namespace {

constexpr keyword_entry all[] = {
    {"and", "Both sides hold. It binds tighter than 'or'; put parentheses where both stand together.",
     "هر دو طرف برقرارند. از or محکم‌تر می‌پیوندد؛ هر جا هر دو با هم آمده‌اند پرانتز "
     "بگذارید.",
     "role infra\n    when parallelism and (linux or networking)\n"},
    {"or", "At least one side holds. It binds looser than 'and'; put parentheses where both stand together.",
     "دست‌کم یک طرف برقرار است. از and سست‌تر می‌پیوندد؛ هر جا هر دو با هم آمده‌اند پرانتز "
     "بگذارید.",
     "role infra\n    when linux or networking\n"},
    {"not", "What follows does not hold. Unknown stays unknown.",
     "آنچه پس از آن می‌آید برقرار نیست. نامعلوم، نامعلوم می‌ماند.",
     "role infra\n    when parallelism and not refuses on-call\n"},
    {"is", "The same as '='; 'is not' is '!=', and 'is at least' and 'is at most' are '>=' and '<='.",
     "همان = است؛ is not همان != است و is at least و is at most همان >= و <= اند.",
     "fact degree: one of (none, bachelor, master)\nrole researcher\n    when degree is master and mathematics is at least advanced\n"},
    {"includes", "A fact of the type 'any of' has this option among its values.", "واقعیتی از نوع any of این گزینه را در میان مقدارهایش دارد.",
     "fact spoken languages: any of (english, persian)\nrole interpreter\n    when spoken languages includes persian\n"},
    {"in", "A number within a range, both ends included, or a value out of a list.", "عددی در یک بازه با هر دو سرِ آن، یا مقداری از یک فهرست.",
     "fact degree: one of (none, bachelor, master, doctorate)\nfact age: number 0..120 years\nrole trainee\n    when age in 18..30 and degree in "
     "(bachelor, master)\n"},
    {"at least", "With 'K of (…)': K or more of them hold. Behind a level or number the same as '>='.",
     "با K of (…): K تا یا بیشتر برقرارند. پس از سطح یا عدد همان >= است.",
     "role infra\n    when at least 2 of (parallelism, linux, networking) >= intermediate\n    when experience at least advanced\n"},
    {"at most", "With 'K of (…)': K or fewer of them hold. Behind a level or number the same as '<='.",
     "با K of (…): K تا یا کمتر برقرارند. پس از سطح یا عدد همان <= است.",
     "role trainee\n    when at most 1 of (parallelism, linux, networking)\n    when experience at most beginner\n"},
    {"exactly", "With 'K of (…)': just K of them hold.", "با K of (…): درست K تا برقرارند.",
     "role specialist\n    when exactly 1 of (parallelism, linux, networking) >= expert\n"},
    {"all of", "Every member of the list holds; a comparison behind the list goes for each.",
     "همهٔ اعضای فهرست برقرارند؛ سنجشِ پس از فهرست برای هر یک است.", "role infra\n    when all of (parallelism, linux) >= intermediate\n"},
    {"any of", "In a condition: at least one member of the list holds. As the type of a fact: several of these options at once.",
     "در شرط: دست‌کم یکی از اعضای فهرست برقرار است. به عنوان نوع واقعیت: چند تا از این گزینه‌ها با "
     "هم.",
     "fact spoken languages: any of (english, persian)\nrole infra\n    when any of (parallelism, linux) >= advanced and spoken languages includes "
     "english\n"},
    {"none of", "No member of the list holds; a comparison behind the list goes for each.",
     "هیچ‌یک از اعضای فهرست برقرار نیست؛ سنجشِ پس از فهرست برای هر یک است.",
     "role infra\n    when parallelism and none of (refuses on-call, works for a competitor)\n"},
    {"level", "A fact with a level: none < beginner < intermediate < advanced < expert, or what the file declares as 'scale level'.",
     "واقعیتی با سطح: none < beginner < intermediate < advanced < expert، یا آنچه پرونده با scale level اعلان "
     "می‌کند.",
     "fact parallelism: level\nrole infra\n    when parallelism >= advanced\n"},
    {"yes/no", "A fact that is so or not. In a condition its name alone says that it is.", "واقعیتی که هست یا نیست. در شرط نامش به تنهایی یعنی هست.",
     "fact enjoys teaching: yes/no\nrole developer advocate\n    when enjoys teaching\n"},
    {"number", "A fact that is a number, with a range and a unit where you give them.", "واقعیتی که عدد است، با بازه و واحد اگر نوشته شوند.",
     "fact years of experience: number 0..60 years\nrole senior engineer\n    when years of experience >= 5 years\n"},
    {"one of", "A fact that is just one of these options, which have no order.",
     "واقعیتی که درست یکی از این گزینه‌هاست؛ گزینه‌ها ترتیب ندارند.",
     "fact degree: one of (none, bachelor, master)\nrole researcher\n    when degree in (bachelor, master)\n"},
};

}  // namespace

std::span<const keyword_entry> condition_keywords() { return all; }

}  // namespace advise::cli

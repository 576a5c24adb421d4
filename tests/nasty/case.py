"""What a hostile case is, and how to write one down."""
from dataclasses import dataclass, field

MARK = "⫶"      # stands in a text at the place where the first error is to be reported; taken out before the text is written

PROFILE = "parallelism: yes\nlow-level optimisation: yes\nstatistics: no\npython: 3\n"


class Stored:
    """A large body that was put on disk, so that the processes which measure the program stay small."""
    def __init__(self, path):
        self.path = path


def data_of(body):
    """The bytes of a body: bytes, a text (lone surrogates U+DC80-DCFF stand for single bytes), or a function that gives one of them."""
    if isinstance(body, Stored):
        with open(body.path, "rb") as f:
            return f.read()
    if callable(body):
        body = body()
    if isinstance(body, str):
        body = body.replace(MARK, "").encode("utf-8", "surrogateescape")
    return body


def marked_place(body):
    """(line, column) of the mark in a text, or None."""
    if not isinstance(body, str) or MARK not in body:
        return None
    before = body[:body.index(MARK)].removeprefix("\ufeff")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@dataclass
class Case:
    kind: str                       # rules | profile | cli | sweep
    theme: str
    name: str
    body: object = ""               # of the rule file, the profile, or for a sweep the list of bodies
    demand: str = "either"          # ok | error | either
    says: str = None                # regex: stands in the messages of the English run
    at: tuple = None                # (line, column) of the first error; also by MARK in the body
    also: list = field(default_factory=list)        # (line, column) of further findings or notes: ":line:column" stands in the messages
    errors: int = None              # how many errors are counted
    warns: str = None               # regex on the messages of a file that is accepted
    noisy: bool = False             # accepted or refused, but not in silence
    silent: bool = False            # accepted without a word
    verdicts: dict = None           # role: "yes", "no 0..3", … of the JSON answer
    hidden: list = field(default_factory=list)      # texts that stand nowhere in any output
    shown: str = None               # regex on the pretty answer
    forged: str = None              # a word that begins no line of any output
    same: object = None             # a body that must give the same answer
    strictly: bool = False          # … the same places and proof too
    profile: str = PROFILE          # rules cases: the person
    rules: str = None               # profile cases: the rule base; None: the kit
    explain: str = None             # a role to explain as well
    files: dict = field(default_factory=dict)       # beside the main file: path: body, ("symlink", to), ("fifo",), ("dir",), ("socket",)
    place: str = None               # where the main file lies, below the folder of the case
    seconds: float = 5
    light: bool = False             # only the two main runs
    forbid: list = field(default_factory=list)      # as `hidden`; from the manifest
    # cli
    argv: list = None
    stdin: object = None
    env: dict = field(default_factory=dict)
    setup: list = field(default_factory=list)
    rc: list = None
    out: str = None                 # regex on standard output
    json: str = None                # schema of the JSON on standard output
    alike: list = None              # argv of another run that must print the same
    as_user: bool = False           # modes matter: not as root
    keeps: list = field(default_factory=list)       # files that must not change
    signal_ok: bool = False         # a closed pipe may end the program
    weight: int = 0                 # heavier ones begin first
    ready: object = None            # path of a file that exists already (the shared cases)

    def store(self, path):
        """Puts the body on disk when it is large."""
        self.at = self.at or marked_place(self.body)
        if isinstance(self.body, (str, bytes)) and len(self.body) > 32 << 10:
            with open(path, "wb") as f:
                f.write(data_of(self.body))
            self.body = Stored(path)

    @property
    def id(self):
        return "%s/%s/%s" % (self.kind, self.theme, self.name)

"""Every diagnostic code, once; what each means stands in `explain/CODE.md`, or with a rule about phrases in its file.

The letter is the stage that finds it: R reads files, E resolves fields, evidence (E1) and drawings (E2), C0 checks the
Talk, C1 the Plan, C2 the Deck, T reads a template, O writes the output, I imports posts. What keeps people safe is C3,
what everybody must be able to see C4, how it is said C5; their numbers are those of the rules, C314 of SG-14. A code is
never reused for something else.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from talkbuilder.diagnostics.phrase_rules import RULES

# House rules of which no slide and no talk can decide: names, consent (one that has ended is none), faces, and how
# somebody died. What there is to decide is recorded with the person or the picture.
NEVER_ALLOWED = frozenset({"SG-01", "SG-02", "SG-03", "SG-05", "SG-19"})
# Who is protected stays so, whatever rule that may carry one day; and no answer goes without being looked at.
_PROMISED = frozenset({"C041", "C042", "C370"})

# An error stops whatever is made; what is unproved makes a draft of it; advice is told, and stops nothing, however
# strict one is.
Severity = Literal["error", "unproved", "warning", "advice"]


class Code(Struct, frozen=True):
    """A kind of fault. The name is chosen so that 'ignore NAME' reads well; `rule` is the house rule that it holds."""

    id: str
    name: str
    severity: Severity = "error"
    rule: str = ""  # SG-14, A11Y-06

    @property
    def may_be_allowed(self) -> bool:
        """Whether an author may answer it in a talk, with a reason: `allow`.

        What warns of a talk may be, and of errors those that hold a house rule, where judgement can differ. All others
        keep the promise of the program (files can be read, claims are proved, texts have room), and so does C041.
        """
        if not self.id.startswith("C") or self.id in _PROMISED or self.rule in NEVER_ALLOWED:
            return False
        return self.severity not in ("error", "unproved") or bool(self.rule)


CODES: Mapping[str, Code] = {
    code.id: code
    for code in (
        Code("R001", "file-missing"),
        Code("R002", "file-unreadable"),
        Code("R003", "file-empty"),
        Code("R004", "yaml-broken"),
        Code("R005", "tab-as-indent"),
        Code("R006", "second-document"),
        Code("R007", "alias"),
        Code("R008", "duplicate-key"),
        Code("R009", "nested-too-deep"),
        Code("R010", "yaml-tag"),
        Code("R011", "misnamed-file", "warning"),
        Code("R012", "swallowed-text", "warning"),
        Code("R013", "curly-quote-marks", "warning"),
        Code("E001", "unknown-id"),
        Code("E002", "unknown-key"),
        Code("E003", "missing-key"),
        Code("E004", "wrong-type"),
        Code("E005", "unknown-choice"),
        Code("E006", "unknown-kind"),
        Code("E007", "two-kinds"),
        Code("E008", "broken-reference"),
        Code("E009", "empty-value"),
        Code("E010", "bad-id"),
        Code("E011", "out-of-range"),
        Code("E012", "unprintable-character"),
        Code("E013", "bad-date"),
        Code("E014", "incomplete-fact", rule="SG-20"),
        Code("E015", "bad-picture"),
        Code("E016", "no-contact"),
        Code("E017", "bad-language"),
        Code("E050", "bad-link"),
        Code("E051", "bad-contact"),
        Code("E053", "face-shown", rule="SG-05"),
        Code("E054", "no-consent", rule="SG-02"),
        Code("E055", "people-unsaid", "warning"),
        Code("E056", "ring-without-minutes"),
        Code("E031", "unlike-facts"),
        Code("E032", "not-to-scale"),
        Code("E033", "more-than-the-whole"),
        Code("E034", "unfit-dates"),
        Code("E040", "bad-map"),
        Code("E101", "not-in-post"),
        Code("E102", "ambiguous-place"),
        Code("E103", "wrong-speaker"),
        Code("E104", "bad-voice"),
        Code("E105", "spliced-quote"),
        Code("E106", "lost-negation"),
        Code("E107", "lost-hedge"),
        Code("E108", "figure-not-there"),
        Code("E109", "wrong-year"),
        Code("E110", "wrong-direction"),
        Code("E111", "undeclared-conflict"),
        Code("E112", "similar-measures", "warning"),
        Code("E113", "unproved", "unproved"),
        Code("E114", "changed-since-proved"),
        Code("E115", "lock-unreadable"),
        Code("E160", "nobodys-words"),
        Code("E161", "post-edited"),
        Code("E162", "post-imported-anew", "warning"),
        Code("E163", "lock-to-be-mended", "warning"),
        Code("E164", "action-changed"),
        Code("E165", "review-altered", "warning"),
        Code("E167", "stray-line", "warning"),
        Code("E169", "changed-since-verified", "warning"),
        Code("E121", "another-thing-counted"),
        Code("E123", "plan-as-deed"),
        Code("E124", "another-extent"),
        Code("E127", "another-rank"),
        Code("E150", "other-translation"),
        Code("E151", "not-primary"),
        Code("E152", "unlike-voices"),
        Code("E153", "other-date"),
        Code("E154", "later-figure", "warning"),
        Code("E155", "borrowed-credit"),
        Code("E156", "borrowed-name", "warning"),
        Code("E130", "typed-result"),
        Code("E131", "computed-from-itself"),
        Code("E132", "cannot-be-computed"),
        Code("E133", "unlike-units"),
        Code("E134", "not-the-result"),
        Code("E135", "result-turned-round"),
        Code("E136", "result-without-hedge"),
        Code("E138", "parted-passages"),
        Code("E139", "uncertain-result"),
        Code("E180", "protected-entry"),
        Code("E181", "protected-list"),
        Code("E190", "telling-title"),
        Code("E191", "committed-title", "advice"),
        Code("E140", "altered-quote"),
        Code("E141", "truncated-quote"),
        Code("E142", "quote-elsewhere"),
        Code("E143", "run-together"),
        Code("E144", "inserted-words"),
        Code("E145", "rewriting-insert"),
        Code("E146", "empty-omission"),
        Code("E201", "drawing-unreadable"),
        Code("E202", "cannot-be-drawn"),
        Code("E203", "not-an-ink"),
        Code("E204", "drawing-not-described"),
        Code("E205", "misplaced-drawing"),
        Code("E206", "words-and-places"),
        Code("E210", "low-contrast"),
        Code("E501", "unclear-time"),
        Code("C001", "repeated-title", rule="A11Y-02"),
        Code("C002", "no-notes", "warning"),
        Code("C003", "quote-too-long"),
        Code("C004", "pointer-too-long"),
        Code("C005", "retired-evidence"),
        Code("C006", "disputed-evidence", "warning"),
        Code("C007", "no-source", "warning"),
        Code("C008", "no-time-left"),
        Code("C009", "foreign-markup", "warning"),
        Code("C030", "not-reviewed", "warning"),
        Code("C031", "sent-back", "warning"),
        Code("C032", "unproved-way", "unproved"),
        Code("C033", "unlike-sound"),
        Code("C020", "typed-claim", "unproved"),
        Code("C021", "typed-claim-in-notes", "warning"),
        Code("C025", "glued-reference"),
        Code("C026", "bent-reference", "unproved"),
        Code("C027", "bent-in-notes", "warning"),
        Code("C041", "protected-word"),
        Code("C042", "source-words"),
        Code("C101", "over-slot"),
        Code("C102", "must-over-slot"),
        Code("C103", "under-slot", "warning"),
        Code("C104", "long-slide", "warning"),
        Code("C105", "short-slide", "warning"),
        Code("C106", "bad-pause", "warning"),
        Code("C107", "ended-action", rule="SG-25"),
        Code("C108", "undated-figure", rule="SG-21"),
        Code("C109", "unverified-line", "warning", "SG-17"),
        Code("C110", "other-language"),
        Code("C111", "past-event", "warning"),
        Code("C112", "notes-cut-off", "warning"),
        Code("C113", "english-beside", "warning"),
        Code("C150", "ended-consent", rule="SG-03"),
        Code("C360", "quoted-at-risk", "warning"),
        Code("C361", "typed-title"),
        Code("C201", "text-too-long"),
        Code("C202", "too-many-sources"),
        Code("C204", "small-picture", "warning"),
        Code("C240", "crowded-map"),
        Code("C370", "unused-allow", "warning"),
        Code("C371", "not-allowable"),
        Code("C301", "real-name", rule="SG-01"),
        Code("C302", "story-without-consent", rule="SG-02"),
        Code("C304", "recognizable-person", "warning", "SG-04"),
        Code("C307", "named-critic", "warning", "SG-07"),
        Code("C316", "no-hotline", rule="SG-16"),
        Code("C317", "former-operator", "warning", "SG-17"),
        Code("C318", "no-content-notice", "warning", "SG-18"),
        Code("C321", "old-figure-unsaid", "warning", "SG-21"),
        Code("C324", "incomplete-report", "warning", "SG-24"),
        Code("C354", "droppable-hotline", "warning"),
        Code("C355", "incomplete-hotline", "warning"),
        Code("C356", "hotline-out-of-view", "warning", "SG-16"),
        Code("C357", "small-hotline", "warning"),
        Code("C403", "poor-alt", "warning", "A11Y-03"),
        Code("C406", "many-words", "advice", "A11Y-06"),
        Code("C407", "many-points", "warning", "A11Y-07"),
        Code("C408", "long-title", "warning", "A11Y-08"),
        Code("C415", "bare-link", "warning", "A11Y-15"),
        Code("C456", "too-many-words", "advice", "A11Y-06"),
        Code("O001", "deck-edited"),
        Code("O002", "deck-open", "warning"),
        Code("O003", "cannot-write"),
        Code("O004", "not-our-deck"),
        Code("O005", "cannot-set"),
        Code("T001", "template-unreadable"),
        Code("T002", "layout-missing", "warning"),
        Code("T003", "template-simplified", "warning"),
        Code("T004", "layout-guessed", "warning"),
        Code("T005", "layout-unfit", "warning"),
        Code("T006", "template-room", "advice"),
        Code("T007", "font-not-here", "advice"),
        Code("T008", "words-on-cover", "advice"),
        Code("T009", "photo-on-cover", "warning"),
        Code("I001", "unknown-format"),
        Code("I002", "no-posts"),
        Code("I003", "file-too-large"),
        Code("I004", "broken-markup"),
        Code("I005", "entities-declared"),
        Code("I006", "damaged-characters", "warning"),
        Code("I007", "post-without-date", "warning"),
        Code("I008", "post-cut-short", "warning"),
        Code("I009", "post-changed", "warning"),
        Code("I010", "cannot-store"),
        Code("I011", "cannot-list"),
        Code("I012", "little-of-page", "warning"),
        Code("I013", "nobody-of-that-name"),
        Code("I014", "changes-tracked", "warning"),
        *(Code(rule.code, rule.name, rule.severity, rule.rule) for rule in RULES.values()),
    )
}
_PAGES = Path(__file__).with_name("explain")


def explanation(code: str) -> str:
    """The page of a code, as Markdown: what was found, why that matters, and a bad and a good example."""
    return RULES[code].explanation if code in RULES else (_PAGES / f"{code}.md").read_text("utf-8")


def codes_for(named: str) -> tuple[Code, ...]:
    """The codes that somebody means by a rule (SG-14), a code (C314) or its name (called-slave); none for no such."""
    upper, lower = named.upper(), named.lower()
    return tuple(code for code in CODES.values() if upper in (code.id, code.rule) or lower == code.name)

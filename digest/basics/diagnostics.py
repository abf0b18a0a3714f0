"""Problems as data: what is wrong, where, and how to mend it; and the table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

T = TypeVar("T")
Severity = Literal["error", "warning"]
Setting = Literal["error", "warning", "off"]

# names and ids as they nearly all are: harmless in YAML, quoted or not, and in Markdown
_PLAIN = lazy_regex(r"\w(?:[\w./:;+()<>&$%?~-]*[\w)>])?")


class Rule(msgspec.Struct, frozen=True):
    """One thing that digest checks."""

    name: str
    group: str
    severity: Setting
    """What a finding is unless the site's `check:` says otherwise."""
    summary: str
    """What the rule finds, for the documentation."""


def _rules(group: str, *rows: tuple[str, Setting, str]) -> dict[str, Rule]:
    return {name: Rule(name, group, severity, summary) for name, severity, summary in rows}


RULES: dict[str, Rule] = {
    **_rules(
        "reading",
        ("encoding", "error", "a file, or the name of one, is not UTF-8 text"),
        ("file-unreadable", "error", "a file or folder is there and cannot be read"),
        ("file-unused", "warning", "a file that looks as if digest used it, and is not used"),
        ("yaml-syntax", "error", "settings, front matter or an option line cannot be read as YAML"),
        ("yaml-duplicate-key", "error", "a key stands twice in one mapping"),
        ("field-unknown", "error", "a key that digest does not know"),
        ("field-missing", "error", "a field that must be there is not"),
        ("field-type", "error", "a field's value is not of the form it must have"),
        ("field-doubtful", "warning", "a value that can be read and is probably not meant"),
        ("person-unknown", "warning", "a name that nearly is one of the people's, or nobody's id"),
        ("section-missing", "error", "an entry lacks a section that the site requires"),
        ("directive-unknown", "error", "a directive, or a rule to allow, that does not exist here"),
        ("entry-unplaced", "error", "an entry that no directive of its edition shows, or two do"),
        ("address-clash", "error", "two things at one address, or two headings with one id"),
    ),
    **_rules(
        "facts",
        ("id-malformed", "error", "an arXiv id, DOI or ORCID that cannot be one"),
        ("id-form", "off", "an arXiv id or DOI with more around it than it needs"),
        ("paper-unfetched", "error", "a work whose record has not been fetched"),
        (
            "paper-typed",
            "warning",
            "a work that has a DOI and no record, published with the facts typed in its entry",
        ),
        ("paper-record-broken", "error", "a record that cannot be read"),
        (
            "paper-doubtful",
            "warning",
            "a work's title in capitals, a lost letter, or a place of work for an author",
        ),
        (
            "metadata-differs",
            "warning",
            "a title, author, date or name typed by hand that is not the record's",
        ),
        ("paper-withdrawn", "warning", "a covered or cited paper has been withdrawn"),
        ("paper-newer-version", "warning", "a paper has a newer version than the one named"),
        ("covered-before", "warning", "an earlier edition, or another entry, covers the same work"),
        ("text-swapped", "warning", "an entry's text seems to be about another of the papers"),
    ),
    **_rules(
        "citations",
        ("citation-undefined", "error", "a citation's key means no work, or could mean two"),
        ("citation-malformed", "error", "a citation that cannot be read"),
        (
            "reference-unused",
            "warning",
            "a work listed in `references:` that the edition never cites",
        ),
        (
            "bibtex-broken",
            "warning",
            "an entry of references.bib, or a name, date, id or address in it, that cannot be read",
        ),
    ),
    **_rules(
        "links and images",
        ("link-broken", "error", "a link to something that is not there"),
        ("link-unpublished", "warning", "a whole address of this site where no page is"),
        ("link-scheme", "error", "a link with a scheme that a newsletter may not use"),
        ("anchor-broken", "error", "a link to a heading that is not on the page"),
        ("image-missing", "error", "an image that is not there, is no image, or is damaged"),
        ("image-alt", "warning", "an image without a text for those who cannot see it"),
        ("image-large", "warning", "a picture of so many pixels that phones may not show it"),
        ("image-outer", "warning", "a drawing that shows another file, which browsers do not load"),
        ("image-location", "warning", "a photograph that tells where it was taken"),
        (
            "svg-cleaned",
            "warning",
            "a drawing of which is left out what would run, or load from other sites",
        ),
        ("svg-unsafe", "error", "a drawing that may run scripts, and cannot be cleaned"),
        ("script-published", "warning", "a file that can run scripts is published as it is"),
        (
            "privacy-missing",
            "warning",
            "a form to subscribe by or a script, and no page that says what it learns of readers",
        ),
        ("math-broken", "error", "TeX that cannot be set"),
    ),
    **_rules(
        "markup",
        ("markup-left", "warning", "markup or a placeholder that would be shown as it was typed"),
        (
            "code-uncoloured",
            "warning",
            "code without colours, as its language is not known or there is too much of it",
        ),
        ("text-missing", "warning", "an edition or a page that is published with nothing in it"),
        ("text-lost", "error", "a text in a place where nothing would show it"),
    ),
    **_rules(
        "output",
        ("email-over-budget", "warning", "a mail that is too large with all its entries in full"),
        ("email-image", "warning", "a picture that the mail cannot show"),
        ("address-gone", "warning", "an address that was published and would no longer exist"),
        (
            "edition-changed-after-sending",
            "warning",
            "an edition or an entry whose words are no longer those that were sent",
        ),
        ("theme-error", "error", "a theme's file that cannot be used"),
        ("theme-blocked", "warning", "what the policy of a theme's own pages does not allow"),
        ("theme-contrast", "warning", "a colour of texts that is hard to read on its ground"),
        ("theme-missing", "error", "a theme that is neither in the site nor bundled"),
    ),
}


USUALLY_OFF: dict[str, Setting] = {
    name: "warning" for name, rule in RULES.items() if rule.severity == "off"
}
"""The rules that are off unless a site asks for them, and what they are then.

What they find is right, and could be written in a plainer way.
"""

FIXED = (
    "field-unknown",
    "field-missing",
    "field-type",
    "field-doubtful",
    "directive-unknown",
    "id-form",
    "citation-undefined",
)
"""The rules of whose findings `digest check --fix` mends those that can have only one meaning."""


class Edit(msgspec.Struct, frozen=True, order=True):
    """A piece of one line, and what to write in its place."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters (code points)."""
    old: str
    """What stands there. An edit is only made where it really does."""
    new: str


class Diagnostic(msgspec.Struct, frozen=True, order=True):
    """One problem in one place. Sorts by place."""

    path: str
    """POSIX path from the site's root."""
    line: int
    """1-based. A problem with a file as a whole, or with what it lacks, is at 1:1."""
    column: int
    """1-based, in characters (code points), as editors count."""
    rule: str
    """A name in RULES."""
    message: str
    """What is wrong: lower case, no full stop, quotes around the user's text."""
    hint: str = ""
    """What to do about it, in the same style; empty where the message says it all."""
    severity: Severity = "error"
    always: bool = False
    """Whether it is an error whatever the site's settings, a comment or a draft say."""
    fix: tuple[Edit, ...] = ()
    """What mends it; nothing where that takes a person."""


class Place(msgspec.Struct, frozen=True, order=True):
    """A point in a file."""

    path: str
    """POSIX path from the site's root."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters (code points)."""

    def diagnose(
        self, rule: str, message: str, hint: str = "", fix: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        """Return the problem that a rule finds here."""
        return Diagnostic(self.path, self.line, self.column, rule, message, hint, fix=fix)

    def edit(self, old: str, new: str) -> tuple[Edit, ...]:
        """Return the fix that writes `new` in place of `old`, which stands here.

        Nothing where `new` has signs that mean something in YAML or Markdown.
        """
        return (Edit(self.line, self.column, old, new),) if _PLAIN.fullmatch(new) else ()


class Checked(msgspec.Struct, Generic[T], frozen=True):
    """A value, or None where it could not be made, and the problems met on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


class Found(msgspec.Struct, Generic[T], frozen=True):
    """A value that is always there, if need be with placeholders, and the problems met."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


class Allowance(msgspec.Struct, frozen=True):
    """Leave to break one rule in a run of lines, given by a `digest: allow` comment."""

    path: str
    rule: str
    first_line: int
    last_line: int


def judge(
    diagnostics: Iterable[Diagnostic],
    settings: Mapping[str, Setting],
    allowances: Iterable[Allowance] = (),
    lenient: Container[str] = (),
) -> tuple[Diagnostic, ...]:
    """Give each problem its severity, drop what is off or allowed, and sort by place.

    `settings` maps rule names to the site's own choice; in the files `lenient` an error is only
    a warning. What is `always` an error stays one. A problem that is reported twice for one place
    counts once.
    """
    allowed: dict[tuple[str, str], list[Allowance]] = {}
    for allowance in allowances:
        allowed.setdefault((allowance.path, allowance.rule), []).append(allowance)
    kept = set()
    for found in diagnostics:
        if found.always:
            kept.add(found)
            continue
        setting = settings.get(found.rule, RULES[found.rule].severity)
        leave = allowed.get((found.path, found.rule), ())
        if setting == "off" or any(a.first_line <= found.line <= a.last_line for a in leave):
            continue
        if found.path in lenient:
            setting = "warning"
        kept.add(msgspec.structs.replace(found, severity=setting))
    return tuple(sorted(kept))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any problem is an error."""
    return any(found.severity == "error" for found in diagnostics)

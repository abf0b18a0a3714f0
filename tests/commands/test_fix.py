"""`check --fix` mends what has one meaning only, and touches nothing else."""

from __future__ import annotations

import shutil
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.basics.diagnostics import FIXED, RULES, Edit
from digest.commands.check import check
from digest.commands.fix import format_change, mend, mend_newsletter
from digest.settings.buildoptions import BuildOptions
from tests.newsletter import SITE_YAML, TODAY, Newsletter

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic

INDEX = "content/editions/2022-03/index.md"
ENTRY = "content/editions/2022-03/01-datamux.md"
BIB = "@article{lovelace1843, title={Notes}, author={Ada Lovelace}, year={1843}}\n"


def fix(newsletter: Newsletter) -> list[str]:
    """Mend a newsletter, and return the lines that tell of it."""

    def find() -> tuple[Diagnostic, ...]:
        options = BuildOptions(TODAY, all_rules=True)
        return check(newsletter.root, newsletter.out, lambda _zone: options)

    return [format_change(change) for change in mend_newsletter(newsletter.root, find)]


def read(newsletter: Newsletter, path: str) -> str:
    return (newsletter.root / path).read_bytes().decode()


@pytest.fixture
def papers(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter with works to cite."""
    newsletter.paper("arxiv:2202.05924")
    newsletter.paper("arxiv:hep-th/9901001")
    newsletter.paper("doi:10.1145/3523227.3547387")
    newsletter.paper("doi:10.1016/s0140-6736(20)30183-5")
    newsletter.write("content/references.bib", BIB)
    newsletter.entry("2022-03/01-datamux", arxiv="2202.05924")
    newsletter.edition("2022-03")
    return newsletter


# --- each rule ---

MATTER = "---\ntitle: March\ndate: 2022-03-02\n---\n"
INDEXES = [
    # rule, what is wrong, what becomes of it: pieces of an edition's text
    ("citation-undefined", "[@arxiv:2202.0594]", "[@arxiv:2202.05924]"),
    ("citation-undefined", "[see @arxiv:2202.0594, p. 3; @hip]", None),
    ("citation-undefined", "@{arxiv:2202.0594}.", "@{arxiv:2202.05924}."),
    ("citation-undefined", "@2202.05924, too", "@arxiv:2202.05924, too"),
    ("citation-undefined", "[@2202.05924v2]", "[@arxiv:2202.05924v2]"),
    ("citation-undefined", "[@hep-th/9901001]", "[@arxiv:hep-th/9901001]"),
    ("citation-undefined", "[-@10.1145/3523227.3547387]", "[-@doi:10.1145/3523227.3547387]"),
    ("citation-undefined", "@10.1145/3523227.3547387—see", ""),
    ("citation-undefined", "[@https://arxiv.org/abs/2202.05924]", "[@arxiv:2202.05924]"),
    ("citation-undefined", "[@https://arxiv.org/abs/2202.05924v1]", "[@arxiv:2202.05924v1]"),
    ("citation-undefined", "@datmux and @DataMux", "@datamux and @datamux"),
    ("citation-undefined", "[@lovelac1843]", "[@lovelace1843]"),
    ("citation-undefined", "[@lovelace1834]", ""),
    ("citation-undefined", "_@lovelac1843_ **@lovelac1843**", None),
    ("citation-undefined", "## News of @datmux #", "## News of @datamux #"),
    ("citation-undefined", "- one\n  - two [@datmux]", "- one\n  - two [@datamux]"),
    ("citation-undefined", "> - q\n>\n>   said @datmux", "> - q\n>\n>   said @datamux"),
    ("citation-undefined", "| a | b |\n|---|---|\n| x \\| y @datmux | z |", None),
    ("citation-undefined", "Text[^1]\n\n[^1]: As in [@datmux].", None),
    ("citation-undefined", "![A picture of @datmux](x.png)", ""),
    ("citation-undefined", "Über 🎉 “é́” [@datmux]", None),
    ("id-form", "[@arXiv:2202.05924]", "[@arxiv:2202.05924]"),
    ("id-form", "[@arxiv:https://arxiv.org/pdf/2202.05924v1.pdf]", "[@arxiv:2202.05924v1]"),
    (
        "id-form",
        "@doi:https://doi.org/10.1145/3523227.3547387",
        "@doi:10.1145/3523227.3547387",
    ),
    (
        "id-form",
        "[@doi:https://doi.org/10.1016/S0140-6736(20)30183-5]",
        "[@doi:10.1016/s0140-6736(20)30183-5]",
    ),
    ("directive-unknown", ":::{paper}\n:::", ":::{papers}\n:::"),
    ("directive-unknown", ":::{reference}\n:::", ":::{references}\n:::"),
    ("directive-unknown", ":::{references}\n:::\n\n:::{reference}\n:::", ""),
    ("directive-unknown", ":::{papers}\n:onyl: [datamux]\n:::", None),
    ("directive-unknown", ":::{figure}\n:::", ""),
    (
        "directive-unknown",
        "<!-- digest: allow link-borken -->\n[x](y.md)",
        "<!-- digest: allow link-broken -->\n[x](y.md)",
    ),
]
NAMES = {
    "arxiv:2202.0594": "arxiv:2202.05924",
    "datmux": "datamux",
    "lovelac1843": "lovelace1843",
    "onyl": "only",
}
"""What becomes of the typos where the text around them says nothing more."""


@pytest.mark.parametrize(("rule", "wrong", "right"), INDEXES)
def test_a_text_is_mended(papers: Newsletter, rule: str, wrong: str, right: str | None) -> None:
    if right is None:
        right = wrong
        for typo, meant in NAMES.items():
            right = right.replace(typo, meant)
    papers.write(INDEX, MATTER + wrong)
    before = papers.check()
    told = fix(papers)
    assert read(papers, INDEX) == MATTER + (right or wrong)
    assert all(f": fixed[{rule}]: " in line for line in told)
    if right:
        assert told
        assert len(papers.check()) < len(before) or rule == "id-form"
    assert fix(papers) == []


MATTERS = [
    ("id-form", "arxiv: https://arxiv.org/abs/2202.05924v2", "arxiv: 2202.05924v2"),
    ("id-form", "arxiv: arXiv:2202.05924 # a remark", "arxiv: 2202.05924 # a remark"),
    ("id-form", 'arxiv: "arXiv:2202.05924"', 'arxiv: "2202.05924"'),
    ("id-form", "arxiv: 'https://arxiv.org/pdf/2202.05924.pdf'", "arxiv: '2202.05924'"),
    ("id-form", '"arxiv" :  arXiv:hep-th/9901001', '"arxiv" :  hep-th/9901001'),
    ("id-form", "{arxiv: arXiv:2202.05924, name: X}", "{arxiv: 2202.05924, name: X}"),
    ("id-form", "arxiv: >-\n  arXiv:2202.05924\n", "arxiv: >-\n  2202.05924\n"),
    ("id-form", "arxiv: &id arXiv:2202.05924\nname: *id", ""),
    ("id-form", "doi: https://doi.org/10.1016/S0140-6736(20)30183-5", None),
    ("id-form", "doi: 10.1016/S0140-6736(20)30183-5", ""),
    (
        "field-type",
        "arxiv: 2202.05924\nupdated: 2022/3/2",
        "arxiv: 2202.05924\nupdated: 2022-03-02",
    ),
    ("field-type", "arxiv: 2202.05924\nupdated: 2022-2-30", ""),
    (
        "field-doubtful",
        'arxiv: 2202.05924\nupdated: "2022-03-02T09:00"',
        'arxiv: 2202.05924\nupdated: "2022-03-02"',
    ),
    ("field-unknown", "arxiv: 2202.05924\nnaem: X", "arxiv: 2202.05924\nname: X"),
    ("field-unknown", 'arxiv: 2202.05924\n"naem": X', 'arxiv: 2202.05924\n"name": X'),
    ("field-unknown", "{arxiv: 2202.05924, 'naem': X}", "{arxiv: 2202.05924, 'name': X}"),
    ("field-missing", "{arxvi: 2202.05924, name: X}", "{arxiv: 2202.05924, name: X}"),
    ("field-missing", "arxiv: 2202.05924\nfigure: {scr: a, alt: b}", None),
    ("field-unknown", "arxiv: 2202.05924\nfigrue:\n  src: a\n  alt: b", None),
    ("field-unknown", "arxiv: 2202.05924\ntag: vision", ""),
    ("field-unknown", "arxiv: 2202.05924\ntag: [vision]", "arxiv: 2202.05924\ntags: [vision]"),
    ("field-unknown", "arxiv: 2202.05924\nname: X\nnaem: Y", ""),
    ("field-unknown", "arxiv: 2202.05924\nnaem: X\nnmae: Y", ""),
    ("field-unknown", "arxiv: 2202.05924\nnote2: X", ""),
    ("field-unknown", "arxiv: 2202.05924\ncategory: X", ""),
    ("citation-undefined", "arxiv: 2202.05924\ndescription: As @datmux says", None),
    ("citation-undefined", "arxiv: 2202.05924\nnote: 'As [@datmux]'", None),
    ("citation-undefined", "arxiv: 2202.05924\ndescription: |\n  One\n\n    two @datmux\n", None),
    ("citation-undefined", "arxiv: 2202.05924\ndescription: >-\n  One\n  two @datmux\n", None),
    ("citation-undefined", "arxiv: 2202.05924\ndescription: One\n   two @datmux", None),
    ("citation-undefined", 'arxiv: 2202.05924\ndescription: "One\n   @datmux"', None),
    (
        "citation-undefined",
        "arxiv: 2202.05924\nfigure: {src: a, alt: b, caption: At @datmux, credit: '@datmux'}",
        None,
    ),
    (
        "directive-unknown",
        "# digest: allow metadata-difers\narxiv: 2202.05924",
        "# digest: allow metadata-differs\narxiv: 2202.05924",
    ),
]
FIELDS = {
    "naem": "name",
    "figrue": "figure",
    "scr:": "src:",
    "https://doi.org/": "",
    "datmux": "datamux",
}


@pytest.mark.parametrize(("rule", "wrong", "right"), MATTERS)
def test_front_matter_is_mended(
    papers: Newsletter, rule: str, wrong: str, right: str | None
) -> None:
    if right is None:
        right = wrong
        for typo, meant in FIELDS.items():
            right = right.replace(typo, meant)
    papers.write(ENTRY, f"---\n{wrong}\n---\nText.\n")
    told = fix(papers)
    assert read(papers, ENTRY) == f"---\n{right or wrong}\n---\nText.\n"
    assert bool(told) == bool(right)
    assert {rule} >= {line.partition("[")[2].partition("]")[0] for line in told}
    assert fix(papers) == []


def test_the_list_of_promised_works_is_mended(papers: Newsletter) -> None:
    wrong = "[datmux, '@arxiv:2202.0594', \"arXiv:2202.05924\", 10.1145/3523227.3547387]"
    right = "[datamux, '@arxiv:2202.05924', \"arxiv:2202.05924\", doi:10.1145/3523227.3547387]"
    text = MATTER.replace("date", "references: {}\ndate")
    text += "@datamux @doi:10.1145/3523227.3547387\n"
    papers.write(INDEX, text.format(wrong))
    assert len(fix(papers)) == 4
    assert read(papers, INDEX) == text.format(right)
    assert papers.check() == []


def test_settings_are_mended(papers: Newsletter) -> None:
    wrong = "tagline: T\nbylnie: {mxa: 3}\ntheme: {name: paper, options: {'acent': '#123456'}}\n"
    wrong += "check: {image-atl: off}\n"
    text = SITE_YAML.replace("tagline: News for tests\n", "")
    papers.write("content/site.yaml", text + wrong)
    lines = fix(papers)
    assert [line.partition(": fixed")[2] for line in lines] == [
        "[field-unknown]: 'bylnie' -> 'byline'",
        "[field-unknown]: 'acent' -> 'accent'",
        "[field-unknown]: 'image-atl' -> 'image-alt'",
        # seen only once the field around it is known
        "[field-unknown]: 'mxa' -> 'max'",
    ]
    right = "tagline: T\nbyline: {max: 3}\ntheme: {name: paper, options: {'accent': '#123456'}}\n"
    assert read(papers, "content/site.yaml") == text + right + "check: {image-alt: off}\n"
    assert papers.check() == []


def test_every_rule_that_is_mended_is_mended_here() -> None:
    shown = {rule for rule, _, right in (*INDEXES, *MATTERS) if right != ""}
    assert shown == set(FIXED)
    assert shown <= set(RULES)


def test_a_key_that_stands_thrice_is_mended_thrice(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "@datmux [@datmux; @datmux]\n\n@datmux\n")
    assert fix(papers) == [
        f"{INDEX}:5:2: fixed[citation-undefined]: 'datmux' -> 'datamux'",
        f"{INDEX}:5:11: fixed[citation-undefined]: 'datmux' -> 'datamux'",
        f"{INDEX}:5:20: fixed[citation-undefined]: 'datmux' -> 'datamux'",
        f"{INDEX}:7:2: fixed[citation-undefined]: 'datmux' -> 'datamux'",
    ]
    assert read(papers, INDEX) == MATTER + "@datamux [@datamux; @datamux]\n\n@datamux\n"


def test_what_is_near_two_is_left(papers: Newsletter) -> None:
    papers.paper("arxiv:2202.05934")
    papers.entry("2022-03/02-datamax", arxiv="2202.05934")
    papers.write(INDEX, MATTER + "[@arxiv:2202.0594] [@datamix]\n")
    assert fix(papers) == []
    assert len(papers.check()) == 2


def test_the_slug_of_another_edition_is_mended_where_only_one_has_it(papers: Newsletter) -> None:
    papers.write("content/editions/2022-04/index.md", MATTER + "@datamux\n")
    assert len(fix(papers)) == 1
    assert "@2022-03/datamux" in read(papers, "content/editions/2022-04/index.md")
    papers.entry("2022-05/01-datamux", arxiv="2202.05924")
    papers.edition("2022-05")
    papers.write("content/editions/2022-04/index.md", MATTER + "@datamux\n")
    assert fix(papers) == []


def test_what_is_allowed_or_off_is_left(papers: Newsletter) -> None:
    text = MATTER + "<!-- digest: allow citation-undefined -->\n@datmux\n\n[@arXiv:2202.05924]\n"
    papers.write(INDEX, text)
    papers.settings("check: {id-form: off}\n")
    assert fix(papers) == []
    papers.settings("check: {id-form: error}\n")
    assert papers.check() == ["editions/2022-03/index.md:8:2 error id-form"]
    assert len(fix(papers)) == 1
    papers.settings("")
    papers.write(INDEX, text)
    assert papers.check() == []
    assert len(fix(papers)) == 1


def test_drafts_and_editions_that_wait_are_mended(papers: Newsletter) -> None:
    papers.edition("2022-04", "@lovelac1843\n", draft=True)
    papers.edition("2023-01", "@lovelac1843\n")
    assert len(fix(papers)) == 2
    assert papers.check() == []


def test_pages_are_mended(papers: Newsletter) -> None:
    papers.write("content/pages/about.md", "---\ntitel: About\n---\nSee @lovelac1843.\n")
    assert len(fix(papers)) == 2
    assert papers.check() == []


# --- nothing else is touched ---


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_the_bytes_around_stay(papers: Newsletter, mark: bytes, line_end: bytes) -> None:
    lines = ["---", "titel:\t March  ", "date: 2022-03-02", "---", "é \t@datmux  ", "", "\t", "end"]
    text = mark + line_end.join(line.encode() for line in lines)
    papers.write(INDEX, text)
    assert len(fix(papers)) == 2
    wanted = text.replace(b"titel", b"title").replace(b"datmux", b"datamux")
    assert (papers.root / INDEX).read_bytes() == wanted


def test_mixed_line_ends_and_odd_spaces_stay(papers: Newsletter) -> None:
    body = "a\u3000b\u200b\r\n\u2028x \u0085 @datmux\r\ry\n@datmux\n\r\n"
    papers.write(INDEX, MATTER + body)
    assert len(fix(papers)) == 2
    assert read(papers, INDEX) == MATTER + body.replace("datmux", "datamux")


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_stays(papers: Newsletter, mode: int) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    (papers.root / INDEX).chmod(mode)
    assert len(fix(papers)) == 1
    assert stat.S_IMODE((papers.root / INDEX).stat().st_mode) == mode


def test_other_files_are_not_written(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    files = [path for path in papers.root.rglob("*") if path.is_file()]
    before = {path: path.stat() for path in files}
    fix(papers)
    after = [path for path in papers.root.rglob("*") if path.is_file()]
    assert sorted(after) == sorted(files)
    # when it was read does not matter
    changed = [path for path in files if path.stat()[:7] != before[path][:7]]
    assert changed == [papers.root / INDEX]


# --- files that are not as they seemed ---


def test_a_read_only_file_is_left_and_the_others_are_mended(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    papers.write("content/pages/about.md", "---\ntitel: About\n---\n")
    (papers.root / "content/pages/about.md").chmod(0o444)
    mended, left = fix(papers)
    assert mended.startswith(INDEX)
    assert left.endswith("left[field-missing]: 'titel' -> 'title': the file is read-only")
    assert read(papers, INDEX) == MATTER + "@datamux\n"
    assert read(papers, "content/pages/about.md") == "---\ntitel: About\n---\n"


def test_a_file_with_a_second_name_is_left(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    (papers.root / "second.md").hardlink_to(papers.root / INDEX)
    (told,) = fix(papers)
    assert told.endswith("the file has a second name elsewhere, a hard link")
    assert read(papers, INDEX) == read(papers, "second.md") == MATTER + "@datmux\n"


def test_mending_needs_no_build_folder(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    shutil.rmtree(papers.root / "build", ignore_errors=True)
    papers.write("build", "no folder")
    assert len(fix(papers)) == 1
    assert read(papers, INDEX) == MATTER + "@datamux\n"


def test_of_two_slips_for_one_name_neither_is_mended(papers: Newsletter) -> None:
    papers.settings('check: {image-atl: error, "image_alt": error, link-brokn: error}\n')
    told = fix(papers)
    assert [line.partition(": ")[2] for line in told] == [
        "fixed[field-unknown]: 'link-brokn' -> 'link-broken'"
    ]


def test_space_before_a_value_on_several_lines_is_passed_over(papers: Newsletter) -> None:
    entry = "content/editions/2022-03/01-a.md"
    papers.write(entry, '---\narxiv: "  https://arxiv.org/abs/2202.06991  \n\n  "\n---\nText.\n')
    assert [line.partition(":")[2][:5] for line in fix(papers)] == ["2:11:"]
    assert '"  2202.06991  \n\n  "' in read(papers, entry)


def test_a_link_within_the_site_is_written_through(papers: Newsletter) -> None:
    papers.write("shared/march.md", MATTER + "@datmux\n")
    papers.delete(INDEX)
    (papers.root / INDEX).symlink_to("../../../shared/march.md")
    assert len(fix(papers)) == 1
    assert (papers.root / INDEX).is_symlink()
    assert read(papers, "shared/march.md") == MATTER + "@datamux\n"


def test_two_ways_to_one_file_mend_it_once(papers: Newsletter) -> None:
    papers.write("content/pages/about.md", "---\ntitel: About\n---\n@lovelac1843\n")
    (papers.root / "content/pages/more.md").symlink_to("about.md")
    told = fix(papers)
    assert len(told) == 4
    assert not any(": left[" in line for line in told)
    assert read(papers, "content/pages/more.md") == "---\ntitle: About\n---\n@lovelace1843\n"


def test_a_file_outside_of_the_site_is_left_alone(
    papers: Newsletter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "content"
    (papers.root / "content").rename(elsewhere)
    (papers.root / "content").symlink_to(elsewhere)
    (told,) = fix(papers)
    assert told.startswith(f"{INDEX}:5:2: left[citation-undefined]: 'datmux' -> 'datamux': ")
    assert told.endswith("the file is outside of the newsletter")
    assert (elsewhere / "editions/2022-03/index.md").read_text() == MATTER + "@datmux\n"


def test_a_file_that_has_changed_meanwhile_is_looked_at_anew(papers: Newsletter) -> None:
    papers.write(INDEX, MATTER + "one @datmux\n\n@datmux\n")
    found = check(papers.root, papers.out, lambda _zone: BuildOptions(TODAY))
    papers.write(INDEX, MATTER + "one, two @datmux\n\n@datmux\n")
    rounds = iter([found, ()])
    told = [format_change(one) for one in mend_newsletter(papers.root, lambda: next(rounds))]
    assert told == [f"{INDEX}:7:2: fixed[citation-undefined]: 'datmux' -> 'datamux'"]
    assert read(papers, INDEX) == MATTER + "one, two @datmux\n\n@datamux\n"


@pytest.mark.parametrize("now", [None, b"\xff\xfe", b""])
def test_a_file_that_went_away_meanwhile_is_left(papers: Newsletter, now: bytes | None) -> None:
    papers.write(INDEX, MATTER + "@datmux\n")
    found = check(papers.root, papers.out, lambda _zone: BuildOptions(TODAY))
    papers.delete(INDEX)
    if now is not None:
        papers.write(INDEX, now)
    (told,) = [format_change(one) for one in mend_newsletter(papers.root, lambda: found)]
    why = "the file is gone" if now is None else "it does not stand there"
    assert told == f"{INDEX}:5:2: left[citation-undefined]: 'datmux' -> 'datamux': {why}"
    assert (papers.root / INDEX).exists() == (now is not None)


# --- properties ---

LINE = st.text("ab é𝔘\t\x0c\u2028", max_size=8)
TEXT = st.builds(
    lambda mark, pairs: mark + "".join(map("".join, pairs)),
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.tuples(LINE, st.sampled_from(["\n", "\r\n", "\r", "\n\n"])), max_size=6),
)
EDITS = st.lists(
    st.builds(
        Edit, st.integers(1, 8), st.integers(1, 9), st.text("ab é", max_size=3), st.just("NEW")
    ),
    max_size=6,
)


@given(TEXT, EDITS)
def test_only_what_is_named_is_replaced(text: str, edits: list[Edit]) -> None:
    mended = mend(text, edits)
    assert mended.made <= set(edits)
    # every edit that was made took its piece away and put the new one there, and that is all
    grown = sum(len(edit.new) - len(edit.old) for edit in mended.made)
    assert len(mended.text) == len(text) + grown
    kept = mended.text.split("NEW")
    at = 0
    for piece, edit in zip(kept, [*sorted(mended.made), None], strict=True):
        assert text.startswith(piece, at)
        at += len(piece) + (len(edit.old) if edit else 0)
    assert at == len(text)
    assert mended.text.count("\n") == text.count("\n")
    assert mended.text.count("\r") == text.count("\r")


FRESH = [HealthCheck.function_scoped_fixture]
"""Each example writes what it reads, so that they may share a folder."""
PIECE = st.sampled_from(
    [
        *("Plain. ", "*é* ", "\n\n", "\n- ", "\n> ", "`@datmux` ", "[@datamux] ", "$x$ "),
        *("@datmux ", "[@datmux, p. 3] ", "[@arxiv:2202.0594; @lovelac1843] ", "@2202.05924 "),
        *(
            "[^1]\n\n[^1]: @datmux\n\n",
            "\n\n|a|b|\n|-|-|\n|@datmux|c|\n\n",
            "\n\n:::{paper}\n:::\n\n",
        ),
        *("[@datmux](x.md) ", "![@datmux](x.png) ", "\\@datmux ", "\n\n## @datmux\n\n"),
    ]
)
FIELD = st.sampled_from(
    ["titel: A\n", "dat: 2022-03-02\n", '"lagn": en\n', "description: |\n  a\n    @datmux\n"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=FRESH)
@given(st.lists(FIELD, unique=True), st.lists(PIECE, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_mending_twice_is_mending_once(
    papers: Newsletter, fields: list[str], pieces: list[str], line_end: str
) -> None:
    text = f"---\n{''.join(fields)}---\n{''.join(pieces)}".replace("\n", line_end)
    papers.write(INDEX, text.encode())
    told = fix(papers)
    once = read(papers, INDEX)
    pairs = [line.rpartition("]: ")[2].split(" -> ") for line in told if ": fixed[" in line]
    grown = sum(len(new) - len(old) for old, new in pairs)
    assert len(once) == len(text) + grown
    assert fix(papers) == [line for line in told if ": left[" in line] == []
    assert read(papers, INDEX) == once

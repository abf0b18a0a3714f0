"""A printed newsletter as plain text, without headings, and other ways in which it may be typed."""

from __future__ import annotations

import re
import textwrap

PAPERS = (
    ("Transformer Memory as a Differentiable Search Index", "Yi Tay, Vinh Q. Tran, et al."),
    ("It's Raw! Audio Generation with State-Space Models", "Karan Goel, Albert Gu, et al."),
    ("Gradients without Backpropagation", "Atılım Güneş Baydin, Barak A. Pearlmutter, et al."),
    (
        "Learning Discrete Representations via Constrained Clustering for Effective Retrieval",
        "Jingtao Zhan, Jiaxin Mao, et al.",
    ),
)
REFERENCES = (
    ("1", "Autoregressive Entity Retrieval - by Nicola De Cao et al. 2020"),
    (
        "2",
        "Efficiently Modeling Long Sequences with Structured State Spaces - by Gu et al. 2021",
    ),
    ("4", "Backpropagation and the brain - by Timothy P. Lillicrap et al. 2020"),
)
GOODBYE = "That is all for this month; we will be back in April."
BEFORE = """\
Trends in Research - March 2022

A reactor steered by what a machine learnt, and four works that we would not have missed.

News

DeepMind and the Swiss Plasma Center let a learnt controller shape the plasma of a tokamak³.

EvoJAX, DeepETA and a codec that learnt to play are worth a look, too.

Research

We looked at what was listed in February and picked by what we talked about most.
"""


def write_entry(title: str, names: str) -> str:
    """Return an entry as it is printed."""
    return (
        f"{title}\nBy {names}\n\n❓Why → Two machines do the work that one could do as well¹.\n\n"
        "💡Key insights → The text is learnt, and its name is what the model writes:\n"
        "• a name without a meaning\n• a name from a cluster\n\nNames from clusters are best²."
    )


PRINTED = "\n\n".join(
    [
        BEFORE.rstrip(),
        *(write_entry(*paper) for paper in PAPERS),
        GOODBYE,
        "References\n" + "\n".join(f"[{label}] {text}" for label, text in REFERENCES),
    ]
)


def wrap(text: str) -> str:
    """Break lines at 80 columns."""
    return "\n".join(textwrap.fill(line, 80, break_long_words=False) for line in text.split("\n"))


def wrap_titles(text: str, width: int) -> str:
    """Break titles, as large letters do."""
    for title, _ in PAPERS:
        text = text.replace(
            f"{title}\n", textwrap.fill(title, width, break_on_hyphens=False) + "\n"
        )
    return text


def change(pattern: str, replacement: str, text: str = PRINTED) -> str:
    """Replace a pattern in the printed text, which must be there."""
    changed = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    assert changed != text, pattern
    return changed


TIGHT = change(r"\n\n(?=❓|💡|•|Names)", r"\n")
CROWDED = change(r"\n\n+", r"\n")
BARE = change("^References\n", "")
_ADDRESS = "https://arxiv.org/abs/2202.06991"
_TITLE = r"\n([^\n]+)\nBy "

WAYS = {
    "printed": PRINTED,
    "broken lines": wrap(PRINTED),
    "no empty lines in entries": TIGHT,
    "no empty lines in entries, broken lines": wrap(TIGHT),
    "no empty lines": CROWDED,
    "no empty lines, broken lines": wrap(CROWDED),
    "numbered titles": change(_TITLE, r"\n1. \1\nBy "),
    "titles with words of links": change(_TITLE, r"\n2. \1 | 👾 Code\nBy "),
    "bold titles": change(_TITLE, r"\n**\1**\nBy "),
    "titles as headings": change(_TITLE, r"\n### \1\nBy "),
    "titles behind icons": change(_TITLE, r"\n📄 \1\nBy "),
    "titles above an address": change(_TITLE, rf"\n\1\n{_ADDRESS}\nBy "),
    "titles and addresses apart": change(_TITLE, rf"\n\1\n\n<{_ADDRESS}>\n\nBy "),
    "titles above an id": change(_TITLE, r"\n\1\narXiv:2202.06991\nBy "),
    "titles above a named address": change(_TITLE, rf"\n\1\nPaper: {_ADDRESS}\nBy "),
    "titles and names parted by a dash": change(_TITLE, r"\n\1 - By "),
    "titles before an address": change(_TITLE, rf"\n\1 {_ADDRESS}\nBy "),
    "titles before an address in parentheses": change(_TITLE, rf"\n\1 ({_ADDRESS})\nBy "),
    "addresses below names": change(r"^(By .*)$", rf"\1\n{_ADDRESS}"),
    "titles and names on one line": change(_TITLE, r"\n\1 by "),
    "titles and names on one line, broken lines": wrap(change(_TITLE, r"\n\1 By ")),
    "titles on many lines": wrap_titles(PRINTED, 24),
    "titles on two lines": wrap_titles(PRINTED, 30),
    "names apart": change(r"\nBy ", r"\n\nBy "),
    "names behind 'Authors'": change("^By ", "Authors: "),
    "names alone": change("^By ", ""),
    "two names": change(r"^By (.*?), (.*?), et al\.", r"By \1 and \2"),
    "names with a lab": change(r", et al\.$", " et al. (A Lab)"),
    "no icons": change("[❓💡]", ""),
    "colons": change("[❓💡](.*?) →", r"\1:"),
    "icons and colons": change("([❓💡])(.*?) →", r"\1 \2:"),
    "names of parts alone": change("([❓💡].*?) → ", r"\1\n"),
    "bold names of parts": change("([❓💡].*?) →", r"**\1 →**"),
    "parts on one line": change(r"\n\n💡", " 💡"),
    "no names of sections": change(r"^(?:News|Research)\n\n", ""),
    "large letters": change("^(News|Research|References)$", lambda found: found[0].upper()),  # type: ignore[arg-type]
    "headings": change("^(News|Research|References)$", r"## \1"),
    "rules between entries": change(_TITLE, r"\n---\n\n\1\nBy "),
    "the editor's name": change("^(Trends.*)$", r"\1\nBy Ada Example"),
    "indented": textwrap.indent(PRINTED, "  "),
    "references with full stops": change(r"^\[(\d)\] ", r"\1. "),
    "references in parentheses": change(r"^\[(\d)\] ", r"(\1) "),
    "references with bare numbers": change(r"^\[(\d)\] ", r"\1 "),
    "raised references": change(
        r"^\[(\d)\] ",
        lambda found: "⁰¹²³⁴"[int(found[1])] + " ",  # type: ignore[arg-type]
    ),
    "references on one line": change(r"\n(?=\[[24]\])", " "),
    "references without a heading": BARE,
    "references in parentheses without a heading": change(r"^\[(\d)\] ", r"(\1) ", BARE),
    "goodbye behind bare references": f"{change(f'^{GOODBYE}$', '', BARE)}\n\n{GOODBYE}",
    "German": change(r", et al\.$", " u. a.", change("^By ", "Von ")),
    "goodbye behind the references": f"{change(f'^{GOODBYE}$', '')}\n\n{GOODBYE}\n",
    "goodbye without saying so": change(f"^{GOODBYE}$", "We enjoyed these four. And you?"),
}

"""markdown-it's tokens to HTML with holes: one small function a kind of token."""

from __future__ import annotations

import functools
from html import escape
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from digest.basics.fragments import (
    Address,
    Anchor,
    Citation,
    CiteItem,
    Fragment,
    Image,
    Level,
    Word,
)
from digest.basics.images import says_nothing
from digest.basics.text import canonical_json, fingerprint, letters
from digest.markdown.alerts import ALERT, TITLES
from digest.markdown.citationtokens import AGAIN
from digest.markdown.codecolours import COLOURED
from digest.markdown.fences import language_of
from digest.markdown.figures import CAPTION, ROW
from digest.markdown.footnotes import mark_name
from digest.markdown.holes import list_holes, merge_parts
from digest.markdown.linkproblems import check_image, check_link
from digest.markdown.links import WIDTH, is_local, target_of
from digest.markdown.makeplain import make_plain
from digest.markdown.math import set_math
from digest.markdown.ownids import OWN_ID, OWN_PLACE
from digest.markdown.places import COLUMN, OFFSET, STARTS, Starts
from digest.markdown.problems import report_math
from digest.markdown.scrollers import begin_scroller
from digest.markdown.tasks import TASK
from digest.markdown.videos import VIDEO, WATCH
from digest.markdown.words import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.basics.fragments import Hole, Parts, Words
    from digest.basics.plain import Plain
    from digest.markdown.anchors import Slugs
    from digest.markdown.places import Origin


class Renderer:
    """Renders the tokens of one text, and gathers the problems that stand among them."""

    def __init__(self, origin: Origin, slugs: Slugs) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.texts: dict[str, Parts] = {}
        """The texts of the fragments made, by hash."""
        self.plain: dict[str, Plain] = {}
        """Their plain forms, by the same hash."""
        self._origin = origin
        self._slugs = slugs
        self._parts: list[str | Hole] = []
        self._outward: dict[Address, None] = {}
        self._own_ids: list[Address] = []
        self._starts = Starts()
        self._links: list[bool] = []
        """For each link that is open, whether it is printed."""

    def fragment(self, tokens: Sequence[Token], plain: str = "") -> Fragment:
        """Render tokens as one fragment."""
        self._parts, self._outward, self._own_ids = [], {}, []
        self._render(tokens)
        parts = merge_parts(self._parts)
        holes = list(list_holes(parts))
        made = Fragment(
            hash=fingerprint(canonical_json(parts)),
            citations=tuple(part for part in parts if isinstance(part, Citation)),
            # a link that a citation parts is one address
            addresses=tuple(dict.fromkeys(hole for hole in holes if isinstance(hole, Address))),
            outward=tuple(self._outward),
            images=tuple(hole for hole in holes if isinstance(hole, Image)),
            anchors=tuple(dict.fromkeys(hole.name for hole in holes if isinstance(hole, Anchor))),
            own_ids=tuple(self._own_ids),
            plain=plain,
        )
        self.texts[made.hash] = parts
        self.plain[made.hash] = make_plain(tokens)
        return made

    def report(self, place: Place, rule: str, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.diagnostics.append(place.diagnose(rule, message, hint))

    def _render(self, tokens: Sequence[Token]) -> None:
        hidden = False
        for token in tokens:
            if hidden and token.hidden:
                # paragraphs in a tight list have no tags, but their words must not run together
                self._add("\n")
            _find_rule(token.type)(self, token)
            hidden = token.hidden

    def _add(self, *parts: str | Hole) -> None:
        self._parts += parts

    def _place(self, token: Token) -> Place:
        """Return the place of an inline token that knows its offset."""
        return self._origin.place(*self._starts.find(int(token.meta.get(OFFSET, 0))))

    # --- blocks ---

    def _tag(self, token: Token) -> None:
        if token.hidden or not token.tag:
            return
        attributes = _attributes(token) if token.attrs else ""
        tag = f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}{attributes}>"
        is_last = token.block and (token.nesting < 0 or token.tag in _CONTAINERS)
        self._parts.append(f"{tag}\n" if is_last else tag)

    def _inline(self, token: Token) -> None:
        outer, self._starts = self._starts, token.meta.get(STARTS, self._starts)
        self._render(token.children or ())
        self._starts = outer

    def _heading_open(self, token: Token) -> None:
        name = self._slugs.of(token)
        anchor = Anchor(name)
        if name == token.meta.get(OWN_ID):
            self._own_ids.append(Address(name, self._origin.place(*token.meta[OWN_PLACE])))
        self._add("<h", Level(int(token.tag[1])), ' id="', anchor, '">')
        if token.meta.get("linked"):
            self._add('<a class="anchor" href="#', anchor, '">')

    def _heading_close(self, token: Token) -> None:
        if token.meta.get("linked"):
            self._add("</a>")
        self._add("</h", Level(int(token.tag[1])), ">\n")

    def _paragraph_open(self, token: Token) -> None:
        if VIDEO in token.meta:
            self._add('<p class="video">')
        else:
            self._tag(token)

    def _figures_open(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add('<div class="figures">\n')

    def _list_item_open(self, token: Token) -> None:
        self._add('<li class="task">' if TASK in token.meta else "<li>")

    def _blockquote_open(self, token: Token) -> None:
        if ALERT not in token.meta:
            self._tag(token)
            return
        name = str(token.meta[ALERT])
        self._add(f'<blockquote class="alert {name}" role="note">\n<p class="label"><strong>')
        self._add(Word(f"alert_{name}", TITLES[name]), "</strong></p>\n")

    def _table_open(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add(*begin_scroller('div class="table"', "table"), "<table>\n")

    def _table_close(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add("</table></div>\n")

    def _fence(self, token: Token) -> None:
        language = language_of(token.info)
        kind = f' class="language-{escape(language)}"' if language else ""
        text = token.meta.get(COLOURED) or escape(token.content, quote=False)
        self._add(*begin_scroller("pre", "code"), f"<code{kind}>{text}</code></pre>\n")

    _code_block = _fence

    def _math_block(self, token: Token) -> None:
        line = token.map[0] if token.map else 0
        self._add(*begin_scroller('div class="math"', "formula"))
        place = self._origin.place(line, int(token.meta.get(COLUMN, 0)))
        self._math(token.content, place, display=True)
        self._add("</div>\n")

    def _problem(self, token: Token) -> None:
        meta = token.meta
        if OFFSET in meta:
            place = self._place(token)
        else:
            place = self._origin.place(token.map[0] if token.map else 0, int(meta[COLUMN]))
        self.report(place, str(meta["rule"]), str(meta["message"]), str(meta["hint"]))

    # --- inline ---

    def _text(self, token: Token) -> None:
        self._parts.append(escape(token.content, quote=False))

    _text_special = _text

    def _code_inline(self, token: Token) -> None:
        self._add(f"<code>{escape(token.content, quote=False)}</code>")

    def _task(self, token: Token) -> None:
        box = "☑" if token.meta[TASK] else "☐"
        # a sign, and no picture of one
        self._add(f'<span class="box">{box}\ufe0e</span> ')

    def _video(self, token: Token) -> None:
        self._add('<span class="play">▶\ufe0e</span> ', Word("watch", WATCH, token.info))

    def _softbreak(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add("\n")

    def _hardbreak(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add("<br>\n")

    def _element_open(self, token: Token) -> None:
        title = token.attrGet("title")
        shown = f' title="{escape(str(title))}"' if title else ""
        self._add(f"<{token.tag}{shown}>")

    def _math_inline(self, token: Token) -> None:
        display = token.type == "math_inline_double"
        # a span, for it stands within a paragraph
        self._add(*begin_scroller('span class="math"', "formula") if display else ())
        self._math(token.content, self._place(token), display=display)
        self._add("</span>" if display else "")

    _math_inline_double = _math_inline

    def _math(self, tex: str, place: Place, *, display: bool) -> None:
        formula = set_math(tex.strip(), display=display)
        if formula.problem:
            self.diagnostics.append(report_math(place, formula.problem))
        self._add(formula.html)

    def _citation(self, token: Token) -> None:
        items = tuple(
            CiteItem(
                item.key,
                self._origin.place(*self._starts.find(item.offset)),
                self._words(item.prefix),
                self._words(item.suffix),
                item.suppress_author,
                typed=item.typed,
            )
            for item in token.meta["items"]
        )
        closing = token.meta.get("closing")
        closing = "".join(map(str, self._words(closing))) if closing else ""
        self._add(Citation(items, bool(token.meta["in_text"]), closing))

    def _words(self, tokens: Sequence[Token]) -> Words:
        """Render the words of a citation."""
        if not tokens:
            return ()
        outer, self._parts = self._parts, []
        self._render(tokens)
        words, self._parts = merge_parts(self._parts), outer
        return cast("Words", words)

    def _link_open(self, token: Token) -> None:
        href, place = str(token.attrGet("href")), self._place(token)
        title = f' title="{escape(str(token.attrGet("title")))}"' if token.attrGet("title") else ""
        problem = check_link(href)
        self._links.append(problem is None)
        if problem is None:
            is_inward = is_local(href)
            if not is_inward:
                self._outward[Address(href, place)] = None
            target = Address(unquote(href), place) if is_inward else escape(href)
            self._add('<a href="', target, f'"{title}>')
        elif AGAIN not in token.meta:
            # otherwise it has been said
            self.report(place, *problem)

    def _link_close(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        if self._links.pop():
            self._add("</a>")

    def _image(self, token: Token) -> None:
        source, place = str(token.attrGet("src")), self._place(token)
        alt = plain_text(token.children or (), citations=True).strip()
        if says_nothing(alt):
            hint = "say between the brackets what it shows"
            what = f"an image with '{alt}'" if alt else "an image without a text"
            self.report(place, "image-alt", f"{what} in its place", hint)
        caption: Token | None = token.meta.get(CAPTION)
        title = token.attrGet("title")
        shown = str(title) if title and caption is None else ""
        width = str(token.meta.get(WIDTH, ""))
        problem = check_image(source)
        row = token.meta.get(ROW, ())
        self._add("<figure>\n" if row else "")
        if problem is None:
            others = tuple(target_of(one) for one in row if check_image(one) is None)
            self._add(Image(target_of(source), place, width, alt, shown, others))
        else:
            self.report(place, *problem)
            # a site may let the problem pass, and an image without a source is no HTML
            self._add(escape(alt, quote=False))
        if caption is not None:
            self._add("\n<figcaption>")
            self._inline(caption)
            self._add("</figcaption>")
        self._add("\n</figure>\n" if row else "")

    # --- footnotes: marked by letters, since numbers are references ---

    def _footnote_ref(self, token: Token) -> None:
        mark = letters(int(token.meta["id"]))
        self._add('<sup class="note"><a id="', mark_name(token), '" href="#', Anchor(f"fn-{mark}"))
        self._add(f'">{mark}</a></sup>')

    def _footnote_block_open(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add('<ol class="notes" type="a">\n')

    def _footnote_block_close(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add("</ol>\n")

    def _footnote_open(self, token: Token) -> None:
        self._add('<li id="', Anchor(f"fn-{letters(int(token.meta['id']))}"), '">')

    def _footnote_close(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._add("</li>\n")

    def _footnote_anchor(self, token: Token) -> None:
        self._add(' <a class="back" href="#', mark_name(token), '">↩\ufe0e</a>')

    def _directive(self, token: Token) -> None:
        """Print nothing: directives are taken out before, where they may stand."""


@functools.cache
def _find_rule(kind: str) -> Callable[[Renderer, Token], None]:
    """Return the method for a type of token, after which it is named."""
    rule: Callable[[Renderer, Token], None] = getattr(Renderer, f"_{kind}", Renderer._tag)  # noqa: SLF001 -- its own
    return rule


_CONTAINERS = frozenset(
    {"ul", "ol", "dl", "blockquote", "table", "thead", "tbody", "tr", "figure", "hr", "details"}
)
"""Tags behind which a new line begins."""


def _attributes(token: Token) -> str:
    """Return how a cell is aligned, or the number with which a list begins."""
    alignment = str(token.attrGet("style") or "").partition("text-align:")[2]
    start = token.attrGet("start")
    kind = f' class="{alignment}"' if alignment else ""
    return kind if start is None else f'{kind} start="{start}"'

"""Mistakes in themes of one's own, and in the options of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hints.case import SITE, Case

if TYPE_CHECKING:
    from collections.abc import Mapping

THEME = "themes/ours/theme.yaml"
HOME = "themes/ours/web/home.html"
OURS: Mapping[str, str] = {
    SITE: "theme: ours\n",
    THEME: "contract: 1\nextends: paper\n",
}
OURS_IN_USE = {SITE: "theme: ours\n"}
OWN = "contract: 2\nextends: paper\n"
PAPER = "theme: {name: paper, options: "
TAG, EDITIONS = "themes/ours/web/tag.html", "themes/ours/web/edition.html"
PICTURE = {**OURS, "themes/ours/static/a.png": "PNG"}
PART = "{% import 'web/macros.html' as part with context %}"
CONTEXT = ("as part %}", "as part with context %}")
CARDS = "a{% for card in entries %}"
HREF = ("{{ card.address }}", "{{ card.address | href }}")
DIRECTION = 'dir="{{ page.lang | direction }}"'
MANY = (
    "site.options.many",
    "site.options.many | float",
    {
        SITE: "theme: ours\n",
        THEME: "contract: 2\nextends: paper\noptions: {many: {type: number, default: 3}}\n",
    },
)
LANG = '<html lang="{{ page.lang }}" dir="{{ page.lang | direction }}">'
DECK = "{% if deck %}{{ deck | prose }}{% endif %}"
LOST = f"""{PART}<h1>An edition</h1>
{{% for part_ in sponsors %}}{{{{ part_ | prose }}}}{{% endfor %}}
{{{{ part.corrected(corrections, 2) }}}}{{{{ part.footnotes(notes, 2) }}}}
{{% for block in blocks %}}
{{% if block.kind == "prose" %}}{{{{ block.body | prose }}}}
{{% elif block.kind == "papers" %}}
{{% for entry in block.entries %}}{{{{ part.paper(entry, 2) }}}}{{% endfor %}}
{{% endif %}}
{{% endfor %}}
"""
REFERENCES = """
{% for reference in citations.references %}
<p id="ref-{{ reference.number }}">{{ reference.html | safe }}</p>
{% endfor %}
"""

CASES = [
    Case(HOME, "{% extends 'web/base.html' %}", "", "", OURS_IN_USE, {THEME: OWN}),
    Case(HOME, "{{ site.titel }}", "titel", "title", OURS),
    Case(HOME, "{{ asset('paper.css') }}", "asset('paper.css')", "'paper.css' | asset", OURS),
    Case(HOME, "{{ 'archive' | words }}", "'archive' | words", "words.archive", OURS),
    Case(HOME, "a{% if page.title == null %}{% endif %}", "null", "none", OURS),
    Case(HOME, "a{% if 1 %}{% else if 2 %}{% endif %}", "else if", "elif", OURS),
    Case(HOME, "a{% if 1 %}{% elseif 2 %}{% endif %}", "elseif", "elif", OURS),
    Case(HOME, "a{% if 1 && 2 %}{% endif %}", "&&", "and", OURS),
    Case(HOME, "a{% if 1 || 2 %}{% endif %}", "||", "or", OURS),
    Case(HOME, "a{% if !1 %}{% endif %}", "!", "not ", OURS),
    Case(HOME, "{{ site.options.accent | mix('bleu') }}", "bleu", "blue", OURS),
    Case(HOME, "{{ site.options.accent | mix('blue', 40) }}", "40", "0.4", OURS),
    Case(HOME, "{{ '/arhive/' | href }}", "/arhive/", "archive/", OURS),
    Case(
        HOME,
        "<a href='/archive/'>a</a>",
        "'/archive/'",
        '"{{ "/archive/" | href }}"',
        OURS,
    ),
    Case(HOME, "{{ stie.title }}", "stie", "site", OURS),
    Case(HOME, "{{ site.title | upcase }}", "upcase", "upper", OURS),
    Case(HOME, "a{% include 'web/macors.html' %}", "macors", "macros", OURS),
    Case(
        HOME, "{% extends 'web/base.html' %}{% block mian %}a{% endblock %}", "mian", "main", OURS
    ),
    Case(HOME, "{{ '2022-03-02' | date('lnog') }}", "lnog", "long", OURS),
    Case(HOME, "{{ site.title.upper }}", "upper", "upper()", OURS),
    Case(HOME, "a{% if kind == 'hoem' %}b{% endif %}", "hoem", "home", OURS),
    Case(
        HOME,
        "a{% if site.options.reading_time == 'true' %}b{% endif %}",
        "{% if site.options.reading_time == 'true' %}",
        "{% if site.options.reading_time %}",
        OURS,
    ),
    Case(HOME, "a{% if site.options.many == 3 %}b{% endif %}", *MANY),
    Case(HOME, "a{% if site.options.many > 2 %}b{% endif %}", "many", "many | int", MANY[2]),
    Case(
        HOME,
        "a{% if site.options.look == 'gird' %}b{% endif %}",
        "gird",
        "grid",
        {**OURS, THEME: f"{OWN}options: {{look: {{type: choice, choices: [grid, list]}}}}\n"},
    ),
    Case(HOME, "{{ '2022-03-02' | date(form='month') }}", "form=", "", OURS),
    Case(HOME, "<p dir='{{ page.lang }}'>a</p>", "dir='{{ page.lang }}'", DIRECTION, OURS),
    Case(HOME, "<img src='{{ \"a.png\" | asset }}'>", "<img", '<img alt=""', PICTURE),
    Case(
        HOME,
        "<img src='{{ \"a.png\" | asset }}' alt=''>",
        "",
        "",
        OURS,
        {"themes/ours/static/a.png": "PNG"},
    ),
    Case(HOME, "<p style='color: red'>a</p>", "style='color: red'", "class='a'", OURS),
    Case("themes/ours/web/hoem.html", "a", "hoem", "home", OURS),
    Case(
        "themes/ours/static/a.css",
        "a{background:url(b.pgn)}",
        "pgn",
        "png",
        {**OURS, "themes/ours/static/b.png": "PNG"},
    ),
    Case(HOME, "{{ 'papre.css' | asset }}", "papre", "paper", OURS),
    Case(HOME, "{% extends 'web/home.html' %}", "'web", "'parent:web", OURS),
    Case(
        "themes/ours/web/x.html",
        "{% extends 'parent:web/x.html' %}",
        "parent:web/x",
        "web/base",
        {**OURS, HOME: "{% include 'web/x.html' %}"},
    ),
    Case(HOME, "", "", "a", OURS),
    Case(HOME, "<!-- a note -->", "", "a", OURS),
    Case(
        HOME, "{% import 'web/macros.html' as part %}{{ part.day('2022-03-02') }}", *CONTEXT, OURS
    ),
    Case(HOME, f"{PART}{{{{ part.day(dat='2022-03-02') }}}}", "dat=", "date=", OURS),
    Case(HOME, "a { site.title }}", "{ site", "{{ site", OURS),
    Case(TAG, f"{CARDS}<a href='{{{{ card.address }}}}'>a</a>{{% endfor %}}", *HREF, OURS),
    Case(HOME, "<img src='a.png' alt=''>", "'a.png'", "'{{ \"a.png\" | asset }}'", PICTURE),
    Case(HOME, "b{% if page.title %}a{% endiff %}", "endiff", "endif", OURS),
    Case(HOME, "b{% if page.title %}c", "c", "c{% endif %}", OURS),
    Case(HOME, "<html>a</html>", "<html>", LANG, OURS),
    Case(HOME, "<head></head>a", "<head>", "<head><title>{{ page.title }}</title>", OURS),
    Case(EDITIONS, f"{LOST}{REFERENCES}", LOST, f"{LOST}{DECK}", OURS),
    Case(
        EDITIONS,
        f"{LOST}{DECK}{REFERENCES.replace(' id=', ' data-id=')}",
        " data-id=",
        " id=",
        OURS,
    ),
    Case(EDITIONS, f"{LOST}{{{{ deck }}}}{REFERENCES}", "{{ deck }}", DECK, OURS),
    Case("themes/ours/words/jp.yaml", "archive: a\n", "jp", "ja", OURS),
    Case("themes/ours/words/de_AT.yaml", "archive: a\n", "de_AT", "de-AT", OURS),
    Case("themes/ours/words/de.yaml", "archve: a\n", "archve", "archive", OURS),
    Case("themes/ours/words/de.yaml", "all_topics: 'Von {titel}'\n", "titel", "title", OURS),
    Case(THEME, f"{OWN}card: {{paper: papre}}\n", "papre", "paper", {SITE: "theme: ours\n"}),
    Case(
        THEME,
        f"{OWN}card: {{title: card/titel.ttf}}\n",
        "titel",
        "title",
        {SITE: "theme: ours\n"},
    ),
    Case(THEME, f"{OWN}options: {{a: {{type: color}}}}\n", "color", "colour", OURS_IN_USE),
    Case(
        THEME,
        f"{OWN}options: {{a: {{type: choice}}}}\n",
        "{type: choice}",
        "{type: choice, choices: [left, right]}",
        OURS_IN_USE,
    ),
    Case(
        THEME,
        f"{OWN}options: {{a: {{type: colour, on: papre}}}}\n",
        "papre",
        "paper",
        OURS_IN_USE,
    ),
    Case(SITE, f"{PAPER}{{accent: bluue}}}}\n", "bluue", "blue"),
    Case(SITE, f"{PAPER}{{accent: 0b5bb0}}}}\n", "0b5bb0", "'#0b5bb0'"),
    Case(SITE, f"{PAPER}{{accent: '#0b5bb080'}}}}\n", "#0b5bb080", "#0b5bb0"),
    Case(SITE, f"{PAPER}{{accent: gold}}}}\n", "gold", "'#8a7400'"),
    Case(SITE, f"{PAPER}{{measure: 31 rem}}}}\n", "31 rem", "31rem"),
    Case(SITE, f"{PAPER}{{measure: 600}}}}\n", "600", "600px"),
    Case("themes/oursx/web/home.html", "a", "oursx", "ours", OURS),
    Case(
        "themes/bare/theme.yaml", "contract: 1\n", "", "extends: paper\n", {SITE: "theme: bare\n"}
    ),
    Case(
        HOME,
        "<img src='https://example.org/a.png' alt=''>",
        "'https://example.org/a.png'",
        "{{ 'a.png' | asset }}",
        {**OURS, "themes/ours/static/a.png": "PNG"},
    ),
]

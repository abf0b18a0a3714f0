"""Mistakes of theme authors, each named by `check` at its line, in the author's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Diagnostic
    from tests.newsletter import Newsletter

BASE = '{% extends "web/base.html" %}\n'
PART = '{% import "web/macros.html" as part with context %}\n'
WHOLE = "<!doctype html>\n<html lang='en'><head><title>x</title></head>\n"

# a file of the theme, its text; place and severity; the message and the hint, or how they begin
MISTAKES = {
    "a block that is not closed": (
        "web/base.html",
        '{% extends "parent:web/base.html" %}\n{% block foot %}\n<p>Foot</p>\n',
        "2:4 error",
        "this 'block' is never closed",
        "write '{% endblock %}' where it ends",
    ),
    "a condition that is not closed": (
        "web/404.html",
        BASE + "{% block main %}\n{% if page.title %}<p>x</p>\n{% endblock %}",
        "3:4 error",
        "this 'if' is never closed",
        "write '{% endif %}' where it ends",
    ),
    "what is nested too deeply": (
        "web/404.html",
        BASE + "{% block main %}\n" + "{% if page.title %}" * 900 + "{% endif %}" * 900,
        "3:1 error",
        "this is nested too deeply",
        "take some of it apart",
    ),
    "too many brackets": (
        "web/404.html",
        BASE + "{% block main %}\n{{ " + "(" * 2_000 + "1" + ")" * 2_000 + " }}{% endblock %}",
        "3:1 error",
        "this is nested too deeply",
        "take some of it apart",
    ),
    "too long a sum": (
        "web/404.html",
        BASE + "{% block main %}\n{{ 1" + " + 1" * 2_000 + " }}{% endblock %}",
        "3:1 error",
        "this is nested too deeply",
        "take some of it apart",
    ),
    "a tag without an end": (
        "web/404.html",
        BASE + "{% block main %}\n{{ 1" + "+1" * 50_000 + " }}{% endblock %}",
        "3:1 error",
        "more than 10,000 characters in one pair of braces",
        "take some of it apart",
    ),
    "too many tags": (
        "web/404.html",
        BASE + "{% block main %}\n" + "{{ 1 }}\n" * 5_000 + "{% endblock %}",
        "4282:1 error",
        "more than 30,000 characters in braces",
        "put some of it into another template",
    ),
    "too many loops in each other": (
        "web/404.html",
        BASE
        + "{% block main %}"
        + "{% for a in [1] %}" * 25
        + "{% endfor %}" * 25
        + "{% endblock %}",
        "1:1 error",
        "this is nested too deeply",
        "take some of it apart",
    ),
    "an end of something else": (
        "web/404.html",
        BASE + "{% block main %}\n{% if page.title %}<p>x</p>{% endif %}{% endfor %}{% endblock %}",
        "3:42 error",
        "there is no tag 'endfor' here",
        "take it away, or write before it what it belongs to",
    ),
    "a block where there are none": (
        "web/404.html",
        "{% extends 'web/macros.html' %}{% block main %}x{% endblock %}",
        "1:41 warning",
        "no template that this one extends has a block 'main'",
        "take it away: none of them has any",
    ),
    "a tag that is misspelt": (
        "web/404.html",
        "<p>\n{% block main %}x{% endblok %}",
        "2:21 error",
        "there is no tag 'endblok' here",
        "did you mean 'endblock'?",
    ),
    "an end without a beginning": (
        "web/404.html",
        "<p>\nx{% endif %}",
        "2:5 error",
        "there is no tag 'endif' here",
        "take it away, or write before it what it belongs to",
    ),
    "a brace that is forgotten at the end": (
        "web/404.html",
        "<p>\n{{ site.title }</p>",
        "2:15 error",
        "unexpected '}'",
        "what begins with '{{' ends with '}}'",
    ),
    "a brace that is forgotten at the start": (
        "web/404.html",
        "<p>\n{ site.title }}</p>",
        "2:1 warning",
        "'{ site.title }}' is shown as it stands",
        "write it between '{{' and '}}'",
    ),
    "a choice of another language": (
        "web/404.html",
        "<p>\n{{ page.title ? 1 : 2 }}</p>",
        "2:15 error",
        "unexpected char '?'",
        "a choice has 'if' and 'else' between its three parts",
    ),
    "a value that is not closed": (
        "web/404.html",
        "<p>{{ page.title\n{% if page %}x{% endif %}</p>",
        "2:1 error",
        "expected '}}', got '{'",
        "what begins with '{{' ends with '}}', and what begins with '{%' with '%}'",
    ),
    "one sign of equality": (
        "web/404.html",
        '<p>\n{% if page.title = "x" %}x{% endif %}y',
        "2:18 error",
        "expected '%}', got '='",
        "two values are compared with '=='",
    ),
    "a comment without an end": (
        "web/404.html",
        "<p>\n{# to do",
        "2:1 error",
        "missing end of comment tag",
        "a comment ends with '#}'",
    ),
    "a filter that is misspelt": (
        "web/404.html",
        "<p>\n{{ page.title | uper }}</p>",
        "2:17 error",
        "no filter named 'uper'",
        "did you mean 'upper'?",
    ),
    "a filter that is misspelt, where no page comes": (
        "web/404.html",
        '<p>\n{% if page.title == "Never" %}{{ page.title | uper }}{% endif %}x</p>',
        "2:47 error",
        "no filter named 'uper'",
        "did you mean 'upper'?",
    ),
    "a filter of pages in a mail": (
        "mail/message.css",
        'p { background: url({{ "a.png" | asset }}) }',
        "1:34 error",
        "no filter named 'asset'",
        "",
    ),
    "a field of a card that there is not": (
        "web/author.html",
        "<p>\n{% for card in entries %}{{ card.titel }}{% endfor %}x</p>",
        "2:34 error",
        "'titel' is not in 'card'",
        "did you mean 'title'?",
    ),
    "a field of the site that there is not, where no page comes": (
        "web/404.html",
        '<p>\n{% if site.title == "Never" %}{{ site.titel }}{% endif %}x</p>',
        "2:39 error",
        "'titel' is not in 'site'",
        "did you mean 'title'?",
    ),
    "a field of what the site has not": (
        "web/404.html",
        "<p>\n{% for one in site.social %}{{ one.adress }}{% endfor %}x</p>",
        "2:36 error",
        "'adress' is not in 'one'",
        "",
    ),
    "a page of a kind that it is not": (
        "web/404.html",
        "<p>\n{{ edition.title }}</p>",
        "2:4 error",
        "there is no 'edition' here",
        "there are: kind, page",
    ),
    "a field that may be none": (
        "web/404.html",
        "<p>\n{{ site.subscribe.page }}</p>",
        "2:4 error",
        "'site.subscribe' is none and has no 'page'",
        "ask first whether it is there, with 'if'",
    ),
    "a loop over a text": (
        "web/404.html",
        "<p>\n{% for one in site.title %}{{ one }}{% endfor %}</p>",
        "2:4 warning",
        "this is a text, and the loop goes through its letters",
        "go through a list, or print the text",
    ),
    "a list that is printed": (
        "web/404.html",
        "<p>\n{{ site.feeds }}</p>",
        "2:1 error",
        "a list cannot be printed",
        "go through it with 'for'",
    ),
    "a field of the loop that there is not": (
        "web/404.html",
        "<p>\n{% for one in site.feeds %}{{ loop.indx }}{% endfor %}</p>",
        "2:36 error",
        "'indx' is not in 'loop'",
        "",
    ),
    "a card that is printed": (
        "web/home.html",
        "<p>\n{% if newest %}{{ newest }}{% endif %}x</p>",
        "2:1 error",
        "a mapping cannot be printed",
        "print one of its fields: id, address",
    ),
    "an option that there is not": (
        "web/404.html",
        "<p>\n{{ site.options.acent }}</p>",
        "2:17 error",
        "'acent' is not in 'site.options'",
        "did you mean 'accent'?",
    ),
    "an option used as what it is not": (
        "web/404.html",
        "<p>\n{{ site.options.measure + 2 }}</p>",
        "2:25 error",
        "a text and a number do not go with '+'",
        "",
    ),
    "a flag that is printed": (
        "web/404.html",
        "<p>\n{{ site.has_tags }}</p>",
        "2:1 warning",
        "this is true or false, and is printed as a text",
        "ask for it with 'if'",
    ),
    "a fragment without prose": (
        "web/edition.html",
        BASE + "{% block main %}\n{% if deck %}{{ deck }}{% endif %}\n{% endblock %}",
        "3:1 error",
        "a fragment is printed with '| prose'",
        "write '| prose' behind its name",
    ),
    "prose of what is a text": (
        "web/404.html",
        "<p>\n{{ page.title | prose }}</p>",
        "2:17 error",
        "'prose' takes a fragment here, and this is a text",
        "",
    ),
    "prose of what may be none": (
        "mail/message.html",
        "<p>\n{{ deck | prose }}</p>",
        "2:11 error",
        "'prose' takes a fragment here, and this is none",
        "ask first whether it is there, with 'if'",
    ),
    "finished HTML that is escaped": (
        "web/author.html",
        BASE
        + "{% block main %}\n{% for card in entries %}{{ card.title }}{% endfor %}{% endblock %}",
        "3:34 warning",
        "'title' is finished HTML, and its tags are shown as text",
        "print it with '| safe'",
    ),
    "a file that is misspelt in asset": (
        "web/404.html",
        '<link href="{{ "papr.css" | asset }}">',
        "1:17 error",
        "the theme has no file 'papr.css' in its 'static/'",
        "did you mean 'paper.css'?",
    ),
    "a file that is no longer there, where no page comes": (
        "web/404.html",
        '<p>{% if page.title == "Never" %}<img src="{{ "a.png" | asset }}" alt="">{% endif %}x</p>',
        "1:48 error",
        "the theme has no file 'a.png' in its 'static/'",
        "",
    ),
    "a style sheet without asset": (
        "web/404.html",
        WHOLE + '<link rel="stylesheet" href="paper.css"></html>',
        "3:30 warning",
        "'paper.css' is no address of a file",
        "put the file into the theme's static/, and write '{{ \"paper.css\" | asset }}'",
    ),
    "an address without href": (
        "web/author.html",
        '<p>\n{% for card in entries %}<a href="{{ card.address }}">x</a>{% endfor %}x</p>',
        "2:38 warning",
        "'card.address' leads from the site's root",
        "write '{{ card.address | href }}'",
    ),
    "a font that a style sheet loads and is not there": (
        "static/own.css",
        "@font-face {\n  src: url(fonts/txt.woff2) }",
        "2:12 error",
        "the theme has no file 'static/fonts/txt.woff2'",
        "did you mean 'fonts/text.woff2'?",
    ),
    "two elements with one id": (
        "web/404.html",
        BASE + '{% block main %}\n<p id="a">x</p>\n<p id="a">y</p>{% endblock %}',
        "4:8 warning",
        "two elements have the id 'a'",
        "give each its own",
    ),
    "an id of what is around": (
        "web/404.html",
        BASE + '{% block main %}\n<p id="content">x</p>{% endblock %}',
        "3:8 warning",
        "two elements have the id 'content'",
        "",
    ),
    "an id in a loop": (
        "web/author.html",
        BASE
        + '{% block main %}\n{% for one in entries %}<p id="one">x</p>{% endfor %}{% endblock %}',
        "3:32 warning",
        "two elements have the id 'one'",
        "",
    ),
    "a page that does not say its language": (
        "web/404.html",
        "<!doctype html>\n<html><head><title>x</title></head><p>x</p></html>",
        "2:1 warning",
        "the page does not say in which language it is",
        'write <html lang="{{ page.lang }}"',
    ),
    "a page without a title": (
        "web/404.html",
        "<!doctype html>\n<html lang='en'><head></head><p>x</p></html>",
        "2:17 warning",
        "the page has no title",
        "add '<title>{{ page.title }}</title>'",
    ),
    "a file that is included and not there": (
        "web/404.html",
        '<p>\n{% include "web/foot.html" %}</p>',
        "2:13 error",
        "the theme 'own' has no template 'web/foot.html'",
        "",
    ),
    "a template that is extended and misspelt": (
        "web/404.html",
        '{% extends "web/base.htm" %}',
        "1:13 error",
        "the theme 'own' has no template 'web/base.htm'",
        "did you mean 'web/base.html'?",
    ),
    "an import without context": (
        "web/home.html",
        (
            '{% import "web/macros.html" as part %}\n'
            "{% if newest %}{{ part.issue(newest) }}{% endif %}x"
        ),
        "1:1 error",
        "there is no 'page' in what is imported here",
        "write 'with context' behind the import",
    ),
    "a block that is misspelt": (
        "web/404.html",
        BASE + "{% block mian %}x{% endblock %}",
        "2:10 warning",
        "no template that this one extends has a block 'mian'",
        "did you mean 'main'?",
    ),
    "a macro that is misspelt": (
        "web/404.html",
        PART + '{{ part.dya("2022-03-02") }}x',
        "2:9 error",
        "'dya' is not in 'part'",
        "did you mean 'day'?",
    ),
    "a macro with a wrong value": (
        "web/404.html",
        PART + '{{ part.day(dat="2022-03-02") }}x',
        "2:9 error",
        "the macro 'day' takes no 'dat'",
        "did you mean 'date'?",
    ),
    "a macro with too many values": (
        "web/404.html",
        PART + '{{ part.day("2022-03-02", "long", 3) }}x',
        "2:9 error",
        "the macro 'day' is given 3 values",
        "it takes: date, form",
    ),
    "a macro without its value": (
        "web/404.html",
        PART + "{{ part.day() }}x",
        "2:1 error",
        "the macro needs 'date', and is called without it",
        "",
    ),
    "a date of a form that there is not": (
        "web/404.html",
        '<p>\n{{ "2022-03-02" | date("lnog") }}</p>',
        "2:25 error",
        "a date has no form 'lnog'",
        "did you mean 'long'?",
    ),
    "super outside of a block": (
        "web/404.html",
        "<p>\n{{ super() }}</p>",
        "2:4 error",
        "there is no 'super' here",
        "it is for a block",
    ),
    "a word that there is not": (
        "web/404.html",
        "<p>\n{{ words.archve }}</p>",
        "2:10 error",
        "'archve' is not in 'words'",
        "did you mean 'archive'?",
    ),
    "words that cannot be read": (
        "words/de.yaml",
        "archive: Archiv\nmade_with: [a\n",
        "2:12 error",
        "brackets that are never closed",
        "close them with ']'",
    ),
    "a word that leaves open what nothing is put into": (
        "words/de.yaml",
        'archive: Archiv\nall_editions: "Alles von {titel}"\n',
        "2:26 warning",
        "nothing is put in the place of '{titel}'",
        "did you mean '{title}'?",
    ),
    "a word with a place for nothing": (
        "words/de.yaml",
        "archive: Archiv {n}\n",
        "1:17 warning",
        "nothing is put in the place of '{n}'",
        "take it away",
    ),
    "a word that no template asks for": (
        "words/de.yaml",
        "archve: Archiv\n",
        "1:1 warning",
        "no template asks for the word 'archve'",
        "did you mean 'archive'?",
    ),
    "a language that there is not": (
        "words/jp.yaml",
        "archive: x\n",
        "1:1 warning",
        "there is no language 'jp'",
        "did you mean 'words/ja.yaml'?",
    ),
    "a key that theme.yaml has not": (
        "theme.yaml",
        "contract: 2\nextends: paper\noptins: {}\n",
        "3:1 error",
        "unknown key 'optins'",
        "did you mean 'options'?",
    ),
    "a theme that is extended and not there": (
        "theme.yaml",
        "contract: 2\nextends: papre\n",
        "2:10 error",
        "there is no theme 'papre'",
        "did you mean 'paper'?",
    ),
    "a theme for another digest": (
        "theme.yaml",
        "contract: 3\nextends: paper\n",
        "1:11 error",
        "the theme wants a newer digest: it is written for contract 3, and this one knows 2",
        "install a newer digest",
    ),
    "a template that is misspelt": (
        "web/edtion.html",
        "<p>x</p>",
        "1:1 warning",
        "no template names this file, and no page is made with it",
        "did you mean 'web/edition.html'?",
    ),
    "a script": (
        "web/base.html",
        (
            '{% extends "parent:web/base.html" %}\n'
            '{% block foot %}<script src="x.js"></script>{% endblock %}'
        ),
        "2:17 warning",
        "the policy of the page lets no browser run a script",
        "",
    ),
}


def set_up(newsletter: Newsletter, files: dict[str, str]) -> None:
    newsletter.settings("theme: own\n")
    newsletter.edition("2022-03", "Text.\n")
    newsletter.write("themes/own/theme.yaml", "contract: 2\nextends: paper\n")
    for name, text in files.items():
        newsletter.write(f"themes/own/{name}", text)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_at_its_line(newsletter: Newsletter, mistake: str) -> None:
    name, text, place, message, hint = MISTAKES[mistake]
    set_up(newsletter, {name: text})
    found = [one for one in newsletter.diagnose() if one.message.startswith(message)]
    assert [(one.path, f"{one.line}:{one.column} {one.severity}") for one in found] == [
        (f"themes/own/{name}", place)
    ], newsletter.diagnose()
    assert found[0].hint.startswith(hint)


def test_of_a_template_that_extends_itself_that_alone_is_told(newsletter: Newsletter) -> None:
    text = '{% extends "web/base.html" %}{% block foot %}x{% endblock %}'
    page = BASE + "{% block main %}x{% endblock %}"
    set_up(newsletter, {"web/base.html": text, "web/404.html": page})
    (found,) = newsletter.diagnose()
    assert brief(found) == "themes/own/web/base.html:1:1 error theme-error"
    assert found.message.endswith("itself without an end")
    assert found.hint.startswith("'parent:' before a name means")


EDITION = (
    BASE
    + """\
{% import "web/macros.html" as part with context %}
{% block main %}
<h1>{{ edition.title }}</h1>
{% if deck %}{{ deck | prose }}{% endif %}
{% for part in sponsors %}{{ part | prose }}{% endfor %}
{% for block in blocks %}
{% if block.kind == "prose" %}{{ block.body | prose }}
{% elif block.kind == "papers" %}
{% for entry in block.entries %}{{ part.paper(entry, 2) }}{% endfor %}
{% else %}{{ part.references(citations) }}
{% endif %}
{% endfor %}
{{ part.corrected(corrections, 2) }}
{{ part.footnotes(notes, 2) }}
{% endblock %}
"""
)


def lost(newsletter: Newsletter, text: str) -> list[str]:
    set_up(newsletter, {"web/edition.html": text})
    return [f"{one.path}:{one.line} {one.message}" for one in newsletter.diagnose()]


def test_a_template_that_prints_all_is_right(newsletter: Newsletter) -> None:
    assert lost(newsletter, EDITION) == []


@pytest.mark.parametrize(
    ("line", "place", "field"),
    [
        ("{% if deck %}{{ deck | prose }}{% endif %}", 6, "'deck'"),
        ("{{ part.footnotes(notes, 2) }}", 5, "'notes'"),
        ("{{ part.corrected(corrections, 2) }}", 5, "'correction.text'"),
        ("{{ block.body | prose }}", 5, "'block.body'"),
    ],
)
def test_a_text_that_is_lost(newsletter: Newsletter, line: str, place: int, field: str) -> None:
    (found,) = lost(newsletter, EDITION.replace(line, ""))
    assert found.startswith(f"themes/own/web/edition.html:{place} never printed: {field};")


PRINTED = {
    "deck": "{% if deck %}{{ deck | prose }}{% endif %}",
    "sponsors": "{% for part in sponsors %}{{ part | prose }}{% endfor %}",
    "blocks": """\
{% if block.kind == "prose" %}{{ block.body | prose }}
{% elif block.kind == "papers" %}
{% for entry in block.entries %}{{ part.paper(entry, 2) }}{% endfor %}
{% else %}{{ part.references(citations) }}
{% endif %}""",
    "prose": "{{ block.body | prose }}",
    "corrections": "{{ part.corrected(corrections, 2) }}",
    "notes": "{{ part.footnotes(notes, 2) }}",
}


@pytest.mark.parametrize("gone", [*PRINTED, "deck prose corrections notes", "deck sponsors blocks"])
def test_what_the_hint_of_a_lost_text_says_mends_it(newsletter: Newsletter, gone: str) -> None:
    text = EDITION
    for name in gone.split():
        text = text.replace(PRINTED[name], "")
    added: list[str] = []
    while found := [*lost_now(newsletter, text)]:
        hint = found[0].hint.removeprefix("add '").removesuffix("'")
        assert hint not in added
        added.append(hint)
        lines = text.splitlines(keepends=True)
        line = lines[found[0].line - 1]
        # what is of a part is written where that has its name
        is_part = re.match(r"{% (if|for \w+ in) \w+\.", hint)
        mended = line.replace("| prose }}", f"| prose }}}}{hint}", 1) if is_part else line + hint
        lines[found[0].line - 1] = f"{mended.rstrip()}\n"
        text = "".join(lines)
    assert added
    assert [one for one in newsletter.diagnose() if "ref-1" not in one.message] == [], text


def lost_now(newsletter: Newsletter, text: str) -> Iterator[Diagnostic]:
    set_up(newsletter, {"web/edition.html": text})
    return (one for one in newsletter.diagnose() if "never printed" in one.message)


def test_a_part_of_papers_that_is_lost_is_told_where_the_others_are(newsletter: Newsletter) -> None:
    paper = (
        '{% macro paper(entry, level, alone=false) %}\n<article id="{{ entry.anchor }}">\n'
        "{% if entry.note %}{{ entry.note | prose }}{% endif %}\n"
        "{% if entry.description %}{{ entry.description | prose }}{% endif %}\n"
        "{% for part in entry.lead %}{{ part | prose }}{% endfor %}\n"
        "{% for section in entry.sections %}{{ section.body | prose }}{% endfor %}\n"
        "{% for one in entry.corrections %}{{ one.text | prose }}{% endfor %}\n"
        "{% if entry.notes %}{{ entry.notes | prose }}{% endif %}\n"
        "{% if entry.figure.caption %}{{ entry.figure.caption | prose }}{% endif %}\n"
        "</article>\n{% endmacro %}\n"
    )
    text = EDITION.replace("part.paper(", "papers.paper(").replace(
        "{% block main %}",
        '{% import "web/papers.html" as papers with context %}\n{% block main %}',
    )
    set_up(newsletter, {"web/edition.html": text, "web/papers.html": paper})
    (found,) = newsletter.diagnose()
    assert (found.path, found.line) == ("themes/own/web/papers.html", 9)
    assert found.message.startswith("never printed: 'figure.credit';")


@pytest.mark.parametrize("kind", ["web/edition.html", "mail/message.html"])
def test_a_text_that_is_printed_twice(newsletter: Newsletter, kind: str) -> None:
    parent = f'{{% extends "parent:{kind}" %}}\n'
    if kind.startswith("mail"):
        set_up(
            newsletter, {kind: "{% if deck %}{{ deck | prose }}\n{{ deck | prose }}{% endif %}x"}
        )
    else:
        again = "{% block main %}\n{% if deck %}{{ deck | prose }}{% endif %}\n"
        again += "{{ super() }}{% endblock %}"
        set_up(newsletter, {kind: parent + again})
    found = [one for one in newsletter.diagnose() if "second time" in one.message]
    assert [one.severity for one in found] == ["warning"]
    assert found[0].message.startswith("'deck' is printed a second time: line ")


def test_references_to_which_no_citation_leads(newsletter: Newsletter) -> None:
    text = EDITION.replace(
        "{{ part.references(citations) }}",
        "{% for one in citations.references %}<p>{{ one.html | safe }}</p>{% endfor %}",
    )
    (found,) = lost(newsletter, text)
    assert found.startswith("themes/own/web/edition.html:11 no element has the id 'ref-1'")


def test_what_may_be_asked_for_though_it_is_not_there(newsletter: Newsletter) -> None:
    text = (
        "{% if site.motto is defined %}{{ site.motto }}{% endif %}"
        '{{ page.mood | default("calm") }}{{ words.get("mood", "x") }}'
        '<a href="{{ "archive/" | href }}">{{ site.title }}</a>'
    )
    set_up(newsletter, {"web/404.html": text})
    assert newsletter.check() == []


OLD = """<!doctype html>
<html lang="{{ page.lang }}">
<head>
<title>{{ page.title }}</title>
</head>
<body>
<p>{{ site.title }}</p>
{% block main %}{% endblock %}
</body>
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
SET = """\
logo: static/logo.svg
icon: static/icon.svg
head: [{google-site-verification: "a&b"}]
script: {src: "https://count.example/a.js?a=1&b=2", privacy: /about/}
license: CC-BY-4.0
social: [{name: Mastodon, url: "https://m.example/@a"}]
"""


@pytest.mark.parametrize("parent", ["paper", "signal", "plain"])
def test_a_copy_that_is_older_than_a_setting_is_told(newsletter: Newsletter, parent: str) -> None:
    newsletter.settings(f"theme: {parent}\n{SET}footer: Made in Delft\n")
    newsletter.write("static/logo.svg", SVG)
    newsletter.write("static/icon.svg", SVG)
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWords.\n")
    # what is not touched shows all of it
    newsletter.write(f"themes/{parent}/web/404.html", BASE)
    assert newsletter.diagnose() == ()
    newsletter.write(f"themes/{parent}/web/base.html", OLD)
    told = {
        (one.line, one.message.partition(" of site.yaml")[0])
        for one in newsletter.diagnose()
        if "of site.yaml is not on the home page" in one.message
    }
    # links to other places stand in home.html
    assert told == {(7, "'logo'"), (3, "'icon'"), (3, "'head'"), (9, "'footer'"), (9, "'license'")}
    imported = '{% import "web/furniture.html" as furniture with context %}\n'
    mended = OLD.replace("{{ site.title }}", "{{ furniture.mark() }}").replace(
        "</head>", "{{ furniture.site_icons() }}{{ furniture.head() }}</head>"
    )
    foot = "{{ furniture.footer() }}{{ furniture.license() }}</body>"
    newsletter.write(f"themes/{parent}/web/base.html", imported + mended.replace("</body>", foot))
    assert not [one for one in newsletter.diagnose() if "of site.yaml" in one.message]


def test_of_words_that_cannot_be_read_nothing_more_is_told(newsletter: Newsletter) -> None:
    page = "{% block main %}<p>{{ words.lab }} {{ words.room }}</p>{% endblock %}"
    set_up(newsletter, {"web/404.html": BASE + page})
    newsletter.write("themes/own/words/en.yaml", "lab: Our lab\n  room: [\nroom: 'unclosed\n")
    found = newsletter.diagnose()
    assert [(one.path, one.line) for one in found] == [
        ("themes/own/words/en.yaml", 2),
        ("themes/own/words/en.yaml", 3),
    ]

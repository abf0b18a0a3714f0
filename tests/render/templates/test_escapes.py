"""What a template of a pull request tries: nothing but what its page shows is reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
import pytest
from markupsafe import Markup

from digest.basics.text import fingerprint
from digest.render.dates import date_text
from digest.render.templates import Templates
from digest.settings.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from digest.basics.diagnostics import Checked

HIDDEN = "what is hidden"


class View(msgspec.Struct, frozen=True):
    """A view, with what no template may have besides its fields."""

    kind: ClassVar[str] = "page"
    hidden: ClassVar[str] = HIDDEN
    title: str = "Title"
    items: tuple[str, ...] = ("one", "two")
    _private: str = HIDDEN

    @property
    def known(self) -> str:
        """A property."""
        return HIDDEN

    def tell(self) -> str:
        """A method."""
        return HIDDEN


class Tools:
    """The filters of a page."""

    secret = HIDDEN

    def href(self, address: str) -> str:
        """Return an address."""
        return address


def fill(folder: Path, template: str, **others: str) -> Checked[str]:
    """Fill a template with a view; `others` are templates beside it."""
    files, hashes = {}, {}
    for name, text in {"page": template, **others}.items():
        path = folder / f"{name}.html"
        path.write_text(text, "utf-8")
        files[f"web/{name}.html"] = str(path)
        hashes[str(path)] = fingerprint(path.read_bytes())
    theme = Theme(
        name="evil",
        files=files,
        labels={at: name for name, at in files.items()},
        hashes=hashes,
    )
    templates = Templates(theme, "web/", {"href": (str,)})
    context: dict[str, Any] = {
        "view": View(),
        "words": {"hello": "Hello {name}", "_own": "mine"},
        "html": Markup("<b>{0}</b>"),
        "text": "a text",
        "views": (View(), View()),
    }
    return templates.render("web/page.html", context, Tools())


REFUSED = [
    # Python's own names, written
    "{{ view.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ view._private }}",
    "{{ (1).__class__ }}",
    "{{ [].__class__.__base__ }}",
    "{{ words.__init__ }}",
    "{{ range.__globals__ }}",
    "{{ range.__wrapped__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ dict.__subclasses__() }}",
    "{{ nope.__class__ }}",
    "{{ self.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{% for a in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for a in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for a in [1] %}{{ loop.cycle.__func__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{{ caller.__closure__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{{ kwargs.__class__ }}{% endmacro %}{{ m(a=1) }}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{% set n = namespace() %}{{ n.__attrs }}",
    "{% set n = namespace() %}{{ n._Namespace__attrs }}",
    "{% set n = namespace() %}{% set n.__class__ = 1 %}",
    "{% block b %}{{ super.__self__ }}{% endblock %}",
    "{% block b %}x{% endblock %}{{ self.b._context }}",
    "{% block b %}x{% endblock %}{{ self.b.__call__.__globals__ }}",
    "{% import 'web/other.html' as o %}{{ o._body_stream }}",
    "{% import 'web/other.html' as o %}{{ o.__dict__ }}",
    "{% import 'web/other.html' as o %}{{ o.m._func }}",
    "{{ ([1] | map('string')).__class__ }}",
    "{{ ('a' ~ 'b').__class__ }}",
    "{{ html.__html__.__func__ }}",
    "{{ (text | upper).__class__ }}",
    "{{ x.__class__ if false else view.__class__ }}",
    "{% if false %}{{ view.__class__ }}{% endif %}",
    "{% set a, b = view.__class__, 1 %}",
    "{% include view.__class__ %}",
    "{% with a = view.__class__ %}{% endwith %}",
    # other letters, which Python reads as these
    "{{ view.\uff3f\uff3fclass\uff3f\uff3f }}",
    "{{ view.\uff3fprivate }}",
    # the same, as an element
    "{{ view['__class__'] }}",
    "{{ view['_private'] }}",
    "{{ view['__cl' ~ 'ass__'] }}",
    "{{ view[['__class', '__'] | join] }}",
    "{{ view['__CLASS__' | lower] }}",
    "{{ view['__ssalc__' | reverse] }}",
    "{{ view['%sclass__' % '__'] }}",
    "{{ view['{}class__'.format('__')] }}",
    "{{ ''['__class__'] }}",
    "{{ []['__class__'] }}",
    "{{ words['__class__'] }}",
    "{{ self['__class__'] }}",
    "{{ self['_TemplateReference__context'] }}",
    "{{ range['__globals__'] }}",
    "{{ dict['__subclasses__']() }}",
    "{% for a in [1] %}{{ loop['_iterator'] }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m['_func'] }}",
    "{% set n = namespace() %}{{ n['__class__'] }}",
    "{% block b %}x{% endblock %}{{ self['b']['_context'] }}",
    "{% import 'web/other.html' as o %}{{ o['__dict__'] }}",
    "{{ view[html.unescape.__name__] }}",
    # by way of filters
    "{{ view | attr('__class__') }}",
    "{{ view | attr('__cla' ~ 'ss__') }}",
    "{{ view | attr('tell') }}",
    "{{ view | attr('known') }}",
    "{{ text | attr('__class__') }}",
    "{{ [view] | map(attribute='__class__') | list }}",
    "{{ [view] | map(attribute='_private') | first }}",
    "{{ [view] | map(attribute='title.__class__') | first }}",
    "{{ [view] | map(attribute='known') | first }}",
    "{{ [view] | map('attr', '__class__') | first }}",
    "{{ [view] | sum(attribute='__class__') }}",
    "{{ views | sort(attribute='__class__') | first }}",
    "{{ views | sort(attribute='title,_private') | first }}",
    "{{ views | groupby('_private') | first | first }}",
    "{{ views | groupby('known') | first | first }}",
    "{{ views | map(attribute='tell') | first }}",
    "{{ views | unique(attribute='__class__') | list }}",
    "{{ views | min(attribute='__class__') }}",
    "{{ views | max(attribute='tell') }}",
    "{{ views | join(' ', attribute='_private') }}",
    "{{ views | map('tell') | list }}",
    # by way of formats
    "{{ '{0.__class__}'.format(view) }}",
    "{{ '{0._private}'.format(view) }}",
    "{{ '{0.known}'.format(view) }}",
    "{{ '{0.hidden}'.format(view) }}",
    "{{ '{0[__class__]}'.format(view) }}",
    "{{ '{a.__class__.__mro__}'.format(a=text) }}",
    "{{ '{a.__class__}'.format_map({'a': view}) }}",
    "{{ '{:{0.__class__}}'.format(view) }}",
    "{{ html.format(view.__class__) }}",
    "{{ ('{0.__class__}' | safe).format(view) }}",
    "{{ ('{0.known}' | safe).format_map({'0': view}) }}",
    "{{ ['{0.__class__}'] | map('format', view) | first ~ view._private }}",
    "{{ words.hello.format(name=view.__class__) }}",
    "{{ text.format.__self__ }}",
    "{{ text.format.func }}",
    "{{ text.join.func.__globals__ }}",
    "{{ text.center.args }}",
    # methods that are no data, and change what is shared
    "{{ view.tell() }}",
    "{{ view.known }}",
    "{{ view.hidden }}",
    "{{ view['tell']() }}",
    "{{ view.__struct_fields__ }}",
    "{{ words.update({'hello': 'no'}) }}",
    "{{ words.pop('hello') }}",
    "{{ words.setdefault('x', 1) }}",
    "{{ words.clear() }}",
    "{{ words['clear']() }}",
    "{{ words | attr('clear') }}",
    "{{ [1].append(2) }}",
    "{{ [1].extend([2]) }}",
    "{{ [1].sort() }}",
    "{{ [1]['append'](2) }}",
    "{{ {}.fromkeys([1]) }}",
    "{{ text.encode() }}",
    "{{ text.maketrans('a', 'b') }}",
    "{{ (5).to_bytes(1000000000, 'big') }}",
    "{{ (5).from_bytes('a', 'big') }}",
    "{{ range.start }}",
    "{{ range(3).gi_frame }}",
    "{{ ([1] | map('string')).gi_frame }}",
    "{{ ([1] | select).gi_code }}",
    "{{ dict.mro() }}",
    "{{ dict.fromkeys }}",
    "{{ dict['x'] }}",
    "{{ dict[view] }}",
    # what is not there at all
    "{{ lipsum() }}",
    "{{ __builtins__ }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ config }}",
    "{{ get_flashed_messages }}",
    "{{ import('os') }}",
    "{{ eval('1') }}",
    "{{ open('/etc/passwd').read() }}",
    "{% do 1 %}",
    "{% debug %}",
    "{% trans %}x{% endtrans %}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/passwd' %}",
    "{% extends '/proc/self/environ' %}",
    "{% import '/etc/passwd' as o %}",
    "{{ [1, 2] | random }}",
    # printed as Python would
    "{{ view }}",
    "{{ 'x' ~ view }}",
    "{{ 'x' ~ range }}",
    "{{ view | string }}",
    "{{ view | safe }}",
    "{{ view | e }}",
    "{{ view | upper }}",
    "{{ views | string }}",
    "{{ views | join }}",
    "{{ view | pprint }}",
    "{{ [1] | map('string') | string }}",
    "{{ range | string }}",
    "{{ '%s' % view }}",
    "{{ '%r' % (view,) }}",
    "{{ '%s' | format(view) }}",
    "{{ '{}'.format(view) }}",
    "{{ '{!r}'.format(views) }}",
    "{{ '{}'.format(range) }}",
    "{{ html.format(view) }}",
    "{{ 'a' | replace('a', view) }}",
    "{{ {'a': view} | xmlattr }}",
    "{{ {'a': view} | urlencode }}",
    "{{ range }}",
    "{{ text.upper }}",
    "{{ self }}",
    "{{ namespace(a=1) }}",
    "{{ cycler('a') }}",
    "{% for a in [1] %}{{ loop }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m }}",
    "{{ [1] | map('string') }}",
]


@pytest.mark.parametrize("template", REFUSED)
def test_what_is_not_for_templates_is_refused(tmp_path: Path, template: str) -> None:
    made = fill(tmp_path, template, other="{% macro m() %}{% endmacro %}")
    assert made.value is None, made.value
    (found,) = made.diagnostics
    assert (found.rule, found.path) == ("theme-error", "web/page.html")
    told = f"{found.message} {found.hint}"
    # nothing of Python, of digest's making, or of this machine
    assert HIDDEN not in told
    words = r"<|\bobject\b|\bat 0x|Error|NoneType|\bstr\b|\bint\b|\bdict\b|Struct|digest\.|/tmp"
    assert not re.search(words, re.sub("'[^']*'", "", told)), told


@pytest.mark.parametrize(
    "template",
    [
        "{{ view['__class__'] is defined }}",
        "{{ view['known'] is defined }}",
        "{{ view.tell is defined }}",
        "{{ view | attr('_private') is defined }}",
        "{{ ''['__class__'] is defined }}",
        "{{ dict['x'] is defined }}",
        "{{ ([view] | map(attribute='__class__') | first) is defined }}",
    ],
)
def test_what_is_not_for_templates_is_not_there(tmp_path: Path, template: str) -> None:
    assert fill(tmp_path, template).value == "False"


ALLOWED = [
    ("{{ view.title }} {{ view.kind }} {{ view['title'] }}", "Title page Title"),
    ("{{ view.items[0] }}{{ view.items | last }}", "onetwo"),
    ("{{ words.hello.format(name='<you>') }}", "Hello &lt;you&gt;"),
    ("{{ html.format('<i>') }}", "<b>&lt;i&gt;</b>"),
    ("{{ '{0.title}'.format(view) }} {{ '{a[1]:>4}'.format(a='xyz') }}", "Title    y"),
    ("{{ '%s-%03d' % ('a', 7) }} {{ '%s' | format(text) }}", "a-007 a text"),
    ("{{ words.get('no', 'else') }} {{ words['_own'] }}", "else mine"),
    ("{% for k, v in words.items() | sort %}{{ k }} {% endfor %}", "_own hello "),
    (
        "{{ text.upper() }} {{ text.title() }} {{ text.split() | join('-') }}",
        "A TEXT A Text a-text",
    ),
    ("{{ text.replace('a', 'b') }} {{ ', '.join(['x', 'y']) }}", "b text x, y"),
    ("{{ text.center(10) }}|{{ text.ljust(8) }}|", "  a text  |a text  |"),
    ("{{ views | map(attribute='title') | join(', ') }}", "Title, Title"),
    ("{{ views | selectattr('title') | list | length }}", "2"),
    (
        "{% for g in views | groupby('title') %}{{ g.grouper }}{{ g.list | length }}{% endfor %}",
        "Title2",
    ),
    ("{{ views | sort(attribute='title') | map(attribute='items.0') | join }}", "oneone"),
    ("{% set n = namespace(a=1) %}{% set n.a = n.a + 1 %}{{ n.a }}{{ n['a'] }}", "22"),
    ("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.current }}", "aba"),
    ("{% set j = joiner('; ') %}{{ j() }}a{{ j() }}b", "a; b"),
    (
        "{% for a in 'xy' %}{{ loop.index }}{{ loop.cycle('o', 'e') }}{{ loop.last }}{% endfor %}",
        "1oFalse2eTrue",
    ),
    ("{% for a in [1, [2]] recursive %}{{ loop(a) if a is iterable else a }}{% endfor %}", "12"),
    (
        "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(b=3, a=0) }}{{ m.name }}",
        "1203m",
    ),
    ("{% macro m() %}{{ varargs | length }}{{ kwargs.x }}{% endmacro %}{{ m(1, 2, x=3) }}", "23"),
    (
        "{% macro m() %}<{{ caller('a') }}>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}",
        "<a>",
    ),
    ("{% block b %}x{% endblock %}{{ self.b() }}", "xx"),
    ("{% import 'web/other.html' as o %}{{ o.say('<') }}", "say &lt;"),
    ("{% from 'web/other.html' import say with context %}{{ say(view.title) }}", "say Title"),
    ("{% set x %}<i>{{ '<' }}</i>{% endset %}{{ x }}", "<i>&lt;</i>"),
    ("{% filter upper %}a{{ '<' }}{% endfilter %}", "A&LT;"),
    ("{{ 'a' ~ 1 ~ '<' }} {{ html ~ '<' }}", "a1&lt; <b>{0}</b>&lt;"),
    ("{% autoescape false %}{{ '<' }}{{ 'a' ~ '<' }}{% endautoescape %}{{ '<' }}", "<a<&lt;"),
    (
        "{{ view.nope | default('none') }}{{ nope is defined }}{{ words.nope is defined }}",
        "noneFalseFalse",
    ),
    ("{{ 'x' if false }}{{ (none) is none }}{{ 1 if view.nope is defined else 2 }}", "True2"),
    ("{{ 'a' in text }}{{ 'q' not in text }}{{ 'one' in view.items }}", "TrueTrueTrue"),
    ("{{ range(3) | sum }}{{ (3.7 | round | int) + 2 ** 3 }}{{ 7 // 2 }}", "3123"),
    ("{{ words.class is defined }}{{ view.title.lower().title() }}", "FalseTitle"),
    ("{{ 'x' | href }}{{ ['a', 'b'] | map('href') | join }}", "xab"),
]


@pytest.mark.parametrize(("template", "shown"), ALLOWED)
def test_what_templates_may_do(tmp_path: Path, template: str, shown: str) -> None:
    made = fill(tmp_path, template, other="{% macro say(a) %}say {{ a }}{% endmacro %}")
    assert made.value == shown, made.diagnostics


GROWN = [
    "n.x ~ n.x",
    "n.x + n.x",
    "[n.x, n.x] | join",
    "'%s%s' % (n.x, n.x)",
    "'{0}{0}'.format(n.x)",
    "n.x.replace('a', 'bb') | replace('b', 'a')",
    "n.x | tojson",
    "double(n.x)",
    "n.x.split('a') + n.x.split('a')",
]
ENDLESS = [
    "{{ 'a'.center(1000000000) }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ 'a'.rjust(1000000000) }}",
    "{{ 'a'.zfill(1000000000) }}",
    "{{ '\\t'.expandtabs(1000000000) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:>{w}}'.format('a', w=1000000000) }}",
    "{{ ('{:1000000000}' | safe).format(1) }}",
    "{{ ('{0}' * 9999).format('a' * 99999) }}",
    "{{ ('%s' * 9999) % (('a' * 99999,) * 9999) }}",
    "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
    "{{ ('a' * 99999) | replace('a', 'b' * 99999) }}",
    "{{ ('a' * 99999).join(range(99999) | map('string')) }}",
    "{{ range(99999) | join('a' * 99999) }}",
    "{{ ['a' * 999999] * 99999 | join }}",
    "{{ (['a' * 999999] * 999) | join }}",
    "{{ ('a\n' * 99999) | indent(9999) }}",
    "{{ ('a\n' * 9999) | indent('b' * 99999) }}",
    *(
        "{% macro double(x) %}{{ x }}{{ x }}{% endmacro %}{% set n = namespace(x='aa\"') %}"
        f"{{% for i in range(64) %}}{{% set n.x = {grown} %}}{{% endfor %}}x"
        for grown in GROWN
    ),
    "{% for i in range(99999) %}{% set x = ['a'] * 999999 %}{% endfor %}x",
    "{% set n = namespace(x=3) %}{% for i in range(64) %}{% set n.x = n.x * n.x %}{% endfor %}x",
    "{{ (9 ** 9999) ** 9999 }}",
    "{{ 1.5 | round(1000000000, 'ceil') }}",
    "{% for i in range(99999) %}{{ 'a' * 999999 }}{% endfor %}",
    "{% set x = '<' * 999999 %}{% for i in range(99999) %}{{ x }}{% endfor %}",
    "{% set x = 'a' * 999999 %}{% for i in range(99999) %}{% set y = x[1:] %}{% endfor %}x",
    "{% for i in range(99999) %}{% set x = range(99999) | sort %}{% endfor %}x",
    "{% for i in range(99999) %}{% set x = range(99999) | list | length %}{% endfor %}x",
    "{% for i in range(99999) %}{% set x = ('a' * 999999) | upper %}{% endfor %}x",
    "{% set x = range(99999) | list %}{% for i in x %}{{ i in x }}{% endfor %}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% block b %}{{ self.b() }}{% endblock %}",
]


@pytest.mark.parametrize("template", ENDLESS)
def test_nothing_is_without_an_end(tmp_path: Path, template: str) -> None:
    made = fill(tmp_path, template)
    assert made.value is None
    assert [found.rule for found in made.diagnostics] == ["theme-error"]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ view.title + 5 }}", "a text and a number do not go with '+'"),
        ("{{ 5 + view.title }}", "a number and a text do not go with '+'"),
        ("{{ [] - none }}", "a list and none do not go with '-'"),
        ("{{ 5 < 'a' }}", "a number and a text do not go with '<'"),
        ("{{ [1, 'a'] | sort }}", "a text and a number do not go with '<'"),
        ("{{ view + 1 }}", "what stands here and a number do not go with '+'"),
        ("{{ 'a'() }}", "a text is not callable"),
        ("{{ 'a' in 5 }}", "a number is not iterable"),
        ("{{ 5 | length }}", "a number has no length"),
        ("{{ 'a' | replace }}", "'replace' missing 2 required positional arguments"),
        ("{{ 'a'.index('b') }}", "substring not found"),
        ("{{ namespace(a=1) }}", "this cannot be printed"),
        ("{{ range(3) }}", "a list cannot be printed"),
        ("{{ [] | first }}", "no first item, sequence was empty"),
        ("{{ '{a}'.format(b=1) }}", "there is no 'a'"),
        ("{{ ', '.join([1]) }}", "'join' takes texts, not a number"),
        ("{{ view | tojson }}", "what stands here cannot be JSON"),
        ("{{ {[1]: 2} }}", "unhashable type: a list"),
        ("{{ 'a' | abs }}", "bad operand type for 'abs': a text"),
        ("{{ 'a' | round }}", "a text has no 'round'"),
        ("{{ 'a'.replace(1, 2) }}", "'replace' argument 1 must be a text, not a number"),
        ("{{ '{:d}'.format('a') }}", "unknown format code 'd' for a text"),
        ("{{ joiner(1, 2) }}", "'joiner' takes from 1 to 2 positional arguments"),
        ("{{ view | filesizeformat }}", "'float' argument must be a string or a real number"),
        ("{{ 'a' | href | center(nope=1) }}", "'center' got an unexpected keyword argument"),
    ],
)
def test_mistakes_are_told_without_pythons_names(
    tmp_path: Path, template: str, message: str
) -> None:
    (found,) = fill(tmp_path, template).diagnostics
    assert found.message.startswith(message)


def test_a_fault_of_digests_own_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def say(_: object, address: str) -> str:
        return date_text(address, "en")

    monkeypatch.setattr(Tools, "href", say)
    with pytest.raises(ValueError, match="month must be"):
        fill(tmp_path, "{{ '2022-33' | href }}")

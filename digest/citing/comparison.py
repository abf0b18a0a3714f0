"""What an editor typed against what the record says.

Typography is no difference: accents, letter case, punctuation, hyphens, TeX, initials and middle
names left out. A wrong letter is.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from digest.basics.richtext import without_styles
from digest.basics.text import SPELLED, closest
from digest.records.names import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.basics.editions import Entry, Override
    from digest.basics.works import Name, Work

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_CUT = frozenset({"etal", OTHERS})
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to",
    "towards", "using", "via", "with",
})  # fmt: skip
_LIKE, _HALF = 0.5, 0.5
"""What part of its letters two titles of one paper share at least, and what part of its words the
abstract has."""
_STEM = 5
"""Letters by which words are alike in two forms, as `simulator` and `simulators`."""
# German's spelling of its umlauts
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def title_differs(typed: str, recorded: str) -> bool:
    """Tell whether two titles differ in more than typography."""
    return _letters(typed) != _letters(recorded)


def is_title_of_another(typed: str, work: Work) -> bool:
    """Tell whether a title, or a name that somebody has for a paper, is not that of a work.

    So it is where no word of weight is in the work's title, their letters are not alike, and the
    abstract has fewer than half of its words.
    """
    words, recorded = (telling_words(text) for text in (typed, work.plain_title))
    if not words or not recorded or words & recorded or not _is_known(work):
        return False
    if likeness(typed, work.plain_title) >= _LIKE:
        return False
    return _part_in(words, work.abstract) < _HALF


def _part_in(words: set[str], text: str) -> float:
    """Return what part of the words, of which there is one at least, a text has in some form."""
    has = {word[:_STEM] for word in title_words(text)}
    return sum(word[:_STEM] in has for word in words) / len(words)


def telling_words(text: str) -> set[str]:
    """Return the words of a title that have weight."""
    return set(title_words(text)) - _SMALL


def likeness(one: str, other: str) -> float:
    """Return what part of their letters two texts share, in the same order."""
    import difflib  # noqa: PLC0415 -- few titles are compared so

    texts = ("".join(title_words(text)) for text in (one, other))
    return difflib.SequenceMatcher(None, next(texts), next(texts)).ratio()


def name_differs(typed: str, recorded: str) -> bool:
    """Tell whether two names, each in either order, differ in more than typography.

    Given names may be initials, and middle names may be left out, on either side: `W. Cohen` is
    `William W. Cohen`. `Feilong Che` is not `Feilong Chen`.
    """
    one, other = _name_words(typed), _name_words(recorded)
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return False
    if not one or not other:
        return True
    if not _same_family(one[-1], other[-1]):
        return True
    return not _same_given(one[:-1], other[:-1])


def check_overrides(entry: Entry, work: Work) -> tuple[Diagnostic, ...]:
    """Compare the title, the authors and the date typed in an entry with its work's record.

    Every difference is `metadata-differs` at what was typed. Where neither the title nor any
    surname agrees, the id is another paper's, and that is said instead.
    """
    if entry.work_place and _is_another_paper(entry, work):
        names = ", ".join(name.literal for name in work.author[:2])
        message = (
            f"the record of '{entry.work_key}' is another paper: '{work.plain_title}' by {names}"
        )
        hint = "check the id; neither the title nor an author is the one typed here"
        return (_differs(entry.work_place, message, hint),)
    found = []
    if entry.title and _is_known(work) and title_differs(entry.title.value, work.title):
        message = f"the record's title is not '{entry.title.value}'"
        hint = f"write '{work.title}', or leave 'title' out"
        found.append(_differs(entry.title.place, message, hint))
    if entry.work_place and _is_misnamed(entry.name, work):
        message = f"'{entry.name}' is not a name of '{work.plain_title}', which '{work.id}' is"
        hint = "check the id; neither the paper's title nor its abstract has these words"
        found.append(_differs(entry.work_place, message, hint))
    found += _check_authors(entry.authors, work.author)
    if entry.date and not _same_date(entry.date.value, work.issued):
        recorded = "-".join(f"{part:02d}" for part in work.issued)
        message = f"the record's date is not '{entry.date.value}'"
        found.append(
            _differs(entry.date.place, message, f"write '{recorded}', or leave 'date' out")
        )
    return tuple(found)


def _check_authors(typed: tuple[Override, ...], authors: tuple[Name, ...]) -> Iterable[Diagnostic]:
    """Compare names place by place; one found elsewhere in the record is in the wrong order."""
    recorded = [name.literal for name in authors if name.literal != OTHERS]
    is_cut = bool(typed) and _letters(typed[-1].value) in _CUT
    names = typed[:-1] if is_cut else typed
    if not recorded or not names:
        return
    in_order = True
    known, named = _NameList(recorded), _NameList(name.value for name in names)
    free = [name for name in recorded if name not in named]
    for index, one in enumerate(names):
        if index < len(recorded) and not name_differs(one.value, recorded[index]):
            continue
        if one.value in known:
            in_order = False
            continue
        meant = closest(one.value, free)
        hint = f"write '{meant}'" if meant else "take the name out, or leave 'authors' out"
        yield _differs(one.place, f"the record names no author '{one.value}'", hint)
    if len(names) != len(recorded) and not is_cut:
        message = f"the record has {len(recorded)} authors, {len(names)} are typed"
        hint = "leave 'authors' out; 'byline' says how many are named"
        yield _differs(names[0].place, message, hint)
    elif not in_order:
        hint = "write " + ", ".join(f"'{name}'" for name in recorded)
        yield _differs(names[0].place, "the record names the authors in another order", hint)


class _NameList:
    """Names, of which few are compared with one that is looked up: there may be thousands."""

    def __init__(self, names: Iterable[str]) -> None:
        self._alike: dict[str, list[str]] = {}
        for name in names:
            for key in _keys_of(name):
                self._alike.setdefault(key, []).append(name)

    def __contains__(self, name: str) -> bool:
        alike = (one for key in _keys_of(name) for one in self._alike.get(key, ()))
        return any(not name_differs(name, one) for one in alike)


def _keys_of(name: str) -> tuple[str, ...]:
    """Return what two names have in common, one thing at least, that do not differ."""
    words = _name_words(name)
    family = _without_umlauts(words[-1]) if words else ""
    return (family, "".join(words), " ".join(sorted(words)))


def _is_known(work: Work) -> bool:
    """Tell whether the title is the work's; a broken record has the id in its place."""
    return work.title != work.id


def _is_misnamed(name: str, work: Work) -> bool:
    """Tell whether no word of a name is the work's; one word, or no abstract, does not tell."""
    return (
        len(name.split()) > 1
        and bool(work.abstract)
        and is_title_of_another(name, work)
        and not _part_in(telling_words(name), work.abstract)
    )


def _is_another_paper(entry: Entry, work: Work) -> bool:
    """Tell whether title and surnames were typed and none of them is the record's."""
    if not (entry.title and entry.authors and work.author):
        return False
    if not (_is_known(work) and title_differs(entry.title.value, work.title)):
        return False
    recorded = [_name_words(name.literal)[-1:] for name in work.author]
    typed = [_name_words(name.value)[-1:] for name in entry.authors]
    return not any(
        _same_family(one, other)
        for (one,) in filter(None, typed)
        for (other,) in filter(None, recorded)
    )


def _same_date(typed: str, issued: tuple[int, ...]) -> bool:
    """Compare as many parts as both have."""
    parts = [int(part) for part in re.findall("[0-9]+", typed)]
    return all(one == other for one, other in zip(parts, issued, strict=False))


def _differs(place: Place, message: str, hint: str) -> Diagnostic:
    return place.diagnose("metadata-differs", message, hint)


def _letters(text: str) -> str:
    """Return the letters and digits alone, without accents, in small letters."""
    return "".join(title_words(text))


def title_words(text: str) -> list[str]:
    """Return the words of a text as they are compared: in small letters, without accents."""
    text = without_styles(text)
    if "\\" in text or "$" in text:
        from digest.records.tex import tex_to_text  # noqa: PLC0415 -- for few titles

        text = tex_to_text(text.replace("$", ""))
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(SPELLED))
    # only accents on Latin letters go: in other scripts marks make the letter
    plain = re.sub("(?<=[a-z])[\u0300-\u036f]+", "", decomposed)
    return re.findall(r"[^\W_]+", plain)


@functools.lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in reading order, without suffixes."""
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma and given.strip() else name
    # an apostrophe or a hyphen joins: O'Brien, al-Khwarizmi
    words = title_words(re.sub(r"['\u2019`]", "", ordered))
    return tuple([word for word in words if word not in _SUFFIXES] or words)


def _same_family(one: str, other: str) -> bool:
    return one == other or _without_umlauts(one) == _without_umlauts(other)


def _without_umlauts(word: str) -> str:
    for spelled, plain in _UMLAUTS:
        word = word.replace(spelled, plain)
    return word


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the shorter list of given names may stand for the longer one."""
    short, long = sorted((one, other), key=len)
    if not short:
        return True
    if "".join(short) in {"".join(long), "".join(word[0] for word in long)}:
        return True
    if not _may_be(short[0], long[0]):
        return False
    rest = iter(long)
    return all(any(_may_be(name, word) for word in rest) for name in short)


def _may_be(one: str, other: str) -> bool:
    """Tell whether two given names are the same, or one is the initial of the other."""
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    return _same_family(one, other)

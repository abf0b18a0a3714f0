"""From the files of a folder to its posts, whichever generator it was made for."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.convert import convert
from digest.importing.dialects.includes import splice_includes
from digest.importing.dialects.leftouts import LeftOuts
from digest.importing.htmltext import make_markdown
from digest.importing.linktargets import list_targets
from digest.importing.markdownposts.fields import text_of
from digest.importing.markdownposts.heads import (
    Head,
    find_aliases,
    find_authors,
    find_covers,
    find_description,
    find_issue,
    find_tags,
    find_updated,
    read_head,
)
from digest.importing.markdownposts.linked import Posts, find_picture, is_path
from digest.importing.markdownposts.matter import split_matter
from digest.importing.markdownposts.permalinks import join_address
from digest.importing.markdownposts.titles import take_title
from digest.importing.post import Archive, LeftOut, Picture, Place, Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.importing.files import Files
    from digest.importing.markdownposts.generator import Generator
    from digest.importing.markdownposts.matter import Split
    from digest.importing.post import State
    from digest.importing.sources.source import Options

MARKDOWN = frozenset({"md", "markdown", "mkd", "mkdn", "mdown", "mdwn", "qmd", "rmd", "mdx"})
"""Endings of the names of files with Markdown."""
_HTML = frozenset({"html", "htm"})
_OTHERS = {
    "rst": "reStructuredText",
    "org": "Org",
    "adoc": "AsciiDoc",
    "asciidoc": "AsciiDoc",
    "textile": "Textile",
    "ipynb": "a notebook",
    "tex": "LaTeX",
    "docx": "a document of a word processor",
    "odt": "a document of a word processor",
}
_OTHER = "{} is not understood; turn it into Markdown, as Pandoc does"
_COVER = "a picture that the head names and the text does not show"
_NO_PAGE = "it has no head, so it is no page of the site"
_IMPORT = lazy_regex(r"^(?:import|export)\s[^\n]*\bfrom\s+[\"'][^\n]*$", re.MULTILINE)


def ending_of(name: str) -> str:
    """Return the ending of a file's name, in small letters."""
    return name.rpartition(".")[2].lower()


def read_folder(files: Files, generator: Generator, options: Options) -> Archive:
    """Read the posts of a folder. What cannot be read is left out, and said."""
    left_out: list[LeftOut] = []
    heads: list[Head] = []
    about = generator.about
    url = options.url or about.url
    for name, role in _list_texts(files, generator, left_out):
        split = _read(files, name, generator)
        if isinstance(split, LeftOut):
            left_out.append(split)
            continue
        if split is None:
            continue
        if split.fault:
            left_out.append(LeftOut("a part of its head", split.fault, Place(name, 1)))
        if role == "page" and generator.pages_have_heads and not split.form:
            left_out.append(LeftOut(name, _NO_PAGE, Place(name)))
            continue
        title, _ = take_title(split.body, "")
        head = read_head(name, split, role, title)
        head = msgspec.structs.replace(head, state=generator.settle_role(head))
        path = generator.find_address(head)
        address = join_address(url, path) if path else ""
        heads.append(msgspec.structs.replace(head, address=address))
    posts, names = Posts(heads), frozenset(files.names)
    return Archive(
        generator.kind,
        tuple(_make_post(head, posts, names, generator, url) for head in heads),
        about.title,
        about.tagline,
        url,
        about.lang,
        about.bibliographies,
        tuple(left_out),
    )


def _list_texts(
    files: Files, generator: Generator, left_out: list[LeftOut]
) -> Iterator[tuple[str, State]]:
    """List the files that are texts of the site; others that hold texts are left out."""
    for name in files.names:
        ending = ending_of(name)
        if ending not in MARKDOWN and ending not in _HTML and ending not in _OTHERS:
            continue
        role = generator.find_role(name)
        if role is None:
            continue
        if ending in _OTHERS:
            left_out.append(LeftOut(name, _OTHER.format(_OTHERS[ending]), Place(name)))
        else:
            yield name, role


def _read(files: Files, name: str, generator: Generator) -> Split | LeftOut | None:
    """Read a file's text and part it from its head; None of HTML that no head makes a post."""
    text = files.read_text(name)
    if isinstance(text, LeftOut):
        return text
    split = split_matter(text, has_lines=generator.has_lines)
    if defaults := generator.list_defaults(name):
        split = msgspec.structs.replace(split, fields={**defaults, **split.fields})
    return split if split.form or ending_of(name) in MARKDOWN else None


def _make_post(
    head: Head, posts: Posts, names: frozenset[str], generator: Generator, url: str
) -> Post:
    """Make a post of a head and the text behind it."""
    place = Place(head.file, head.split.line)
    _, text = take_title(head.split.body, head.title)
    text, numbers = splice_includes(text, generator.read_include)
    has_more = len(numbers) > numbers[-1] + 1
    leftouts = LeftOuts(place.path, place.line, numbers)
    lacks_definitions = generator.lacks_definitions(text)
    text = generator.replace_templates(text, head, posts, leftouts)
    left_out: tuple[LeftOut, ...] = ()
    if ending_of(head.file) in _HTML:
        made = make_markdown(text, place)
        text, left_out = made.text, made.left_out
    else:
        text = convert(
            _drop_imports(text, leftouts) if ending_of(head.file) == "mdx" else text,
            generator.dialect,
            head.file,
            leftouts,
            lambda address: generator.settle_link(address, head, posts),
            lacks_definitions=lacks_definitions,
        )
    title = head.title
    if head.is_named:
        # a heading that was HTML
        found, text = take_title(text, "")
        title = found or title
    for cover in _list_covers(head, text, generator):
        leftouts.add_line(1 - place.line, cover, _COVER)
    return Post(
        place,
        title,
        text,
        head.date,
        find_updated(head),
        head.address,
        tuple(_settle_alias(one, head, url) for one in find_aliases(head)),
        find_description(head),
        find_authors(head),
        find_tags(head, parted_by=generator.tags_parted_by),
        text_of(head.fields, "lang", "language", "locale"),
        find_issue(head),
        head.state,
        _find_pictures(text, head, names, generator),
        (*leftouts.found, *left_out),
        tuple(place.line + number for number in numbers) if has_more else (),
    )


def _list_covers(head: Head, text: str, generator: Generator) -> Iterator[str]:
    """List the pictures that a head names, not the site for all posts, and the text lacks."""
    of_site = find_covers(generator.list_defaults(head.file))
    for cover in find_covers(head.fields):
        if cover not in text and cover not in of_site:
            yield cover


def _drop_imports(text: str, leftouts: LeftOuts) -> str:
    def drop(found: re.Match[str]) -> str:
        leftouts.add(text, found.start(), found[0], "components are not run")
        return ""

    return _IMPORT.sub(drop, text)


def _settle_alias(alias: str, head: Head, url: str) -> str:
    """Return an earlier address; one without a slash at its beginning is beside the post's own."""
    if "://" not in alias and not alias.startswith("/"):
        path = head.address.removeprefix(url.rstrip("/")).rstrip("/")
        alias = posixpath.join(posixpath.dirname(path) or "/", alias)
    return join_address(url, alias)


def _find_pictures(
    text: str, head: Head, names: frozenset[str], generator: Generator
) -> tuple[Picture, ...]:
    """Find the files of the folder that a text shows or leads to."""
    found: dict[str, Picture] = {}
    for address in list_targets(text):
        if is_path(address) and address not in found:
            places = generator.list_places(address, head)
            if picture := find_picture(address, places, names):
                found[address] = picture
    return tuple(found.values())

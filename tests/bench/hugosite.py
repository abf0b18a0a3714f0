"""The same texts as a site for Hugo, with the same kinds of pages.

Home, an edition with all entries in full, an entry, all topics and each of them, and their feeds
in RSS. There are no references, mails, exports, cards and twins: Hugo makes none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = """\
baseURL: https://example.org/large/
title: A large newsletter
locale: en
taxonomies: {tag: tags}
outputs: {section: [html]}
services: {rss: {limit: 20}}
"""
_CARD = """\
<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ .Description }}</p><time>{{ .Date.Format "2006-01-02" }}</time></article>
"""
_LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="{{ site.Language.Name }}">
<head>
<meta charset="utf-8">
<title>{{ .Title }} | {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
{{ with .OutputFormats.Get "rss" }}
<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}
</head>
<body>
<nav><a href="{{ "" | relURL }}">Home</a> <a href="{{ "editions/" | relURL }}">Archive</a>
<a href="{{ "tags/" | relURL }}">Topics</a></nav>
<main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main>
</body>
</html>
""",
    "home.html": """\
{{ define "main" }}{{ range first 1 (site.GetPage "/editions").Sections.ByDate.Reverse }}
{{ partial "card.html" . }}{{ range .RegularPages }}{{ partial "card.html" . }}{{ end }}{{ end }}
{{ range first 12 (site.GetPage "/editions").Sections.ByDate.Reverse }}
{{ partial "card.html" . }}{{ end }}{{ end }}
""",
    "section.html": """\
{{ define "main" }}{{ .Content }}{{ range .Sections.ByDate.Reverse }}
{{ partial "card.html" . }}{{ end }}{{ range .RegularPages }}{{ partial "entry.html" . }}{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "page.html": """\
{{ define "main" }}{{ partial "entry.html" . }}
<p><a href="{{ .Parent.RelPermalink }}">{{ .Parent.Title }}</a></p>
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "taxonomy.html": """\
{{ define "main" }}<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
""",
    "term.html": """\
{{ define "main" }}{{ range .Pages }}{{ partial "card.html" . }}{{ end }}{{ end }}
""",
    "_partials/card.html": _CARD,
    "_partials/entry.html": """\
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Description }}</p><p>{{ .Params.note }}</p>
<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<ul>{{ range $name, $url := .Params.links }}
<li><a href="{{ $url }}">{{ $name }}</a></li>{{ end }}</ul>
{{ .Content }}</article>
""",
}


def write_hugo_site(newsletter: Path, root: Path) -> None:
    """Write the editions and entries of a newsletter into the folder `root`, as Hugo reads them.

    A file is where it is in the newsletter, but for an edition's, which is `_index.md`.
    """
    _write(root / "hugo.yaml", _SETTINGS)
    for name, text in _LAYOUTS.items():
        _write(root / "layouts" / name, text)
    for file in sorted((newsletter / "content/editions").glob("*/*.md")):
        edition, text = file.parent.name, file.read_text()
        target = root / "content/editions" / edition / file.name
        if file.name == "index.md":
            target = target.with_name("_index.md")
        else:
            # a title and a date Hugo finds nowhere else
            text = text.replace("\nname: ", f"\ndate: {edition}\ntitle: ", 1)
        _write(target, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)

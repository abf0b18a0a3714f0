"""Mistakes in site.yaml."""

from __future__ import annotations

from tests.hints.case import OPTIONS, PAGE, SITE, Case, entry

FORM = "https://example.org/join"
MENU_LINK = "{title: A, url: https://a.example/}"
PAGE_WITH_US = "---\ntitle: About\n---\n## Us\n\nWords.\n"
PRIVATE = "privacy: /privacy/"
META = '<meta name="google-site-verification" content="a1" />'
SCRIPT = '<script defer data-domain="example.org" src="https://a.example/a.js"></script>'
COUNTED = "{src: https://a.example/a.js, privacy: /privacy/, data-domain: example.org}"
PRIVACY = {"content/pages/privacy.md": "---\ntitle: Privacy\n---\nWords.\n"}

CASES = [
    # --- site.yaml
    Case(SITE, "tiemzone: Europe/Amsterdam\n", "tiemzone", "timezone"),
    Case(SITE, "timezone: Europe/Amsterdm\n", "Amsterdm", "Amsterdam"),
    Case(SITE, "authors: [Ada]\n", "authors: [Ada]", "editors: [Ada]"),
    Case(SITE, "people: {Ada: {name: Ada Example}}\n", "Ada", "ada"),
    Case(SITE, "people: {ada: Ada E., bea: Ada E.}\neditors: [Ada E.]\n", "[Ada E.]", "[bea, ada]"),
    Case(SITE, "people: {ada: Ada Example}\neditors: [Ada Exmple]\n", "Exmple", "Example"),
    Case(SITE, "people: {ada: {name: A, orcid: 0000-0000}}\n", "0000-0000", "0000-0002-1825-0097"),
    Case(SITE, "people: {ada: {name: A, role: Editor}}\n", "role", "bio"),
    Case(*entry(f"{OPTIONS}\nby: bob"), "", "", {}, {SITE: "people: {bob: Bob}\n"}),
    Case(SITE, "references: apa\n", "apa", "{style: apa}"),
    Case(*entry(f"{OPTIONS}\ndesc: On plasma"), "desc", "description"),
    Case(SITE, "check: {image-lat: off}\n", "lat", "alt"),
    Case(SITE, "discover: {categories: [cs.CLL]}\n", "cs.CLL", "cs.CL"),
    Case(SITE, "discover: {categories: [CL]}\n", "CL", "cs.CL"),
    Case(SITE, "discover: {biorxiv: [neurosience]}\n", "neurosience", "neuroscience"),
    Case(SITE, "theme: papre\n", "papre", "paper"),
    Case(SITE, "theme: {name: paper, options: {acent: navy}}\n", "acent", "accent"),
    Case(
        SITE, "accent: red\n", "accent: red", 'theme: {name: paper, options: {accent: "#0b5bb0"}}'
    ),
    Case(SITE, f"subscribe: {FORM}\n", FORM, f"{{form: {FORM}, {PRIVATE}}}", PRIVACY),
    Case(SITE, f"subscribe: {{{PRIVATE}}}\n", "{", "{form: https://example.org/, ", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, url: {FORM}, {PRIVATE}}}\n",
        f"url: {FORM}, ",
        "",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: https://buttondown.com/trends, {PRIVATE}}}\n",
        "com/",
        "com/api/emails/embed-subscribe/",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: https://example.org/subscription/form, {PRIVATE}}}\n",
        "}",
        ", hidden: {l: 1-a}}",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: 'https://a.us1.list-manage.com/subscribe/post', {PRIVATE}}}\n",
        "post'",
        "post?u=1&id=2'",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: http://example.org/, {PRIVATE}}}\n", "http", "https", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: 'https://*.example.org/', {PRIVATE}}}\n",
        "*.",
        "",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: '{FORM}?a=\"', {PRIVATE}}}\n", '"', "%22", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, privacy: privacy.md}}\n",
        "privacy.md",
        "/privacy/",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: {FORM}, privacy: '@'}}\n", "'@'", "/privacy/", PRIVACY),
    Case(SITE, f"subscribe: {{form: {FORM}}}\n", "}", f", {PRIVATE}}}", {}, PRIVACY),
    Case(SITE, "comments: 'https://example.org/{edition'\n", "{", "%7B"),
    Case(
        SITE,
        "social: ['https://a.example/@x,y']\n",
        "'https://a.example/@x,y'",
        '{name: A, url: "https://a.example/@x,y"}',
    ),
    Case(
        SITE,
        "subscribe: 'https://a.example/x,y'\n",
        "'https://a.example/x,y'",
        f'{{form: "https://a.example/x,y", {PRIVATE}}}',
        PRIVACY,
    ),
    Case(SITE, "subscribe: true\n", "true", f"{{form: {FORM}, {PRIVATE}}}", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: https://buttondown.com/, {PRIVATE}}}\n",
        "com/",
        "com/api/emails/embed-subscribe/NAME",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: 'https://example.org/#/portal/signup', {PRIVATE}}}\n",
        "form",
        "url",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{url: {FORM}, field: mail, {PRIVATE}}}\n",
        ", field: mail",
        "",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, hidden: {{a: b, email: x}}, {PRIVATE}}}\n",
        ", email: x",
        "",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: '{FORM}?a&amp;b', {PRIVATE}}}\n", "&amp;", "&", PRIVACY),
    Case(SITE, f"subscribe: {{form: {FORM}, {PRIVATE}}}\n", "", "", {}, PRIVACY),
    Case(
        SITE,
        "social: {Mastodon: https://a.example/}\n",
        "{Mastodon: https://a.example/}",
        "[{name: Mastodon, url: https://a.example/}]",
    ),
    Case(SITE, "comments: {url: 'https://example.org/{edtion}'}\n", "edtion", "edition"),
    Case(SITE, "comments: {url: 'https://example.org/{id}'}\n", "{id}", "{edition}"),
    Case(SITE, "comments: {url: 'https://{edition}.org/'}\n", "{edition}.org/", "a.org/{edition}"),
    Case(SITE, "licence: MIT\n", "licence", "license"),
    Case(SITE, "license: cc by 4.0\n", "cc by 4.0", "CC-BY-4.0"),
    Case(SITE, "license: CC-BY\n", "CC-BY", "CC-BY-4.0"),
    Case(SITE, "license: EUPL-1.2\n", "EUPL-1.2", "{name: EUPL, url: https://a.example/}"),
    Case(SITE, "footer: [Words]\n", "[Words]", "|\n  Words"),
    Case(SITE, "footer: |\n  # Words\n", "# Words", "**Words**"),
    Case(SITE, "footer: '[us](#us)'\n", "#us", "/about/#us", {PAGE: PAGE_WITH_US}),
    Case(SITE, "menu: [https://a.example/]\n", "https://a.example/", MENU_LINK),
    Case(SITE, "menu: [{A: https://a.example/}]\n", "{A: https://a.example/}", MENU_LINK),
    Case(SITE, "menu: [{title: A}]\n", "A}", "A, page: archive}"),
    Case(SITE, "menu: {A: https://a.example/}\n", "{A: https://a.example/}", f"[{MENU_LINK}]"),
    Case(SITE, "menu: [issues]\n", "issues", "archive"),
    Case(SITE, "menu: [Home]\n", "Home", "{title: Home, page: /}"),
    Case(SITE, "share: true\n", "true", "[bluesky, email]"),
    Case(SITE, "license: All rights reserved\n", "license: All rights reserved\n", ""),
    Case(SITE, "menu: [archiv]\n", "archiv", "archive"),
    Case(SITE, "menu: [feed.xml]\n", "feed.xml", "{title: A, page: feed.xml}"),
    Case(SITE, "menu: [archive, archive]\n", ", archive", ""),
    Case(SITE, "menu: [people]\n", "menu", "people: {ada: Ada L, bob: Bob M}\nmenu"),
    Case(SITE, "menu: [subscribe]\n", "menu", "subscribe: {url: https://a.example/}\nmenu"),
    Case(SITE, "share: [x, copy]\n", ", copy", ""),
    Case(SITE, "share: [twitter]\n", "twitter", "x"),
    Case(SITE, "share: [mastdon]\n", "mastdon", "mastodon"),
    Case(SITE, f"head: '{META}'\n", f"'{META}'", "{google-site-verification: a1}"),
    Case(SITE, f"script: '{SCRIPT}'\n", f"'{SCRIPT}'", COUNTED, PRIVACY),
    Case(SITE, "script: [[]]\n", "[[]]", COUNTED, PRIVACY),
    Case(SITE, "logo: logo.png\n", "logo.png", "static/logo.png", {}, {"static/logo.png": "PNG"}),
    Case(SITE, "logo: static/lgoo.png\n", "lgoo", "logo", {"static/logo.png": "PNG"}),
    Case(SITE, "redirects: {/a/: /b/, /b/: /archive/}\n", "/a/: /b/", "/a/: /archive/"),
    Case(SITE, "redirects: {/news/a/: /archive/}\n", "/news/a/", "/a/"),
    # --- mail services
    Case(SITE, "email: {provider: buttondwn}\n", "buttondwn", "buttondown"),
    Case(
        SITE,
        "email: {provider: listmonk}\n",
        "listmonk",
        "{name: listmonk, lists: [1], template: 2}",
    ),
    Case(SITE, "email: {provider: {name: mailchimp}}\n", "}}", ", list: a1b2c3d4e5}}"),
]

"""What other tools call the fields that a newsletter has, and where to say what it has none for.

Hugo, Jekyll, Quarto, MyST, Pelican, Ghost and people's own words. Each leads to the name of a
field, or to a sentence that says what to do.
"""

from __future__ import annotations

import functools
from collections.abc import Container, Mapping

from digest.basics.text import words_of
from digest.basics.typos import surely_meant

Words = Mapping[str, str]
"""From a word, in any case and with or without `-` and `_`, to a field's name or a hint."""


def _each(**groups: str) -> dict[str, str]:
    """Turn fields with the words for them into words with their fields."""
    return {word: field for field, words in groups.items() for word in words.split()}


def _hint(words: str, hint: str) -> dict[str, str]:
    """Give each of the words one hint."""
    return dict.fromkeys(words.split(), hint)


_DESCRIPTION = "desc summary abstract excerpt subtitle deck tldr teaser lead blurb dek synopsis"
_TAGS = "keywords keyword categories category topics topic tag labels subjects"
_ALIASES = "redirect_from redirects redirect old_urls alias former"
_LANGUAGE = "language locale languagecode"
_PEOPLE = "author authors editor by creator contributors"
_LAST = "lastmod modified last_modified last_modified_at date_modified revised"
_FIRST = "publishdate pubdate published_at date_published created day"
_EVERYWHERE = {
    **_hint(
        "layout template type theme class style",
        "leave it out: the theme has one template for each kind of page",
    ),
    **_hint("hidden status private visibility", "to hold it back write 'draft: true'"),
    **_hint("published", "its day is its 'date'; to hold it back write 'draft: true'"),
}

_EDITION: Words = {
    **_each(
        title="name headline heading",
        description=_DESCRIPTION,
        editors=_PEOPLE,
        number="issue no volume nr issue_number",
        date=_FIRST,
        updated=_LAST,
        references="bibliography refs citations",
        sponsors="sponsor sponsored sponsored_by supporters supported_by ad ads advertisement",
        aliases=_ALIASES,
        lang=_LANGUAGE,
    ),
    **_hint(_TAGS, "tags stand in the entries"),
    **_hint(
        "permalink slug url id",
        "the folder's name is its address; 'aliases' keeps an old one",
    ),
    **_hint("image cover figure thumbnail banner hero", "show pictures in the text"),
    **_hint("preheader preview", "the mail's is made of 'description'"),
    **_hint("toc contents outline", "leave it out: its page lists its headings and entries"),
    **_hint("weight order position", "editions stand by their dates"),
    **_EVERYWHERE,
}
_ENTRY: Words = {
    **_each(
        description=_DESCRIPTION,
        tags=_TAGS,
        figure="image cover thumbnail picture featured_image img banner",
        note="venue journal award conference booktitle distinction badge publication",
        updated=_LAST,
        slug="permalink id",
        authors="author creator creators",
        by="reviewer reviewers reviewed_by written_by writer writers contributor contributors",
        date=f"{_FIRST} year",
        url="link href source address website homepage uri",
        name="short short_name shortname short_title acronym nickname label",
        arxiv="arxiv_id arxivid eprint paper paper_id",
        aliases=_ALIASES,
        lang=_LANGUAGE,
        fold="collapse collapsed folded",
    ),
    **{
        word: f"it is a link under the title: 'links: {{{word}: https://…}}'"
        for word in words_of("code demo video slides project data dataset github repo poster pdf")
    },
    **_hint("weight order position number", "entries stand by the number before their names"),
    **_EVERYWHERE,
}
_PAGE: Words = {
    **_each(
        title="name headline heading",
        description=_DESCRIPTION,
        slug="permalink url id path",
        date=f"{_FIRST} {_LAST} updated",
        aliases=_ALIASES,
        lang=_LANGUAGE,
    ),
    **_hint(
        "menu weight order nav_order",
        "which pages stand in the menu is said by 'menu' in site.yaml",
    ),
    **_EVERYWHERE,
}
_FIGURE: Words = _each(
    src="source file path image url href",
    alt="alt_text alternative description",
    caption="title text legend",
    credit="attribution copyright license licence author",
)
_NETWORKS = (
    "twitter x mastodon bluesky github gitlab linkedin instagram facebook youtube threads reddit "
    "telegram discord slack matrix"
)
_SITE: Words = {
    **_each(
        title="name site_title site_name newsletter",
        tagline="description subtitle slogan motto summary",
        url="base_url site_url address root homepage domain",
        lang=_LANGUAGE,
        timezone="tz time_zone zone",
        editors=_PEOPLE,
        people="persons team staff members profiles bios",
        theme="themes template skin",
        sections="parts headings",
        citations="citation citation_style cite",
        references="bibliography csl reference_style",
        feeds="feed rss atom paginate",
        social="cards card link links social_links social_media social_icons social_image og_image "
        "open_graph twitter_card",
        subscribe="signup sign_up subscription subscribe_url subscribe_form newsletter_form form "
        "mailing_list buttondown mailchimp listmonk",
        comments="comment discussion discussions giscus disqus utterances",
        footer="foot footer_text footer_links colophon",
        license="licence licencing licensing copyright rights",
        menu="nav navigation navbar menus main_menu menu_order",
        share="sharing share_links share_buttons share_on",
        email="mail newsletter_email smtp",
        check="checks lint linter rules severity",
        logo="brand masthead header_image",
        icon="favicon favicons site_icon apple_touch_icon",
        script="scripts analytics tracking google_analytics gtag ga plausible umami matomo fathom "
        "goatcounter cloudflare_analytics counter javascript js custom_js",
        redirects="redirect redirections redirect_from aliases moved",
        head="extra_head head_extra head_html meta metas metadata verification site_verification "
        "google_site_verification extra",
        contact="e_mail contact_email webmaster mailto",
        abstracts="abstract",
    ),
    **_hint(
        _NETWORKS,
        "where else you are is said by 'social', as [{name: Mastodon, url: https://…}]",
    ),
    **_hint(
        "sponsor sponsors sponsorship sponsored patrons supporters funding ad ads adverts",
        "sponsors are an edition's: they stand in its index.md",
    ),
    **_hint(
        "logo_dark logo_light dark_logo light_logo",
        "both are said by 'logo', as {light: static/logo.svg, dark: static/logo-dark.svg}",
    ),
    **_hint(
        "static assets files public cname custom_domain robots robots_txt security_txt",
        "files of your own stand in a folder static/, beside content/: static/CNAME is at /CNAME",
    ),
    **_hint(_TAGS, "topics are the 'tags' of entries"),
    **_hint(
        "imprint impressum legal privacy privacy_policy",
        "it is a page, in content/pages/, to which 'footer' may lead",
    ),
    **_hint("date_format", "dates are written as in the language that 'lang' names"),
    **_hint(
        "permalink permalinks slug pretty_urls ugly_urls trailing_slash",
        "leave it out: the names of folders and files are their addresses",
    ),
    **_hint("output out build_dir", "'digest build --out' says where"),
    **_hint(
        "toc math mathjax katex latex highlight highlighting syntax sitemap print dark dark_mode "
        "minify",
        "take it away: it needs no setting",
    ),
    **_hint(
        "css custom_css styles stylesheet stylesheets header sidebar params search plugins",
        "there is no such setting; a theme of your own may have it: 'digest guide themes' says how",
    ),
    **_hint(
        "style", "that of references is said by 'references: {style: apa}', looks by the theme"
    ),
    **_hint(
        "options theme_options accent accent_dark accent_color theme_color primary_color colors "
        "color palette ink paper font fonts google_fonts typography text_font title_font "
        "label_font width max_width content_width measure figure_width reading_time",
        "it is an option of the theme, as 'theme: {name: paper, options: {accent: \"#0b5bb0\"}}'; "
        "'digest theme' lists all",
    ),
}
_SOCIAL: Words = {
    **_each(links="link profiles accounts networks", cards="card image images picture"),
    **_hint(_NETWORKS, "places are a list: 'social: [{name: Mastodon, url: https://…}]'"),
}
_EMAIL: Words = {
    **_each(
        **{"from": "sender from_name from_email from_address"},
        to="recipient recipients list",
        subject="title subject_line",
        address="postal_address street place",
        reply_to="reply replyto answers",
        unsubscribe_url="unsubscribe unsubscribe_link optout opt_out",
        preferences_url="preferences manage profile",
        subscribe_url="subscribe signup",
        budget="size limit max_size",
        provider="service platform esp host",
    ),
    **_hint(
        "api_key key token secret password user username smtp smtp_host smtp_server port",
        "it does not belong into the newsletter: 'digest guide' tells where digest takes it from",
    ),
}
_SUBSCRIBE: Words = _each(
    form="action endpoint post provider service",
    url="link href page",
    field="name email email_field input",
    hidden="hidden_fields fields inputs tags",
    privacy="privacy_policy policy gdpr",
    thanks="thank_you redirect success",
)
_PERSON: Words = {
    **_each(
        name="title full_name",
        url="website web homepage home link href site",
        orcid="orcid_id orcidid",
        affiliation="institution institute organization organisation university company employer",
        bio="biography description about text summary",
        picture="photo image avatar portrait headshot",
    ),
    **_hint(f"{_NETWORKS} email mail", "lead to it in 'bio'"),
    **_hint("role job position", "it belongs into 'bio'"),
}
_LINK: Words = _each(name="title label text icon", url="href link address uri")
_MENU_ITEM: Words = _each(title="name label text", url="href link address uri", page="path file")
_LOGO: Words = _each(light="src image day default file path", dark="night dark_mode")

_THEME: Words = _each(
    extends="parent inherits inherit base from basis",
    contract="version api",
    options="option settings params variables",
    words="strings translations i18n messages terms",
)

_SCRIPT: Words = _hint(
    "defer async type crossorigin",
    "take it away: scripts wait until the page is there, and where 'integrity' is set no cookie "
    "is sent",
)

_BY_MAPPING: dict[str, Words] = {
    "an edition": _EDITION,
    "an entry": _ENTRY,
    "a page": _PAGE,
    "a figure": _FIGURE,
    "site.yaml": _SITE,
    "theme.yaml": _THEME,
    "a script": _SCRIPT,
    "social": _SOCIAL,
    "subscribe": _SUBSCRIBE,
    "email": _EMAIL,
    "a person": _PERSON,
    "a link": _LINK,
    "a licence": _LINK,
    "an item of the menu": _MENU_ITEM,
    "logo": _LOGO,
}
"""By what messages call the mapping that has the fields."""


def lead(word: str, what: str, fields: Container[str]) -> str:
    """Return a hint for a key that is another tool's word, or an empty string.

    `what` names the mapping, and `fields` are those that it has. The word may have a typo.
    """
    words = _words_of(what)
    typed = _fold(word)
    meant = words.get(typed) or words.get(surely_meant(typed, words), "")
    return f"did you mean '{meant}'?" if meant in fields else meant


@functools.cache
def _words_of(what: str) -> Words:
    return {_fold(one): meant for one, meant in _BY_MAPPING.get(what, {}).items()}


def _fold(word: str) -> str:
    """Take away in what tools differ that have one word: `base_url`, `base-url`, `baseURL`."""
    return word.lower().replace("-", "").replace("_", "")

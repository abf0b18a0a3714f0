"""Whatever was built before: what a build leaves is what a clean build makes, byte for byte."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.newsletter import SITE_YAML, Newsletter

EDITIONS = ("2022-02", "2022-03", "2099-01")
SLUGS = ("alpha", "beta", "gamma")
PAPERS = ("2202.00001", "2202.00002", "2202.00003")
BODIES = (
    "Text.\n",
    "See [@arxiv:2202.00001] and [@arxiv:2202.00003; @arxiv:2202.00002].\n",
    "See @bib-key and [the tags](/tags/).[^1]\n\n[^1]: A note [@arxiv:2202.00002].\n",
    "![A square](../square.svg)\n\n## Why\n\nIt is $x^2$.\n",
)
SETTINGS = (
    "",
    "citations: {style: author-year}\n",
    "references: {style: ieee}\nbyline: {max: 1}\n",
    "lang: nl\nsections: {why: Why}\n",
    'theme: {name: paper, options: {accent: "#123456"}}\n',
)
TEMPLATES = (
    "web/tags.html",
    "web/404.html",
    "web/macros.html",
    "static/paper.css",
    "static/more.css",
)
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"></svg>'

editions, slugs, bodies = (st.sampled_from(names) for names in (EDITIONS, SLUGS, BODIES))
numbers = st.integers(1, 3)


class Editing(RuleBasedStateMachine):
    """Someone edits a newsletter and builds it now and then."""

    @initialize()
    def begin(self) -> None:
        self._folder = TemporaryDirectory()
        self.newsletter = Newsletter(Path(self._folder.name))
        self.drafts = False
        self.dirty = True
        self.unowned: set[str] = set()
        for paper in PAPERS:
            self.newsletter.paper(f"arxiv:{paper}", f"Paper {paper}", "Ada Byron, Alan Turing")
        self.newsletter.write(
            "content/references.bib", "@misc{bib-key, title={Bib}, author={B, C}, year={2020}}\n"
        )
        self.resize(1)
        for edition in EDITIONS:
            self.newsletter.edition(edition, BODIES[1])
        self.add("2022-03", "alpha", 1, PAPERS[0], BODIES[2], draft=False)

    def teardown(self) -> None:
        self._folder.cleanup()

    # --- edits ---

    @rule(edition=editions, body=bodies, draft=st.booleans())
    def edit_edition(self, edition: str, body: str, *, draft: bool) -> None:
        self.newsletter.edition(edition, body, draft=draft)
        self.dirty = True

    @rule(
        edition=editions,
        slug=slugs,
        number=numbers,
        paper=st.sampled_from(PAPERS),
        body=bodies,
        draft=st.booleans(),
    )
    def add(
        self, edition: str, slug: str, number: int, paper: str, body: str, *, draft: bool
    ) -> None:
        self._remove(edition, slug)
        self.newsletter.entry(
            f"{edition}/{number}-{slug}", body, arxiv=paper, tags=[slug], draft=draft
        )

    @rule(edition=editions, slug=slugs)
    def remove(self, edition: str, slug: str) -> None:
        self._remove(edition, slug)

    @rule(edition=editions, slug=slugs, number=numbers, other=editions)
    def move(self, edition: str, slug: str, number: int, other: str) -> None:
        for file in self._files(edition, slug):
            self._remove(other, slug, but=file)
            file.rename(file.parent.parent / other / f"{number}-{slug}.md")
            self.dirty = True

    @rule(paper=st.sampled_from(PAPERS), title=st.sampled_from(["One", "Two & Three"]))
    def retitle(self, paper: str, title: str) -> None:
        self.newsletter.paper(f"arxiv:{paper}", title, "Ada Byron, Alan Turing")
        self.dirty = True

    @rule(size=numbers)
    def resize(self, size: int) -> None:
        self.newsletter.write("content/editions/square.svg", SQUARE.format(size))
        self.dirty = True

    @rule(text=st.sampled_from(SETTINGS), title=st.sampled_from(["Test News", "Other News"]))
    def configure(self, text: str, title: str) -> None:
        site = SITE_YAML.replace("Test News", title)
        if "lang:" in text:
            site = site.replace("lang: en\n", "")
        self.newsletter.write("content/site.yaml", site + text)
        self.dirty = True

    @rule(name=st.sampled_from(TEMPLATES), appears=st.booleans())
    def override(self, name: str, *, appears: bool) -> None:
        own = self.newsletter.root / "themes/paper" / name
        bundled = Path(__file__).parent.parent / "themes/paper" / name
        if appears:
            text = bundled.read_text("utf-8") if bundled.exists() else ""
            self.newsletter.write(f"themes/paper/{name}", text + "\n")
        else:
            own.unlink(missing_ok=True)
        self.dirty = True

    @rule()
    def toggle_drafts(self) -> None:
        self.drafts = not self.drafts
        self.dirty = True

    # --- accidents ---

    @rule()
    def lose_memo(self) -> None:
        shutil.rmtree(self.newsletter.out / ".cache", ignore_errors=True)

    @rule()
    def lose_manifest(self) -> None:
        # what it owned digest does not know any more, and so never deletes
        (self.newsletter.out / ".manifest.json").unlink(missing_ok=True)
        self.unowned = set(self.newsletter.tree())
        self.dirty = True

    @rule(how=st.sampled_from(["shorter", "gone", "link"]), index=st.integers(0, 100))
    def damage(self, how: str, index: int) -> None:
        files = [self.newsletter.out / "site" / path for path in self.newsletter.tree()]
        if files:
            file = files[index % len(files)]
            file.unlink()
            if how == "shorter":
                file.write_bytes(b"!")
            elif how == "link":
                file.symlink_to("elsewhere")
            self.dirty = True

    # --- what always holds ---

    @invariant()
    def is_as_built_clean(self) -> None:
        if not getattr(self, "dirty", False):
            return
        self.dirty = False
        before = self.newsletter.tree()
        # so that files are known by their time stamps when they have not changed
        time.sleep(0.06)
        built = self.newsletter.build(drafts=self.drafts)
        clean = Newsletter.at(self.newsletter.root, self.newsletter.root / "clean")
        shutil.rmtree(clean.out, ignore_errors=True)
        wanted = clean.build(drafts=self.drafts)
        # what was there before, a clean build cannot know
        assert [one for one in built.diagnostics if one.rule != "address-gone"] == [
            *wanted.diagnostics
        ]
        if not wanted.outputs:
            assert self.newsletter.tree() == before
            self.dirty = True
            return
        tree = self.newsletter.tree()
        expected = clean.tree()
        assert {path: tree[path] for path in tree if path not in self.unowned - set(expected)} == (
            expected
        )
        assert self.newsletter.mails() == clean.mails()
        assert self.newsletter.build(drafts=self.drafts).changes == ()

    def _files(self, edition: str, slug: str) -> list[Path]:
        folder = self.newsletter.root / "content/editions" / edition
        return sorted(folder.glob(f"*-{slug}.md"))

    def _remove(self, edition: str, slug: str, but: Path | None = None) -> None:
        for file in self._files(edition, slug):
            if file != but:
                file.unlink()
        self.dirty = True


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=8,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

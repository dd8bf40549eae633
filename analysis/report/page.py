"""The page: every article's notebooks in one HTML file that needs nothing but a browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.article import Article
from analysis.paths import TEMPLATES
from analysis.report.inputs import Input
from analysis.report.job import Outcome

HEADLINE_WORDS = 14  # of an article that comes without a title
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Part:
    """One notebook of one article in the page."""

    anchor: str
    title: str
    html: Any  # markup, safe as it is
    failure: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One article in the page: its headline, where it comes from, its notebooks; or why it was not read."""

    anchor: str
    headline: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    folder: str
    parts: tuple[Part, ...]
    error: str | None

    @property
    def failed(self) -> bool:
        """Whether anything about this article went wrong."""
        return self.error is not None or any(part.failure for part in self.parts)


def compose(
    inputs: Sequence[Input],
    outcomes: Sequence[Outcome],
    *,
    versions: Mapping[str, str],
    given: Mapping[str, str],
) -> str:
    """Write the page of a run as one HTML text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sections = [_section(i, [o for o in outcomes if o.job.folder == f"articles/{i.folder}"]) for i in inputs]
    title = sections[0].headline if len(sections) == 1 else f"{len(sections)} articles"
    return environment.get_template("page.html.j2").render(
        title=f"{title} · Communiqué",
        policy=POLICY,
        style=_safe((TEMPLATES / "page.css").read_text("utf-8")),
        sections=sections,
        versions=versions,
        given=given,
    )


def headline(article: Article) -> str:
    """An article's title, or its first words where it has none.

    >>> headline(Article("a", "Oh met Yin in Seoul.", "", body=(0, 20)))
    'Oh met Yin in Seoul.'
    """
    if article.title:
        return article.title
    words = article.text[slice(*article.body)].split()
    return " ".join(words[:HEADLINE_WORDS]) + (" …" if len(words) > HEADLINE_WORDS else "")


def _section(one: Input, outcomes: Sequence[Outcome]) -> Section:
    article = one.article
    if article is None:
        return Section(_anchor(one.folder), one.id, (), (), one.folder, (), one.error)
    facts = [
        one.file,
        f"{article.n_words:,} words",
        article.outlet,
        article.credit,
        article.place,
        article.date,
    ]
    parts = tuple(
        Part(
            f"{_anchor(one.folder)}--{o.job.name}",
            o.job.name.replace("_", " ").capitalize(),
            _safe(o.html),
            o.sentence if o.error else None,
        )
        for o in outcomes
    )
    return Section(
        _anchor(one.folder),
        headline(article),
        tuple(dict.fromkeys(fact for fact in facts if fact)),
        article.notes,
        one.folder,
        parts,
        None,
    )


def _anchor(folder: str) -> str:
    return f"article-{folder}"


def _safe(html: str):
    from markupsafe import Markup

    return Markup(html)

"""Prose that was computed: sentences with the article's own numbers in them, ready to stand in a notebook."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Prose:
    """One or more paragraphs, and under them a list of points if there is one; shows itself as text or
    HTML.
    """

    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The text as plain paragraphs."""
        listed = "\n".join(f"- {point}" for point in self.points)
        return "\n\n".join((*self.paragraphs, listed) if listed else self.paragraphs)

    def _repr_html_(self) -> str:
        """The text as HTML; whatever comes from the article is escaped, and no formula is made of a "$"."""
        body = "".join(f"<p>{_safe(p)}</p>" for p in self.paragraphs)
        points = "".join(f"<li>{_safe(p)}</li>" for p in self.points)
        items = f"<ul>{points}</ul>" if points else ""
        return f'<div class="prose tex2jax_ignore mathjax_ignore">{body}{items}</div>'


def prose(*sentences: str | Iterable[str], points: Iterable[str] = ()) -> Prose:
    """Make prose: a string is a paragraph, a list of strings is a paragraph of sentences; what is empty
    falls away.
    """
    paragraphs = []
    for part in sentences:
        text = part if isinstance(part, str) else " ".join(s for s in part if s)
        if text:
            paragraphs.append(text)
    return Prose(tuple(paragraphs), tuple(p for p in points if p))


def _safe(text: str) -> str:
    return escape(text).replace("$", "&#36;")

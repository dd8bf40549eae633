"""What the gold set holds: articles of our own, and what a person wrote down of who says what in them.

The files are read by `analysis.evaluation.goldfile`; tests/gold/README.md tells how the set was made.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.article import Article

Span = tuple[int, int]
HALVES = ("tune", "kept")
KINDS = ("direct", "indirect", "mixed")
CLASSES = ("speech", "belief", "act")
POLARITIES = ("affirmed", "negated", "irrealis")
TYPES = ("person", "organisation", "group", "document", "implicit")


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Somebody who speaks in an article; `also` are other names under which an engine may file them."""

    name: str
    type: str
    role: str | None = None
    side: str | None = None
    also: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement as a person marked it; the fields are those of `analysis.schema.STATEMENTS`."""

    line: int  # of the .gold file
    spans: tuple[Span, ...]
    kind: str
    cls: str
    polarity: str
    cue: Span | None
    source: Span | None
    speaker: str | None
    speaker_type: str
    via: str | None
    joint: tuple[str, ...] | None

    @property
    def counts(self) -> bool:
        """Is it part of the speaker share: affirmed, and of class speech?"""
        return self.cls == "speech" and self.polarity == "affirmed"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text of the gold set with its annotation."""

    article: Article
    half: str
    about: str
    speakers: tuple[GoldSpeaker, ...]
    statements: tuple[GoldStatement, ...]

    def shown(self, spans: Iterable[Span]) -> str:
        """The words of a content, its parts joined by an ellipsis."""
        return " … ".join(self.article.text[a:b] for a, b in spans)


def plain_name(name: str) -> str:
    """A name as it is compared: lower case, straight marks, single spaces, no article in front.

    >>> plain_name("The  Mayors’ Office")
    "mayors' office"
    """
    name = " ".join(
        name.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').lower().split()
    )
    return re.sub(r"^(?:the|a|an) (?=\S)", "", name)

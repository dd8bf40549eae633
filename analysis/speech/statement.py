"""A statement: a stretch of text that somebody is reported to have said, thought or done with words."""

from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed stretch of an article; all offsets are half-open and point into the article's own text.

    `spans` are the parts of the content in their order (several where the cue stands inside it), `cue` the
    words that announce it, `source` those that name the speaker, `speaker` the canonical name behind them.
    The columns of the table are described in `analysis.schema.STATEMENTS`; `cls` is the column `class`.
    """

    id: int
    sentence: int
    spans: tuple[Span, ...]
    kind: str  # direct, indirect, mixed
    cls: str  # speech, belief, act
    polarity: str  # affirmed, negated, irrealis
    cue: Span | None
    source: Span | None
    speaker: str | None
    speaker_type: str  # person, organisation, group, document, implicit
    via: str | None
    joint: tuple[str, ...] | None
    words: int
    confidence: float
    rule: str
    text: str

    @property
    def counts(self) -> bool:
        """Is it part of the speaker share: affirmed, and of class speech?"""
        return self.cls == "speech" and self.polarity == "affirmed"


class Draft(NamedTuple):
    """A statement in the making; every pair is a half-open range of token indexes."""

    contents: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    cls: str
    polarity: str
    rule: str
    outer: Span | None = None  # the source through which it is relayed
    implicit: bool = False
    named: Span | None = None  # the words of the source that can be resolved, where they are fewer

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.contents[0][0]

    @property
    def end(self) -> int:
        """The token after the content."""
        return self.contents[-1][1]

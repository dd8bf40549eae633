"""A sentence on its way to acts, with statements made by hand: the room of speech is not needed here."""

from dataclasses import dataclass

import pytest

from analysis.article import Article
from analysis.cooperation import code
from analysis.language import parse
from analysis.language.coreference import refer


@dataclass(frozen=True)
class Said:
    """A statement with the fields that the coder reads."""

    spans: tuple[tuple[int, int], ...]
    speaker: str | None
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    via: str | None = None
    joint: tuple[str, ...] | None = None
    cls: str = "speech"
    polarity: str = "affirmed"


def said(
    text: str, content: str, speaker: str, *, cue: str = "", source: str = "", via: str | None = None
) -> Said:
    """Somebody's words in a text, given by what they are."""
    start = text.index(content)
    sentence_from = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), 0)

    def span(words: str) -> tuple[int, int] | None:
        if not words:
            return None
        at = text.find(words, sentence_from)
        assert at >= 0, f"{words!r} is not in the text"
        return at, at + len(words)

    return Said(((start, start + len(content)),), speaker, span(cue), span(source), via)


def article(text: str) -> Article:
    return Article("made", text, "", body=(0, len(text)))


def acts_of(text: str, *statements: Said, taxonomy=None):
    document = parse(article(text))
    return code(document, statements, refer(document), taxonomy=taxonomy)


@pytest.fixture
def acts():
    return acts_of

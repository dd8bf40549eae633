"""Voices: the reporter's text, direct quotation and reported speech, each with the tone of its own words.

A mean over all sentences of an article mixes how a newspaper writes with whom it quotes; here they stand
apart. Beside them, how many of the article's words the tone lexicons know at all.
"""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.language.plain import plain
from analysis.lexicons import words as listed
from analysis.measures import NARRATOR, rows, spoken, tones
from analysis.sentiment import Mean, mean_of
from analysis.sentiment.lexicon import table
from analysis.sentiment.sentence import WORDS

VOICES = {"direct": "in direct quotation", "indirect": "in reported speech", "mixed": "partly quoted"}


class Coverage(NamedTuple):
    """How many words of an article could carry a tone (no names, no small words), and how many are known."""

    known: int
    words: int

    @property
    def share(self) -> float | None:
        """The share that is known; None where there is no such word."""
        return self.known / self.words if self.words else None


def by_voice(reading) -> tuple[tuple[str, Mean], ...]:
    """The mean tone of each voice over sentences: the narrator's first, then those that are there."""
    found: dict[str, dict[int, list[float]]] = {}
    for statement in spoken(reading):
        own = found.setdefault(statement["kind"], {})
        for one in statement["tones"] or ():
            own.setdefault(one["sentence"], []).append(one["tone"])
    told = next((some for s, some in tones(reading) if s.name == NARRATOR), ())
    lines = [(NARRATOR, mean_of(told))] if told else []
    for kind, name in VOICES.items():
        if found.get(kind):
            lines.append((name, mean_of(sum(some) / len(some) for some in found[kind].values())))
    return tuple(lines)


def coverage(reading) -> Coverage:
    """The share of an article's words that the tone lexicons know, with a value or as a shifter."""
    return covered(row["text"] for row in rows(reading.sentences))


def covered(sentences: Iterable[str]) -> Coverage:
    """The same of some sentences: words with a letter, no capital inside a sentence, no commonest word.

    >>> covered(["The envoys hailed the friendly zebra."])
    Coverage(known=2, words=4)
    """
    lexicon, stop = table(), listed("stopwords")
    seen = [
        word.lower()
        for sentence in sentences
        for k, word in enumerate(WORDS.findall(plain(sentence)))
        if word[0].isalpha() and (k == 0 or not word[0].isupper()) and word.lower() not in stop
    ]
    return Coverage(sum(word in lexicon for word in seen), len(seen))

"""Attributions as sets of words: the form in which what people marked and what an engine found are compared.

The scorer cuts the text by itself, so that a change of the engine's tokens does not move the yardstick. Marks
of punctuation are no words; only where a span has nothing else (a colon as a cue) do they count.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from analysis.evaluation.heads import Parse, Span, simple_head
from analysis.language.inflection import forms_of, inflect
from analysis.lexicons import entries

DIRECT = 0.85  # more than this part of the words inside quotation marks makes a content direct
KINDS = ("direct", "mixed", "indirect")
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[-.&]|(?<=\d),(?=\d)|['’](?![sS]\b))[^\W_]+)*"  # well-known, U.S, 3,000, don't
    r"|['’][sS]\b|\S"  # Oslo + 's
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Attribution(NamedTuple):
    """One attribution: its three roles as numbers of words, and what was read off them."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    head: frozenset[int]  # of the source
    kind: str
    speech: bool
    speaker: str | None  # as the resolver has it; None: nobody is named as the source
    crude: str | None  # the last capitalised word of the source
    confidence: float | None = None


@dataclass(frozen=True)
class Page:
    """An article's text cut into words, with its quotation marks and, where there is one, its parse."""

    text: str
    parse: Parse | None = None

    @cached_property
    def _tokens(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._tokens]

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The words inside double quotation marks; a quotation that is not closed ends with its line."""
        within, inside = False, []
        line = 0
        for i, (start, end) in enumerate(self._tokens):
            if "\n" in self.text[line:start]:
                within = False
            line = end
            mark = self.text[start:end]
            if mark in '“”"':
                within = mark == "“" or (mark == '"' and not within)
            elif within:
                inside.append(i)
        return frozenset(inside)

    def words(self, spans: Sequence[Span]) -> frozenset[int]:
        """The words of some spans by number; a word that is cut belongs to them."""
        touched = self._touched(spans)
        words = [i for i in touched if any(map(str.isalnum, self.text[slice(*self._tokens[i])]))]
        return frozenset(words or touched)

    def _touched(self, spans: Sequence[Span]) -> list[int]:
        return [
            i
            for start, end in spans
            for i in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        ]

    def attribution(
        self,
        *,
        content: Sequence[Span],
        source: Sequence[Span],
        cue: Sequence[Span],
        speaker: str | None,
        confidence: float | None = None,
    ) -> Attribution:
        """Turn spans of the text into an attribution."""
        words = self.words(content)
        quoted = len(words & self._quoted)
        head = self.head(source)
        own = " ".join(" ".join(self.text[s:e] for s, e in source).split()).casefold()
        return Attribution(
            content=words,
            source=self.words(source),
            cue=self.words(cue),
            head=self.words([head]) if head else frozenset(),
            kind="direct" if quoted > DIRECT * len(words) else "mixed" if quoted else "indirect",
            speech=bool(quoted) or communicates(" ".join(self.text[s:e] for s, e in cue)),
            speaker=speaker or own or None,
            crude=self._last_capitalised(source) or own or None,
            confidence=confidence,
        )

    def head(self, spans: Sequence[Span]) -> tuple[int, int] | None:
        """The place of the head of a source; None where there is no source."""
        found = self.parse.head(self.text, spans) if self.parse and spans else None
        if found:
            return found
        among = self._touched(spans)
        head = simple_head([self.text[slice(*self._tokens[i])] for i in among])
        return None if head is None else self._tokens[among[head]]

    def _last_capitalised(self, source: Sequence[Span]) -> str:
        words = [self.text[slice(*self._tokens[i])] for i in sorted(self.words(source))]
        return next((word.casefold() for word in reversed(words) if word[0].isupper()), "")


def communicates(cue: str) -> bool:
    """Is there a word of communication in a cue? The words are in the lexicon communication_cues.

    >>> communicates("has repeatedly told"), communicates("wants"), communicates("According to")
    (True, False, True)
    """
    return not _communication().isdisjoint(_WORD.findall(cue.lower()))


@cache
def _communication() -> frozenset[str]:
    irregular = {entry["lemma"]: entry["forms"] for entry in entries("cues")}
    found: set[str] = set()
    for entry in entries("communication_cues"):
        lemma = entry["lemma"]
        found.add(lemma)
        if entry["kind"] == "verb":
            found.update(forms_of(lemma, irregular[lemma]))
        elif entry["kind"] == "noun":  # its plural is made as a verb's third person is: speeches
            found.update(form for form, kind in inflect(lemma).items() if kind == "s")
    return frozenset(found)

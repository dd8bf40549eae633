"""The words of an article as this room sees them: what is quoted, what is named, where a stretch begins.

A statement can run over several sentences where its quotation does, so the unit here is the passage: the
sentences that one quotation holds together. Every number in this room is an index into `Document.tokens`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.language.document import Document, Quotation, Sentence, Token
from analysis.language.referents import Mention, Referents
from analysis.lexicons import words
from analysis.speech.small_words import ADVERBS, DETERMINERS

NO_ADVERBS = words("groups") | words("documents") | words("organisations") | words("noun_cues")
SHORTEST_ADVERB = 5  # letters of a word in -ly that is taken for an adverb: "newly", not "fly" or "July"
FEWEST_WORDS = 4  # words of a quotation that is speech without a mark of punctuation at its end


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in tokens, marks included; `speech` is False for scare quotes, titles and glosses."""

    first: int
    last: int
    quotation: Quotation
    speech: bool


class Named(NamedTuple):
    """A mention in tokens, half-open."""

    first: int
    last: int
    mention: Mention

    @property
    def kind(self) -> str:
        """What kind of mention it is: name, title, pronoun, group, metonym."""
        return self.mention.kind

    @property
    def type(self) -> str:
        """What it names: person, organisation, group, place, document, other."""
        return self.mention.referent.type


@dataclass(frozen=True)
class Words:
    """An article's tokens with their quotations and mentions, all found by token index."""

    document: Document
    referents: Referents

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.document.tokens

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return self.document.lower

    def word(self, i: int) -> str:
        """A token in lower case; nothing before the first and behind the last."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    @cached_property
    def _starts(self) -> list[int]:
        return self.document.starts

    def index(self, offset: int) -> int:
        """The first token that starts at or after an offset of the text."""
        return bisect_left(self._starts, offset)

    def found(self, table: Callable[[], Container[str]], first: int, last: int) -> list[int]:
        """The tokens of a range whose words are in a table; the article is searched once for each table."""
        places = self._found.get(table)
        if places is None:
            places = self._found[table] = self.document.places(table())
        return places[bisect_left(places, first) : bisect_left(places, last)]

    @cached_property
    def _found(self) -> dict[Callable[[], Container[str]], list[int]]:
        return {}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a range of tokens."""
        return self.tokens[first].start, self.tokens[last - 1].end

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The outermost quotations, in order."""
        made = []
        for quotation in self.document.quotations:
            if quotation.depth == 0:
                first, last = self.index(quotation.start), self.index(quotation.end)
                made.append(Quote(first, last, quotation, _is_speech(self.tokens[first:last])))
        return tuple(made)

    @cached_property
    def quote_at(self) -> list[Quote | None]:
        """For each token the outermost quotation around it, marks included."""
        around: list[Quote | None] = [None] * len(self.tokens)
        for quote in self.quotes:
            around[quote.first : quote.last] = [quote] * (quote.last - quote.first)
        return around

    @cached_property
    def mentions(self) -> dict[int, tuple[int, Mention]]:
        """The mentions by their first token: (token after it, mention)."""
        starts = self._starts
        return {
            bisect_left(starts, m.start): (bisect_left(starts, m.end), m) for m in self.referents.mentions
        }

    @cached_property
    def mention_at(self) -> list[Named | None]:
        """For each token the mention it belongs to."""
        around: list[Named | None] = [None] * len(self.tokens)
        for first, (last, mention) in self.mentions.items():
            around[first:last] = [Named(first, last, mention)] * (last - first)
        return around

    @cached_property
    def passages(self) -> tuple[tuple[int, int], ...]:
        """The passages: sentences, joined where a quotation runs over their borders."""
        merged: list[tuple[int, int]] = []
        for sentence in self.document.sentences:
            quote = self.quote_at[sentence.first]
            if merged and quote and quote.first < sentence.first:
                merged[-1] = (merged[-1][0], sentence.last)
            else:
                merged.append((sentence.first, sentence.last))
        return tuple(merged)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.first for s in self.document.sentences]

    def sentence(self, token: int) -> int:
        """The number of the sentence, from 1, that holds a token."""
        return bisect_right(self._sentence_starts, token)

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.document.sentences[self.sentence(token) - 1]

    def is_determined(self, i: int) -> bool:
        """Does a determiner or a possessive ending stand right before a token, and no closing mark?"""
        if i < 1 or self.lower[i - 1] not in DETERMINERS:
            return False
        return self.quote_at[i - 1] is None or self.quote_at[i] is not None

    def is_word(self, i: int) -> bool:
        """Is it a word or number, no punctuation?"""
        return self.tokens[i].text[0].isalnum()

    def is_capitalised(self, i: int) -> bool:
        """Does it begin with a capital letter?"""
        return self.tokens[i].text[0].isupper()

    def is_adverb(self, i: int) -> bool:
        """Is it an adverb, by list or by its ending?"""
        word = self.lower[i]
        return word in ADVERBS or (
            word.endswith("ly") and len(word) >= SHORTEST_ADVERB and word not in NO_ADVERBS
        )


def _is_speech(quoted: tuple[Token, ...]) -> bool:
    """Is a quotation (marks included) somebody's words, rather than a scare quote, a title or a gloss?

    Words that end in a mark of punctuation inside the quotation marks are speech however few; without one it
    takes four words, and words that are all capitalised are the title of a work.
    """
    inner = [t.text for t in quoted[1:-1] if t.text[0].isalnum()]
    if not inner:
        return False
    final = quoted[-2].text
    if len(inner) > 1 and _is_title(inner) and final not in ("!", "?", "."):
        return False
    return len(inner) >= FEWEST_WORDS or final in (",", ".", "!", "?", "...")


def _is_title(inner: list[str]) -> bool:
    long = [word for word in inner if len(word) > 3]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)

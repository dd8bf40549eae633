"""The words of an article as the speech room sees them: what is quoted, what is named, where a stretch begins.

A statement can run over several sentences where its quotation does, so the unit here is the passage: the
sentences that one quotation holds together. Every number in this room is an index into `Document.tokens`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property

from analysis.language.document import Document, Quotation, Token
from analysis.language.referents import Mention, Referents
from analysis.lexicons import closed, entries, words

AUXILIARIES = closed("be") | closed("have") | closed("modal") | closed("negated auxiliary")
DO = frozenset(["do", "does", "did"])
BREAKS = frozenset(',;:()[]-—"…')


@dataclass(frozen=True)
class Quote:
    """A quotation in tokens, marks included; `speech` is False for scare quotes, titles and glosses."""

    first: int
    last: int
    quotation: Quotation
    speech: bool


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
        return [t.lower for t in self.document.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.document.tokens]

    def index(self, offset: int) -> int:
        """The first token that starts at or after an offset of the text."""
        return bisect_left(self._starts, offset)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a range of tokens."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The plain text of a range of tokens."""
        return self.document.plain[slice(*self.span(first, last))]

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The outermost quotations, in order."""
        made = []
        for quotation in self.document.quotations:
            if quotation.depth == 0:
                first, last = self.index(quotation.start), self.index(quotation.end)
                made.append(Quote(first, last, quotation, _is_speech(self, first, last)))
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
        return {self.index(m.start): (self.index(m.end), m) for m in self.referents.mentions}

    @cached_property
    def mention_at(self) -> list[tuple[int, int, Mention] | None]:
        """For each token the mention it belongs to: (first, last, mention)."""
        around: list[tuple[int, int, Mention] | None] = [None] * len(self.tokens)
        for first, (last, mention) in self.mentions.items():
            around[first:last] = [(first, last, mention)] * (last - first)
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

    def sentence(self, token: int) -> int:
        """The number of the sentence, from 1, that holds a token."""
        return bisect_right([s.first for s in self.document.sentences], token)

    def is_word(self, i: int) -> bool:
        """Is it a word or number, no punctuation?"""
        return self.tokens[i].text[0].isalnum()

    def is_adverb(self, i: int) -> bool:
        """Is it an adverb, by list or by its ending?"""
        word = self.lower[i]
        return word in closed("adverb") or (
            word.endswith("ly") and len(word) > 4 and word not in words("groups")
        )


@cache
def speakers() -> frozenset[str]:
    """Common nouns of those who can speak: offices, bodies, members of groups."""
    groups = {e["noun"] for e in entries("groups")} | {e["member"] for e in entries("groups")}
    titles = {t.split()[-1] for t in words("titles")}
    shorts = {s.split()[-1] for e in entries("organisations") for s in e["also"].split(";") if s.strip()}
    return frozenset(groups | titles | words("organisations") | shorts)


def _is_speech(text: Words, first: int, last: int) -> bool:
    """Is a quotation somebody's words, rather than a scare quote, a title or a gloss?

    Words that end in a mark of punctuation inside the quotation marks are speech however few; without one it
    takes four words, and words that are all capitalised are the title of a work.
    """
    inner = [t for t in text.tokens[first + 1 : last - 1] if t.text[0].isalnum()]
    if not inner:
        return False
    stopped = text.tokens[last - 2].text in ".,!?..." and last - 2 > first
    long = [t for t in inner if len(t.text) > 3]
    titled = len(inner) > 1 and bool(long) and all(t.text[0].isupper() or t.text[0].isdigit() for t in long)
    if titled and not (stopped and text.tokens[last - 2].text in ".!?"):
        return False
    return len(inner) >= 4 or stopped

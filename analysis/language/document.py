"""The parts of a text that every engine reads: tokens, sentences, quotations and names, all with offsets.

Nothing here interprets. Every `start, end` is half-open and counts code points of the article's own text;
`plain` is a copy of the text of exactly the same length in which curly quotes, long dashes and odd spaces
are replaced by their ASCII cousins, so that one offset serves both.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import compress, count
from typing import NamedTuple

from analysis.article import Article


class Token(NamedTuple):
    """A word, a number or one mark of punctuation."""

    start: int
    end: int
    text: str  # from the plain copy: straight quotes, "-" for every dash
    lower: str


class Sentence(NamedTuple):
    """A sentence; its tokens are `document.tokens[first:last]`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


class Quotation(NamedTuple):
    """A stretch inside quotation marks; `start` and `end` include the marks."""

    start: int
    end: int
    mark: str  # '"', "'" or "«"
    depth: int  # 0 outermost
    closed: bool  # False where the text never closes it: then it ends with its paragraph
    continued: bool  # True where it goes on from the paragraph before


class Name(NamedTuple):
    """A proper name as it stands in the text."""

    start: int
    end: int
    text: str
    kind: str  # "person", "organisation", "place", "event", "other"
    first: int  # index of its first token
    last: int  # half-open


@dataclass(frozen=True, slots=True)
class Document:
    """An article taken apart; made by `analysis.language.parse(article)`."""

    article: Article
    plain: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    lower: list[str] = field(init=False, repr=False, compare=False)  # each token's, for quick look-ups
    starts: list[int] = field(init=False, repr=False, compare=False)  # each token's

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", [token.lower for token in self.tokens])
        object.__setattr__(self, "starts", [token.start for token in self.tokens])

    @property
    def text(self) -> str:
        """The article's own text, to which all offsets point."""
        return self.article.text

    def places(self, wanted: Container[str]) -> list[int]:
        """The indexes of the tokens that are, in lower case, among the words wanted."""
        return list(compress(count(), map(wanted.__contains__, self.lower)))

    def words(self, start: int, end: int) -> int:
        """The number of words between two offsets: whitespace tokens of the user's own text."""
        return len(self.article.text[start:end].split())

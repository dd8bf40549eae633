"""Titling: where a title stands among the tokens - before a name, or in an apposition before or behind it."""

from functools import cache

from analysis.language.document import Token
from analysis.language.gazetteer import LONGEST_TITLE, small, titles

REACH = 10  # tokens of an apposition before a name ("the president of the Lagos Chamber of Commerce, ...")
STOPS = frozenset(',.;:"()-')


def title_word(token: Token) -> str:
    """A token as the list of titles has it: lower case, without "ex-" and "then-"."""
    return token.lower.removeprefix("ex-").removeprefix("then-") if "-" in token.lower else token.lower


def title_ending(tokens: tuple[Token, ...], at: int) -> int:
    """The length in tokens of the longest title that ends right before token `at`; 0 where none does."""
    if not at:
        return 0
    word = tokens[at - 1].lower
    if word not in _last_words() and ("-" not in word or title_word(tokens[at - 1]) not in _last_words()):
        return 0
    for size in range(min(LONGEST_TITLE, at), 0, -1):
        if " ".join([title_word(t) for t in tokens[at - size : at]]) in titles():
            return size
    return 0


@cache
def _last_words() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in titles())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(title.split()[0] for title in titles())


def title_starting(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """The length in tokens of the longest title that starts at token `at` and ends before `last`."""
    if at >= last or title_word(tokens[at]) not in _first_words():
        return 0
    for size in range(min(LONGEST_TITLE, last - at), 0, -1):
        if " ".join([title_word(t) for t in tokens[at : at + size]]) in titles():
            return size
    return 0


def title_ahead(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """The title of an apposition before the name at `at`: "Iran's | ambassador | to London, Reza Karimi"."""
    if at < 2 or tokens[at - 1].text != ",":
        return None
    end = at - 1
    for k in range(end, max(0, end - REACH), -1):
        if k == end or tokens[k].lower in small("behind title"):
            size = title_ending(tokens, k)
            if size:
                return k - size, k
        if tokens[k - 1].text in STOPS:
            return None
    return None

"""The notation of the tone lexicons: a term of words, alternatives, inflections and gaps, and how it matches.

`lodge/v ... protest/n|complaint/n` stands for every form of the verb, then up to three words of any kind,
then one of the nouns. Terms are compared with the lower-cased words of a text, token by token.
"""

from collections.abc import Sequence
from functools import cache

from analysis.language.document import Token
from analysis.language.inflection import inflect

GAP: frozenset[str] = frozenset()  # in a pattern: up to MAX_GAP words of any kind
MAX_GAP = 3  # "lodged a formal written protest"; the authors found longer gaps to cross into other phrases
CLOSING = frozenset(',;:.!?"()')  # a gap never runs over a mark of punctuation

Pattern = tuple[frozenset[str], ...]


@cache
def compile_term(term: str, negators: frozenset[str] = frozenset()) -> Pattern:
    """Compile a term of the lexicons; `negators` are the words for which `@negator` stands.

    >>> [sorted(word) for word in compile_term("play/v with fire")]
    [['play', 'played', 'playing', 'plays'], ['with'], ['fire']]
    """
    return tuple(
        GAP if part == "..." else frozenset().union(*(_forms(w, negators) for w in part.split("|")))
        for part in term.split()
    )


def _forms(word: str, negators: frozenset[str]) -> frozenset[str]:
    if word == "@negator":
        return negators
    stem, _, mark = word.partition("/")
    if mark == "v":
        return frozenset(inflect(stem))
    if mark == "n":
        return frozenset((stem, plural(stem)))
    assert not mark, f"the lexicon term {word!r} ends with /{mark}, which is neither /v nor /n"
    return frozenset((stem,))


def plural(noun: str) -> str:
    """The regular plural of a noun.

    >>> plural("tie"), plural("embassy"), plural("clash")
    ('ties', 'embassies', 'clashes')
    """
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def size(pattern: Pattern) -> int:
    """The number of words of a pattern, gaps not counted."""
    return sum(1 for words in pattern if words)


def match(pattern: Pattern, tokens: Sequence[Token], at: int, last: int) -> int:
    """Match a pattern whose first word stands at token `at`: the index after the match, or 0.

    >>> words = "they lodged a formal protest today".split()
    >>> tokens = [Token(0, 0, word, word) for word in words]
    >>> match(compile_term("lodge/v ... protest/n"), tokens, 1, len(tokens))
    5
    """
    k, gap = at + 1, False
    for words in pattern[1:]:
        if not words:
            gap = True
            continue
        reach = min(last, k + (MAX_GAP if gap else 0) + 1)
        while k < reach and tokens[k].lower not in words:
            if not gap or tokens[k].lower in CLOSING:
                return 0
            k += 1
        if k >= reach:
            return 0
        k, gap = k + 1, False
    return k

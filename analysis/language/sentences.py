"""Sentences: where one ends, with a quotation kept together with the words that say whose it is.

A full stop ends a sentence unless it belongs to an abbreviation; the closing quotation mark after it goes
along. A quoted question or exclamation does not end the sentence when "she asked" follows.
"""

from bisect import bisect_left
from functools import cache, lru_cache

from analysis.language.document import Quotation, Sentence, Token
from analysis.language.inflection import finite_forms
from analysis.lexicons import closed, entries, words

CLOSERS = frozenset(['"', "'", "''", ")", "]", "”", "»", "›"])
ENDS = frozenset([".", "!", "?", "…"])
MOST_WORDS = 65_536  # remembered at most
TAG_REACH = 6  # tokens after a quoted "?" or "!" in which "she asked" is looked for


def split(
    tokens: tuple[Token, ...], blocks: tuple[tuple[int, int], ...], quotations: tuple[Quotation, ...]
) -> tuple[Sentence, ...]:
    """Cut the tokens of each paragraph into sentences; every token belongs to exactly one."""
    closings = {q.end - 1 for q in quotations if q.closed}
    block_ends = [end for _, end in blocks]
    found: list[Sentence] = []
    may = [i for i, token in enumerate(tokens) if not token.text.isalpha() and _may_close(token.text)]
    first = 0
    for paragraph, block_end in enumerate(block_ends):
        high = bisect_left(tokens, block_end, first, key=_start)
        if first == high:
            continue  # a paragraph without a token
        for i in may[bisect_left(may, first) : bisect_left(may, high - 1)]:
            if _ends(tokens, i, first, closings):
                found.append(Sentence(tokens[first].start, tokens[i].end, first, i + 1, paragraph))
                first = i + 1
        found.append(Sentence(tokens[first].start, tokens[high - 1].end, first, high, paragraph))
        first = high
    return tuple(found)


def _start(token: Token) -> int:
    return token.start


@lru_cache(MOST_WORDS)
def _may_close(text: str) -> bool:
    """Can a sentence end with this token at all: a stop, a closing mark, an abbreviation?"""
    return text[0] in ENDS or text in CLOSERS or _may_end(text)


def _ends(tokens: tuple[Token, ...], i: int, first: int, closings: set[int]) -> bool:
    """Does a sentence end with token `i`, which is not the last of its paragraph?"""
    after = tokens[i + 1]
    if _closes(after, closings) and after.start == tokens[i].end:
        return False  # the closing mark will decide
    stop = i
    while stop > first and _closes(tokens[stop], closings):
        stop -= 1
    mark = tokens[stop].text
    quoted = stop < i
    if mark[0] not in ENDS and not set(mark) <= {"."}:
        if after.text == '"' and i + 2 < len(tokens) and after.start > tokens[i].end:
            after = tokens[i + 2]  # "at 11 p.m. | "We are tired," he said."
        return bool(_may_end(mark) and after.text[0].isupper() and after.lower in words("stopwords"))
    if after.text[0].islower() or after.text in ",;:-)":
        return False
    if mark.startswith(("..", "…")) and not after.text[0].isupper() and after.text[0] not in "\"'":
        return False
    return not (quoted and mark in "?!" and _is_tag(tokens, i + 1))


def _closes(token: Token, closings: set[int]) -> bool:
    return token.text in ")]" or (token.text in CLOSERS and token.end - 1 in closings)


@cache
def _may_end(text: str) -> bool:
    """Is it an abbreviation with its dot that can also be the last word ("in the U.S. The ministry ...")?"""
    return text.count(".") > 1 or any(
        e["abbreviation"] == text and e["ends"] == "may" for e in entries("abbreviations")
    )


def _is_tag(tokens: tuple[Token, ...], at: int) -> bool:
    """Do the next tokens say whose words these were ("Silva asked.")?"""
    small_verbs = closed("have") | closed("be") | closed("modal")
    for i in range(at, min(at + TAG_REACH, len(tokens))):
        token = tokens[i]
        if token.text in '."' or token.lower in small_verbs:  # "The mayor had no answer."
            return False
        if token.lower in finite_forms("cues", "class", "speech"):
            return tokens[i - 1].lower not in closed("determiner")
    return False

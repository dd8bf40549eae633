"""Runs: the stretches of capitalised tokens that can hold names, with the small words that join them.

A capital at the start of a sentence proves nothing by itself, and in a headline set in capitals none does.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from analysis.language.document import Sentence, Token
from analysis.language.gazetteer import (
    body_heads,
    family_first,
    fold,
    given_names,
    groups,
    known,
    known_phrases,
    place_of_demonym,
    small,
    titles,
    without_prefix,
)
from analysis.language.headlines import is_headline, is_shouted
from analysis.language.inflection import finite_forms
from analysis.language.titling import title_ending
from analysis.lexicons import entries, words

MOST_WORDS = 65_536  # remembered at most
BODY_REACH = 4  # tokens from a possessive mark to the head word of a body, and one to spare


def find_runs(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised tokens that can be names, as half-open ranges of tokens, in order."""
    starts = {s.first for s in sentences} | {s.first + 1 for s in sentences if not _is_word(tokens[s.first])}
    capitals = [i for i, token in enumerate(tokens) if not token.text.islower() and _is_capital(token.text)]
    inside = {tokens[i].text for i in capitals if i not in starts}
    inside |= {text[0].upper() + text[1:] for text in inside} | {without_prefix(text) for text in inside}
    for sentence in sentences:
        if is_headline(tokens, sentence):
            yield from _known_runs(tokens, sentence)
            continue
        behind = sentence.first  # the end of the run before
        for i in capitals[bisect_left(capitals, behind) : bisect_left(capitals, sentence.last)]:
            if i < behind or not _may_start(tokens, i, sentence.last):
                continue
            if i in starts and not _name_at_start(tokens, i, sentence.last, inside):
                continue
            behind = _run(tokens, i, sentence.last)
            if not is_shouted(tokens, i, behind):
                yield i, behind


def known_at(tokens: tuple[Token, ...], i: int, last: int) -> tuple[int, str] | None:
    """The longest name of several tokens, known beforehand, that starts at token `i`: (its end, its kind)."""
    for words_of, kind in known_phrases().get(tokens[i].text, ()):
        end = i + len(words_of)
        if end <= last and [token.text for token in tokens[i:end]] == list(words_of):
            return end, kind
    return None


def is_capital(token: Token) -> bool:
    """Does a token look like a part of a name: a capital, or a small prefix before one ("al-Masri")?"""
    return _is_capital(token.text)


@lru_cache(MOST_WORDS)
def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return text.lower() not in _no_names()
    return bool(without_prefix(text))


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital that name nobody: days and months, and the first person."""
    months = {e["abbreviation"].lower() for e in entries("abbreviations") if e["kind"] == "month"}
    return small("calendar") | months | {"i", "i'm", "i've", "i'd", "i'll"}


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _known_runs(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """In a headline of capitals only known names count, and a given name with the token behind it."""
    i = sentence.first
    while i < sentence.last:
        token, end = tokens[i], i + 1
        found = known_at(tokens, i, sentence.last)
        follows = (
            end < sentence.last and is_capital(tokens[end]) and tokens[end].lower not in finite_forms("cues")
        )
        if found:
            end = found[0]
        elif fold(token.text) in given_names() and follows:
            end += 1
        elif token.text not in known() and token.text not in place_of_demonym():
            i += 1
            continue
        yield i, end
        i = end


def _may_start(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """May a name begin with this capital? Not with a small word ("The", "Both"), unless a known name does."""
    token = tokens[i]
    bare, _, contracted = token.lower.partition("'")
    small_word = token.lower in words("stopwords") or (contracted and bare in words("stopwords"))
    if not small_word or (token.text.isupper() and len(token.text) > 1):
        return True
    return token.text in known() or known_at(tokens, i, last) is not None


def _name_at_start(tokens: tuple[Token, ...], i: int, last: int, inside: set[str]) -> bool:
    """May the capitalised token that opens a sentence be a name?"""
    token = tokens[i]
    if known_at(tokens, i, last):
        return True
    if token.lower in words("stopwords") or token.lower in small("opener") or token.text.endswith("ly"):
        return False
    if token.text in inside or token.text in known() or token.text in place_of_demonym():
        return True
    if fold(token.text) in given_names() or token.text in family_first():
        return True
    if token.lower.endswith(("ing", "ed")) and token.text.isascii():
        return False  # "Addressing Parliament", "Backed by Russia"
    after = tokens[i + 1] if i + 1 < last else None
    if after is None or token.lower in _commons():
        return after is not None and is_capital(after)
    if is_capital(after) or not token.text[0].isupper():
        return True
    if token.lower in small("particle"):  # "Van den Berg"
        return after.lower in small("link") and i + 2 < last and is_capital(tokens[i + 2])
    after = tokens[i + 2] if after.lower.endswith("ly") and i + 2 < last else after  # "Ruiz openly admitted"
    return after.text == "'s" or (after.lower in finite_forms("cues") and not token.lower.endswith("s"))


@cache
def _commons() -> frozenset[str]:
    """Capitalised only because they open a sentence: titles, heads of organisations, nouns of groups."""
    nouns = set(groups()) | {member for member, _ in groups().values()}
    return frozenset(titles()) | frozenset(body_heads()) | frozenset(nouns) | small("modifier")


def _run(tokens: tuple[Token, ...], i: int, last: int) -> int:
    """The end of the run of capitalised tokens from `i`, bridged by "of", "de", "'s" and the like."""
    end = i
    while end < last:
        token = tokens[end]
        found = known_at(tokens, end, last) if token.text in known_phrases() else None
        if found:
            end = found[0]
        elif is_capital(token):
            end += 1
        elif token.text == "'s" and end + 1 < last and is_capital(tokens[end + 1]):
            if tokens[end - 1].lower not in small("name before 's"):
                break
            end += 2
        elif (token.text == "," and _listed(tokens, i, end, last)) or (
            token.text == "'" and _of_many(tokens, end, last)
        ):
            end += 2
        elif token.lower in small("link"):
            over = end + 1
            while over < last and tokens[over].lower in small("link"):
                over += 1
            if over - end > 2 or over >= last or not is_capital(tokens[over]):
                break
            if not _bridges(tokens, i, end, over):
                break
            end = over
        else:
            break
    return end


def _of_many(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Does a possessive mark stand between members and their body's head word: "Teachers | ' | Union"?"""
    owner = tokens[at - 1].text
    if not owner.endswith("s") or owner in known():
        return False
    for head in tokens[at + 1 : min(at + BODY_REACH, last)]:  # "Dockers' Families Association"
        if not is_capital(head):
            return False
        if head.lower in body_heads():
            return True
    return False


def _bridges(tokens: tuple[Token, ...], i: int, end: int, over: int) -> bool:
    """Does a small word between capitals belong to one name ("Ministry of Health and Welfare")?"""
    link, heads = tokens[end].lower, body_heads()
    if link in small("particle") and link not in ("la", "le", "y", "e"):
        return True
    before, after = tokens[end - 1], tokens[over]
    if link in ("and", "&", "y", "e"):
        if link == "&":
            return True
        if over - end > 1 or _is_other_name(before) or _is_other_name(after) or after.lower in heads:
            return False
        return _of_body(tokens, i, end) or _of_two_tasks(tokens, i, end)  # "Ministry of Culture and Tourism"
    if title_ending(tokens, end):
        return title_ending(tokens, over + 1) > over + 1 - end  # "Secretary of State"
    if link == "on":
        return before.lower in small("on head")
    return before.lower in heads or before.lower in small("of head")


def _of_two_tasks(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Is it a body with two tasks before its head word: "the Trade and Industry Ministry"?"""
    single = end == i + 1 and i > 0 and tokens[i - 1].lower == "the" and end + 2 < len(tokens)
    return single and is_capital(tokens[end + 2]) and tokens[end + 2].lower in body_heads()


def _listed(tokens: tuple[Token, ...], i: int, end: int, last: int) -> bool:
    """A list in a body's name, "Ministry of Culture, Sports and Tourism": is the comma at `end` in one?"""
    if not _of_body(tokens, i, end) or end + 3 >= last or not is_capital(tokens[end + 1]):
        return False
    if _is_other_name(tokens[end + 1]) or _is_other_name(tokens[end - 1]):
        return False
    joint = tokens[end + 2]
    if joint.lower == "and":
        return is_capital(tokens[end + 3]) and not _is_other_name(tokens[end + 3])
    return joint.text == "," and is_capital(tokens[end + 3]) and _listed(tokens, i, end + 2, last)


def _of_body(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Is this the beginning of a body's name with "of" or "for" in it?"""
    return any(
        t.lower in ("of", "for") and tokens[i + k].lower in body_heads()
        for k, t in enumerate(tokens[i + 1 : end])
    )


def _is_other_name(token: Token) -> bool:
    """A token that would begin a name of its own behind "and"."""
    text = token.text
    return (
        text in known()
        or text in place_of_demonym()
        or fold(text) in given_names()
        or token.lower in titles()
        or (text.isupper() and len(text) > 1)
    )

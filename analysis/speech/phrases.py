"""Noun phrases without a parser: where one ends to the right, and where one begins to the left.

A noun phrase is a determiner, modifiers and a head, then what "of", "for", "at" and "in" hang on it, then
what stands between commas after it (its apposition, its relative clause). Nothing is guessed about meaning.
"""

from analysis.lexicons import closed, words
from analysis.speech.small_words import (
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVES,
    OWNERS,
    POSSESSIVE_ENDINGS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    TIMES,
)
from analysis.speech.verbs import is_verb
from analysis.speech.words import Named, Words

HANGING = closed("hanging preposition")
TITLES = words("titles")
BODIES = words("organisations")
HEADS = TITLES | words("organisations") | words("groups")
NEVER_INSIDE = TIMES | RELATIVES | PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | {"that", "to"}
OPENS_ANOTHER = ARTICLES | OWNERS
WALLS = STOPS | RELATIVES | SUBORDINATORS | CONJUNCTIONS | {"that", "&", "than"}
BEFORE_TITLES = TITLES | closed("before a title")
LINKS = frozenset(["and", "&", "or", ","])  # of a list of names
BRACKET = 8  # tokens of a remark in brackets, "Sen. Ana Ruiz (Porto)"


def right(text: Words, i: int, last: int) -> int:
    """The end of the noun phrase that begins at token `i`, with what hangs on it; `i` where there is none."""
    if i >= last or not text.is_word(i):
        return i
    if text.lower[i] in NOMINATIVES:
        return i + 1
    end = _simple(text, i, last)
    while i < end < last and (part := _next_part(text, end, last)):
        end = part
    return end


def _next_part(text: Words, end: int, last: int) -> int | None:
    """The end of what a possessive, a preposition or an "and" between names adds to a noun phrase."""
    if end + 1 >= last:
        return None
    word = text.lower[end]
    if word in POSSESSIVE_ENDINGS and not text.quote_at[end]:
        return _simple(text, end + 1, last)
    if word in HANGING:
        behind = _simple(text, end + 1, last)
        return behind if behind > end + 1 else None
    if word in ("and", "&") and _is_name_like(text, end + 1) and _is_name_like(text, end - 1):
        return _simple(text, end + 1, last)
    return None


def recipient(text: Words, i: int, last: int) -> int:
    """The end of a short noun phrase: "told | the council of Porto | on", "urged | both sides | to"."""
    end = _simple(text, i, last)
    while end + 1 < last and (text.lower[end] in ("of", "and") or text.lower[end] in POSSESSIVE_ENDINGS):
        end = _simple(text, end + 1, last)
    return end


def _is_name_like(text: Words, i: int) -> bool:
    return text.mention_at[i] is not None or text.is_capitalised(i)


def _simple(text: Words, i: int, last: int) -> int:
    """Determiner, modifiers, head: up to the first word that cannot be one of them."""
    at = i
    while at < last:
        last_of_name, mention = text.mentions.get(at, (at, None))
        if mention and mention.kind != "pronoun":
            at = last_of_name
            if at < last and (
                at in text.mentions or mention.referent.type in ("place", "other") or _is_head(text, at)
            ):
                continue
            return at
        if not text.is_word(at) or text.lower[at] in NEVER_INSIDE or (at > i and _opens_next(text, at)):
            break
        at += 1
    return at


def _opens_next(text: Words, i: int) -> bool:
    """Does something else begin here: a verb, an adverb, another noun phrase?"""
    word = text.lower[i]
    return word in OPENS_ANOTHER or is_verb(text, i) or (text.is_adverb(i) and word not in DETERMINERS)


def _is_head(text: Words, i: int) -> bool:
    """Can a noun phrase go on with this word behind a name: "Porto | council", "the UN | refugee agency"?"""
    if not text.is_word(i) or is_verb(text, i):
        return False
    return text.lower[i] in HEADS or text.is_capitalised(i) or text.word(i + 1) in BODIES


def left_bound(text: Words, at: int, first: int) -> int:
    """Where the stretch before `at` begins that holds no punctuation, conjunction, verb or quotation."""
    start = at
    while start > first:
        before = start - 1
        word = text.lower[before]
        named = text.mention_at[before]
        if named and named.first >= first and named.last <= at and named.kind != "pronoun":
            start = named.first
        elif word == ")" and (opening := bracket(text, before, first)) is not None:
            start = opening
        elif text.quote_at[before] or word in WALLS or is_verb(text, before):
            break
        else:
            start = before
    return start


def bracket(text: Words, closing: int, first: int) -> int | None:
    """The opening bracket of a short remark before a token, "Sen. Ana Ruiz (Porto) said"."""
    return next(
        (i for i in range(closing - 1, max(first, closing - BRACKET), -1) if text.lower[i] == "("), None
    )


def chain(text: Words, start: int, first: int) -> int:
    """Follow a coordination to the left: "Oslo, Lagos and | Porto" begins at Oslo."""
    at = start
    while at - 2 >= first and text.lower[at - 1] in LINKS:
        conjunction = text.lower[at - 1] != ","
        over = at - 2
        if conjunction and text.lower[over] == "," and over > first:
            over -= 1
        named = text.mention_at[over]
        if not named or named.last != over + 1 or named.first < first:
            break
        if not conjunction and at == start:
            break
        at = left_of_modifiers(text, named.first, first)
    return at


def left_of_modifiers(text: Words, at: int, first: int) -> int:
    """Take in the titles, places and determiner that stand right before a name."""
    while at > first:
        named = text.mention_at[at - 1]
        if named and named.last == at and _is_side(named):
            at = named.first
        elif text.lower[at - 1] in BEFORE_TITLES or _ends_possessor(text, at - 1, first):
            at -= 1
        else:
            break
    return at


def _is_side(named: Named) -> bool:
    """Is it a place or a body by name, as in "Seoul mayor Kim"?"""
    return named.kind in ("name", "title", "metonym") and named.type in ("place", "organisation")


def _ends_possessor(text: Words, i: int, first: int) -> bool:
    return text.lower[i] in POSSESSIVE_ENDINGS and i > first and not text.quote_at[i]

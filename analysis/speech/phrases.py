"""Noun phrases without a parser: where one ends to the right, and where one begins to the left.

A noun phrase is a determiner, modifiers and a head, then what "of", "for", "at" and "in" hang on it, then
what stands between commas after it (its apposition, its relative clause). Nothing is guessed about meaning.
"""

from functools import cache

from analysis.language.inflection import forms_of
from analysis.lexicons import closed, entries, words
from analysis.speech.words import AUXILIARIES, DO, Words

HANGING = frozenset(["of", "for", "at", "in", "from", "with", "to", "on", "who"])
STOPS = frozenset([",", ";", ":", "(", ")", "[", "]", "-", '"', "'", "''", "``", "."])
RELATIVE = frozenset(["who", "which", "whose", "whom", "where"])
POSSESSIVE = frozenset(["'s", "'"])
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "tomorrow",
        "earlier",
        "later",
    ]
)
NOMINATIVE = frozenset(
    ["he", "she", "they", "we", "i", "you", "it", "who", "this", "these", "those", "there"]
)


@cache
def finite_verbs() -> frozenset[str]:
    """Forms of the listed verbs that are surely verbs: -ed forms, irregular pasts and -s forms of cues."""
    found: set[str] = set()
    for e in entries("cues"):
        if " " not in e["lemma"]:
            found |= {f for f, kind in forms_of(e["lemma"], e["forms"]).items() if kind == "ed"}
    for e in entries("verb_forms"):
        found |= {f.strip() for f in e["forms"].split(",") if not f.strip().endswith("ing")}
    return frozenset(found)


def is_verb(text: Words, i: int) -> bool:
    """Is a token surely a finite verb or an auxiliary?"""
    word = text.lower[i]
    if word in AUXILIARIES or word in DO:
        return True
    if word == "'s":
        return i > 0 and text.lower[i - 1] in NOMINATIVE
    if word in finite_verbs():
        return not _after_determiner(text, i)
    return word in _present_cues() and i > 0 and (text.lower[i - 1] in NOMINATIVE or _ends_name(text, i - 1))


@cache
def _present_cues() -> frozenset[str]:
    found: set[str] = set()
    for e in entries("cues"):
        if " " not in e["lemma"] and e["class"] != "act":
            found |= {f for f, kind in forms_of(e["lemma"], e["forms"]).items() if kind == "s"}
    return frozenset(found)


def _ends_name(text: Words, i: int) -> bool:
    mention = text.mention_at[i]
    return (
        mention is not None and mention[1] == i + 1 and mention[2].referent.type in ("person", "organisation")
    )


def _after_determiner(text: Words, i: int) -> bool:
    return i > 0 and text.lower[i - 1] in closed("determiner")


def right(text: Words, i: int, last: int) -> int:
    """The end of the noun phrase that begins at token `i`, with what hangs on it; `i` where there is none."""
    if i >= last or not text.is_word(i):
        return i
    if text.lower[i] in NOMINATIVE:
        return i + 1
    end = _simple(text, i, last)
    while end < last and end > i:
        word = text.lower[end]
        if word in POSSESSIVE and end + 1 < last and not text.quote_at[end]:
            end = _simple(text, end + 1, last)
        elif word in HANGING - {"who", "on"} and end + 1 < last:
            behind = _simple(text, end + 1, last)
            if behind == end + 1:
                break
            end = behind
        elif (
            word in ("and", "&")
            and end + 1 < last
            and _name_like(text, end + 1)
            and _name_like(text, end - 1)
        ):
            end = _simple(text, end + 1, last)
        else:
            break
    return end


def recipient(text: Words, i: int, last: int) -> int:
    """The end of a noun phrase without what hangs on it: "told | the council of Porto", "urged both sides | to"."""
    end = _simple(text, i, last)
    while end + 1 < last and (text.lower[end] in ("of", "and") or text.lower[end] in POSSESSIVE):
        end = _simple(text, end + 1, last)
    return end


def _name_like(text: Words, i: int) -> bool:
    return text.mention_at[i] is not None or text.tokens[i].text[0].isupper()


def _simple(text: Words, i: int, last: int) -> int:
    """Determiner, modifiers, head: up to the first word that cannot be one of them."""
    at = i
    while at < last:
        mention = text.mentions.get(at)
        word = text.lower[at]
        if mention and at >= i and mention[1].kind != "pronoun":
            at = mention[0]
            if at < last and (
                text.mentions.get(at)
                or _title_or_noun(text, at)
                or mention[1].referent.type in ("place", "other")
            ):
                continue
            return at
        if not text.is_word(at) or word in CALENDAR or word in RELATIVE or word == "that":
            break
        if word in closed("preposition") or word in closed("subordinator") or word in ("and", "or", "but"):
            break
        if is_verb(text, at) and at > i:
            break
        if (
            word in closed("determiner")
            and at > i
            and word in ("the", "a", "an", "his", "her", "its", "their")
        ):
            break
        if text.is_adverb(at) and at > i and word not in closed("determiner"):
            break
        at += 1
    return at


def _title_or_noun(text: Words, i: int) -> bool:
    word = text.lower[i]
    return (
        text.is_word(i)
        and not is_verb(text, i)
        and (
            word in words("titles")
            or word in words("organisations")
            or word in words("groups")
            or text.tokens[i].text[0].isupper()
        )
    )


def left_bound(text: Words, at: int, first: int) -> int:
    """The first token of the stretch before `at` that holds no punctuation, conjunction, verb or quotation."""
    start = at
    while start > first:
        before = start - 1
        word = text.lower[before]
        mention = text.mention_at[before]
        if mention and mention[0] >= first and mention[1] <= at and mention[2].kind != "pronoun":
            start = mention[0]
            continue
        if word == ")" and (opening := _bracket(text, before, first)) is not None:
            start = opening
            continue
        if text.quote_at[before] or word in STOPS or word in RELATIVE or word == "that":
            break
        if word in closed("subordinator") or word in ("and", "or", "but", "&", "than"):
            break
        if is_verb(text, before):
            break
        start = before
    return start


def _bracket(text: Words, closing: int, first: int) -> int | None:
    """The opening bracket of a short remark, "Sen. Ana Ruiz (Porto) said"."""
    return next((i for i in range(closing - 1, max(first, closing - 8), -1) if text.lower[i] == "("), None)


def chain(text: Words, start: int, first: int) -> int:
    """Follow a coordination to the left: "Oslo, Lagos and | Porto" begins at Oslo."""
    at = start
    while at - 2 >= first and text.lower[at - 1] in ("and", ",", "&", "or"):
        conjunction = text.lower[at - 1] != ","
        over = at - 2
        if conjunction and text.lower[over] == "," and over > first:
            over -= 1
        mention = text.mention_at[over]
        if not mention or mention[1] != over + 1 or mention[0] < first:
            break
        if not conjunction and at == start:
            break
        at = left_of_modifiers(text, mention[0], first)
    return at


def left_of_modifiers(text: Words, at: int, first: int) -> int:
    """Take in the titles, places and determiner that stand right before a name."""
    while at > first:
        word = text.lower[at - 1]
        mention = text.mention_at[at - 1]
        if (
            mention
            and mention[1] == at
            and mention[2].kind in ("name", "title", "metonym")
            and mention[2].referent.type in ("place", "organisation")
        ):
            at = mention[0]
        elif (
            word in words("titles")
            or word in ("the", "former", "then", "vice", "deputy")
            or (word in POSSESSIVE and at - 2 >= first and not text.quote_at[at - 1])
        ):
            at -= 1
        else:
            break
    return at

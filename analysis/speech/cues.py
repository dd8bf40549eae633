"""Cues: the verbs that announce a statement, found by their forms and by what stands around them.

A form of a listed verb is a cue only where it is a verb: behind a subject or an auxiliary, not behind a
determiner; an -ed form right before "by" is a passive, an -ing form after a comma a participle. What comes
before it in the verb group decides whether the thing was said at all: "did not say", "is expected to say".
"""

from functools import cache
from typing import NamedTuple

from analysis.language.inflection import forms_of
from analysis.lexicons import closed, entries, words
from analysis.speech.words import AUXILIARIES, DO, Words, speakers

NEGATIONS = frozenset(["not", "never", "nor"])
SURE = frozenset(["must", "can", "'d"])  # "I must say", "we can confirm": said by saying; "he'd said"
MANY = frozenset(["both", "many", "some", "most", "few", "others", "all", "percent", "people", "police"])
STOPPED = frozenset([",", ".", ";", ""])  # a verb that needs an object, with none behind it, is a noun
FINITE, PARTICIPLE, PASSIVE = "finite", "participle", "passive"
OBJECT_REACH = 8  # tokens between a verb and its particle, "accused the city of"


class Entry(NamedTuple):
    """A verb of the lexicon, in one of its forms."""

    lemma: str
    particle: tuple[str, ...]
    cls: str
    frames: frozenset[str]
    kind: str  # base, s, ed, ing


class Cue(NamedTuple):
    """A verb that announces a statement; token indexes, half-open."""

    group: int  # first token of its verb group, auxiliaries included
    first: int
    last: int  # after the particle where it stands right behind the verb
    entry: Entry
    form: str  # finite, participle, passive
    polarity: str


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for e in entries("cues"):
        frames = frozenset(f for f in e["frame"].split(",") if f)
        for form, kind in forms_of(e["lemma"], e["forms"]).items():
            if " " not in form:
                table.setdefault(form, []).append(
                    Entry(e["lemma"], tuple(e["particle"].split()), e["class"], frames, kind)
                )
    return {form: tuple(sorted(found, key=lambda e: -len(e.particle))) for form, found in table.items()}


@cache
def _heads() -> dict[str, str]:
    return {e["word"]: e["effect"] for e in entries("cue_heads")}


def find_cues(text: Words, first: int, last: int) -> list[Cue]:
    """The verb cues of a passage outside its quotations, from left to right."""
    table, found = _table(), []
    for i in range(first, last):
        if (
            text.lower[i] in table
            and not text.quote_at[i]
            and (text.tokens[i].text[0].islower() or i == first)
        ):
            cue = _cue(text, i, first, last)
            if cue and not (found and found[-1].last > i):
                found.append(cue)
    return found


def _cue(text: Words, i: int, first: int, last: int) -> Cue | None:
    entry, end = _entry(text, i, last)
    if entry is None:
        return None
    group, polarity, aux = _group(text, i, first)
    before = text.lower[group - 1] if group > first else ""
    following = text.lower[end] if end < last else ""
    kind = entry.kind
    if aux == "no verb" or (following in STOPPED and not entry.frames & {"quote", "that"}):
        return None
    if kind == "ing":
        if aux == "be":
            return Cue(group, i, end, entry, FINITE, polarity)
        if before in closed("determiner") or before == "of":
            return None
        return Cue(group, i, end, entry, PARTICIPLE, polarity)
    if aux == "be" and kind == "ed":
        if entry.lemma == "quote" and entry.particle == ("as",) and following.endswith("ing"):
            return Cue(
                group, i, end + 1, entry._replace(frames=frozenset(["that", "quote", "np"])), FINITE, polarity
            )
        return Cue(group, i, end, entry, PASSIVE, polarity)
    if group == i and (
        before in closed("determiner") or before in closed("preposition") - {"to"} or before == "'s"
    ):
        return None
    if kind == "ed":
        return None if following in ("by",) else Cue(group, i, end, entry, FINITE, polarity)
    if kind == "s":
        noun = entry.lemma in _nouns() and following != "that" and not _ends_speaker(text, group - 1, first)
        return (
            None if noun or following == "of" or not before else Cue(group, i, end, entry, FINITE, polarity)
        )
    if aux or before in closed("subject pronoun") or _is_plural(text, group - 1, first):
        return Cue(group, i, end, entry, FINITE, polarity)
    return None


@cache
def _nouns() -> frozenset[str]:
    """Verbs whose -s form is a plural as often: "reports", "states", "comments"."""
    return words("noun_cues") | {e["lemma"] for e in entries("cues") if "also a noun" in e["note"]}


def _ends_speaker(text: Words, i: int, first: int) -> bool:
    """Does a name, a pronoun or a word for somebody who can speak stand right before?"""
    if i < first:
        return False
    mention = text.mention_at[i]
    named = mention is not None and mention[1] == i + 1 and mention[2].referent.type != "other"
    return (
        named
        or text.lower[i] in closed("subject pronoun")
        or text.lower[i] in speakers()
        or text.lower[i] in words("documents")
    )


def _entry(text: Words, i: int, last: int) -> tuple[Entry | None, int]:
    """The reading of a form that fits the particle behind it, and where the cue ends."""
    for entry in _table()[text.lower[i]]:
        size = len(entry.particle)
        if tuple(text.lower[i + 1 : i + 1 + size]) == entry.particle:
            return entry, i + 1 + size
        if (
            size == 1
            and "to_person" in entry.frames
            and entry.particle[0] in ("of", "for", "on", "about", "against")
        ):
            for j in range(i + 2, min(i + OBJECT_REACH, last)):
                if text.lower[j] == entry.particle[0]:
                    return entry, i + 1
                if not text.is_word(j) or text.lower[j] == "that":
                    break
    return None, i


def _group(text: Words, i: int, first: int) -> tuple[int, str, str]:
    """The verb group that ends in token `i`: its first token, its polarity, and its nearest auxiliary."""
    at, polarity, aux = i, "affirmed", ""
    while at > first and not text.quote_at[at - 1]:
        word = text.lower[at - 1]
        if word in NEGATIONS:
            polarity = "affirmed" if text.lower[at] == "only" else "negated"
        elif word == "to":
            if aux:
                break
            effect, at = _before_to(text, at - 1, first)
            if effect is None:
                return at, "irrealis", "no verb"
            polarity = effect if polarity == "affirmed" else polarity
            aux = "to"
            continue
        elif word in AUXILIARIES or word in DO:
            if word.endswith("n't") or word == "cannot":
                polarity = "negated"
            elif word in closed("modal") and polarity == "affirmed" and word not in SURE:
                polarity = "irrealis"
            if not aux:
                aux = (
                    "be"
                    if word in closed("be") or word in ("isn't", "aren't", "wasn't", "weren't")
                    else "aux"
                )
        elif not (text.is_adverb(at - 1) and text.is_word(at - 1)):
            break
        at -= 1
    return at, polarity, aux


def _before_to(text: Words, to: int, first: int) -> tuple[str | None, int]:
    """What the word before "to" makes of an infinitive: its effect, and the first token of that word."""
    if to > first:
        head = text.lower[to - 1]
        if head in _heads():
            at = to - 1
            if head == "on" and to - 2 >= first:  # "went on to say"
                at -= 1
            return _heads()[head], at
    return None, to


def _is_plural(text: Words, i: int, first: int) -> bool:
    """Can the word before a base form be its plural subject?"""
    if i < first or not text.is_word(i):
        return False
    word = text.lower[i]
    mention = text.mention_at[i]
    if mention and (
        mention[2].referent.type in ("group", "organisation") or text.lower[mention[0] - 1] == "and"
    ):
        return True
    return (
        word in words("groups")
        or word in MANY
        or (word.endswith("s") and not word.endswith("ss") and text.tokens[i].text[0].islower())
    )

"""Cues: the verbs that announce a statement, found by their forms and by what stands around them.

A form of a listed verb is a cue only where it is a verb: behind a subject or an auxiliary, not behind a
determiner; an -ed form right before "by" is a passive, an -ing form after a comma a participle. What comes
before it in the verb group decides whether the thing was said at all.
"""

from functools import cache
from typing import NamedTuple

from analysis.language.inflection import forms_of
from analysis.lexicons import closed, entries, words
from analysis.speech.small_words import ARTICLES, DETERMINERS, PREPOSITIONS, QUOTATION_MARKS, SUBJECT_PRONOUNS
from analysis.speech.speaking import speaker_nouns
from analysis.speech.verb_groups import VerbGroup, verb_group
from analysis.speech.words import Words

PLURALS = closed("plural subject") | words("groups")
OBJECT_PARTICLES = closed("object particle")
MEDIA = closed("medium")
BEFORE_NOUN = DETERMINERS | PREPOSITIONS  # a noun stands behind them, no verb
STOPPED = frozenset([",", ".", ";", ""])  # a verb that needs an object, with none behind it, is a noun
SPOKEN = frozenset(["quote", "that"])
SAYING = frozenset(["that", "quote", "np"])  # the frames of "was quoted as saying"
RELATIVE_REACH = 10  # tokens of a relative clause without commas
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


def find_cues(text: Words, first: int, last: int) -> list[Cue]:
    """The verb cues of a passage outside its quotations, from left to right."""
    found, free = [], first
    for i in text.found(_table, first, last):
        if i >= free and not text.quote_at[i] and (i == first or text.tokens[i].text[0].islower()):
            cue = _cue(text, i, first, last)
            if cue:
                found.append(cue)
                free = cue.last
    return found


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    """The cues by their forms, those with the longest particle first."""
    table: dict[str, list[Entry]] = {}
    for e in entries("cues"):
        frames = frozenset(f for f in e["frame"].split(",") if f)
        for form, kind in forms_of(e["lemma"], e["forms"]).items():
            if " " not in form:
                entry = Entry(e["lemma"], tuple(e["particle"].split()), e["class"], frames, kind)
                table.setdefault(form, []).append(entry)
    return {form: tuple(sorted(found, key=lambda e: -len(e.particle))) for form, found in table.items()}


def _cue(text: Words, i: int, first: int, last: int) -> Cue | None:
    """The cue that the form of a listed verb is; None where it is a noun, or lacks what it needs."""
    entry, end = _entry(text, i, last)
    if entry is None:
        return None
    group = verb_group(text, i, first)
    following = text.lower[end] if end < last else ""
    if not group.is_verb or (following in STOPPED and not entry.frames & SPOKEN):
        return None
    form = _form(text, i, first, entry, group, following, end)
    if form == PASSIVE and entry.particle == ("as",) and entry.lemma == "quote" and following.endswith("ing"):
        end, entry, form = end + 1, entry._replace(frames=SAYING), FINITE  # "was quoted as saying"
    return Cue(group.first, i, end, entry, form, group.polarity) if form else None


def _entry(text: Words, i: int, last: int) -> tuple[Entry | None, int]:
    """The reading of a form that fits the particle behind it, and where the cue ends."""
    for entry in _table()[text.lower[i]]:
        if not entry.particle:
            return entry, i + 1
        end = i + 1 + len(entry.particle)
        if tuple(text.lower[i + 1 : end]) == entry.particle:
            if entry.particle[-1:] == ("out",) and text.word(end) == "of":
                continue  # "pointed out of the window"
            return entry, end
        if _has_particle_behind_object(text, i, entry, last):
            return entry, i + 1
    return None, i


def _has_particle_behind_object(text: Words, i: int, entry: Entry, last: int) -> bool:
    """Does the particle stand behind the object: "accused the city of"?"""
    if len(entry.particle) != 1 or "to_person" not in entry.frames:
        return False
    particle = entry.particle[0]
    if particle not in OBJECT_PARTICLES:
        return False
    for j in range(i + 2, min(i + OBJECT_REACH, last)):
        if text.lower[j] == particle:
            return True
        if not text.is_word(j) or text.lower[j] == "that":
            return False
    return False


def _form(
    text: Words, i: int, first: int, entry: Entry, group: VerbGroup, following: str, end: int
) -> str | None:
    """How a verb is used: finite, participle, passive; None where it is no verb."""
    before = text.lower[group.first - 1] if group.first > first else ""
    if before in QUOTATION_MARKS and text.quote_at[group.first - 1]:
        before = '"'  # no possessive ending
    if entry.kind == "ing":
        if group.auxiliary == "be":
            return FINITE
        return None if before in DETERMINERS or before == "of" else PARTICIPLE
    if entry.kind == "ed" and group.auxiliary == "be":
        return PASSIVE
    if group.first == i and before in BEFORE_NOUN:
        return None
    if entry.kind == "ed":
        return FINITE if following != "by" or text.word(end + 1) in MEDIA else None  # "said by telephone"
    if entry.kind == "s":
        is_noun = not before or following == "of" or _is_plural_noun(text, entry, group, first, following)
        return None if is_noun else FINITE
    subject = before in SUBJECT_PRONOUNS or _is_plural(text, group.first - 1, first)
    subject = subject or _is_behind_relative(text, group.first, first)
    return FINITE if group.auxiliary or subject else None


def _is_plural_noun(text: Words, entry: Entry, group: VerbGroup, first: int, following: str) -> bool:
    """Is an -s form rather a noun in the plural: "reports", "states", "comments"?"""
    if entry.lemma not in _nouns() or _ends_speaker(text, group.first - 1, first):
        return False
    return following != "that" or text.word(group.first - 2) not in ARTICLES  # "the policy states that"


@cache
def _nouns() -> frozenset[str]:
    """Verbs whose -s form is a plural as often: "reports", "states", "comments"."""
    return words("noun_cues") | {e["lemma"] for e in entries("cues") if "also a noun" in e["note"]}


def _ends_speaker(text: Words, i: int, first: int) -> bool:
    """Does a name, a pronoun or a word for somebody who can speak stand right before?"""
    if i < first:
        return False
    named = text.mention_at[i]
    if named and named.last == i + 1 and named.type != "other":
        return True
    return text.lower[i] in SUBJECT_PRONOUNS or text.lower[i] in speaker_nouns()


def _is_behind_relative(text: Words, at: int, first: int) -> bool:
    """Does a relative clause of a plural subject end here: "those who know him | describe"?"""
    for i in range(at - 1, max(first, at - RELATIVE_REACH), -1):
        if not text.is_word(i) or text.quote_at[i]:
            return False
        if text.lower[i] == "who":
            return at - i > 2 and (text.lower[i - 1] in ("those", "people") or _is_plural(text, i - 1, first))
    return False


def _is_plural(text: Words, i: int, first: int) -> bool:
    """Can the word before a base form be its plural subject?"""
    if i < first or not text.is_word(i):
        return False
    named = text.mention_at[i]
    if named and (named.type in ("group", "organisation") or text.word(named.first - 1) == "and"):
        return True
    word = text.lower[i]
    return word in PLURALS or (
        word.endswith("s") and not word.endswith("ss") and text.tokens[i].text[0].islower()
    )

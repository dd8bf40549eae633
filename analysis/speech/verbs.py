"""Verbs: which tokens are surely finite verbs, told by their forms and by what stands right before them."""

from functools import cache

from analysis.language.inflection import forms_of
from analysis.lexicons import entries
from analysis.speech.small_words import AUXILIARIES, NOMINATIVES
from analysis.speech.words import Words


def is_verb(text: Words, i: int) -> bool:
    """Is a token surely a finite verb or an auxiliary?"""
    word = text.lower[i]
    if word in AUXILIARIES:  # not "May", "Will"
        return not text.is_capitalised(i) or i == text.sentence_of(i).first
    if word in _pasts():
        return not text.is_determined(i)
    if word == "'s":
        return text.word(i - 1) in NOMINATIVES
    return word in _presents() and i > 0 and (text.lower[i - 1] in NOMINATIVES or _ends_name(text, i - 1))


@cache
def _pasts() -> frozenset[str]:
    """The -ed forms and irregular pasts of the listed verbs."""
    listed = {form.strip() for e in entries("verb_forms") for form in e["forms"].split(",")}
    return _forms("ed") | {form for form in listed if not form.endswith("ing")}


@cache
def _presents() -> frozenset[str]:
    """The -s forms of the cues that are no acts: many of those are nouns as often."""
    return _forms("s", but="act")


def _forms(kind: str, *, but: str = "") -> frozenset[str]:
    """The forms of one kind of all cues, except those of one class."""
    return frozenset(
        form
        for e in entries("cues")
        if " " not in e["lemma"] and e["class"] != but
        for form, its_kind in forms_of(e["lemma"], e["forms"]).items()
        if its_kind == kind
    )


def _ends_name(text: Words, i: int) -> bool:
    named = text.mention_at[i]
    return named is not None and named.last == i + 1 and named.type in ("person", "organisation")

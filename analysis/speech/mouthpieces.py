"""Mouthpieces: spokesmen, statements and offices, who speak for a body, and which body that is."""

from analysis.language.referents import Referent
from analysis.lexicons import closed, words
from analysis.speech.words import Words

BODIES = words("organisations")
MOUTHPIECES = closed("speaks for a body")


def is_mouthpiece(word: str) -> bool:
    """Is it somebody or something whose office is to speak for a body?"""
    return word.startswith("spokes") or word in MOUTHPIECES


def body_before(text: Words, first: int) -> Referent | None:
    """The body last named before "a spokesman", in its own sentence or the one before."""
    here = text.sentence_of(first)
    start = text.document.sentences[max(0, text.sentence(first) - 2)].first
    for named in reversed(text.mention_at[start : here.first if first == here.first else first]):
        if named and named.type == "organisation":
            return named.mention.referent
    return None


def body_in(text: Words, first: int, last: int) -> Referent | None:
    """The first body that is named between two tokens."""
    for named in text.mention_at[first:last]:
        if named and named.type == "organisation":
            return named.mention.referent
    return None


def body_by_head(text: Words, first: int, last: int) -> Referent | None:
    """The only body of the article with this head word: "a | council | spokesman"."""
    heads = {text.lower[i] for i in range(first, last)} & BODIES
    bodies = (r for r in text.referents.by_name.values() if r.type == "organisation")
    found = [r for r in bodies if heads & {r.name.lower().split()[-1]}] if heads else []
    return found[0] if len(found) == 1 else None

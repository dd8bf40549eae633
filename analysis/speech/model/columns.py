"""Columns: what each token of an article is, as integers - its word, its form, its marks, what the rules say.

The model reads nothing else. A column is a hash of a short text (crc32, the same on every machine), so that
no dictionary has to be kept; the word's own columns are computed once a word and remembered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from analysis.language.inflection import forms_of
from analysis.lexicons import entries
from analysis.speech.statement import Draft
from analysis.speech.words import Words

Array = np.ndarray
OWN = 5  # columns that a word has by itself, whatever stands around it
MOST_WORDS = 200_000  # remembered at most: some 40 MB, more different words than ten thousand articles have
OFTEN = 3  # mentions in the rules' sources from which one speaker is no longer told from another


class Columns(NamedTuple):
    """The columns of one article, an array a column, as long as its tokens (uint32)."""

    word: Array
    tags: Array
    lexicon: Array
    suffix: Array
    shape: Array
    quote: Array
    mention: Array
    rule: Array


def code(text: str) -> int:
    """The number of a short text."""
    return crc32(text.encode())


QUOTE = {name: code(name) for name in ("out", "in", "open", "close", "scare")}
RULE = {name: code("rule " + name) for name in ("", "C", "S", "T", "T+")}
UNKNOWN = code("")  # the lexicon's column of a word that it does not have


class Vocabulary(dict[str, bytes]):
    """Words and their own columns, as the bytes of five numbers; `tags` says which tags a word can have."""

    def __init__(self, tags: Mapping[str, str]) -> None:
        super().__init__()
        self.tags = tags

    def __missing__(self, word: str) -> bytes:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = word_columns(word, self.tags.get(word.lower(), ""))
        self[word] = own = np.array(found, dtype=np.uint32).tobytes()
        return own


def word_columns(word: str, tags: str) -> tuple[int, int, int, int, int]:
    """The columns of a word by itself: word, tags, lexicon, suffix, shape; `word` keeps its capitals."""
    lower = word.lower()
    shape = _shape(word)
    known = _lexicon().get(lower, "")
    if shape == "0":
        lower = "0"
    return code(lower), code(tags or f"?{lower[-2:]}{shape}"), code(known), code(lower[-3:]), code(shape)


def columns(text: Words, drafts: Sequence[Draft], vocabulary: Vocabulary) -> Columns:
    """The columns of an article; `drafts` are what the rules found in it."""
    packed = b"".join([vocabulary[t.text] for t in text.tokens])
    own = np.ascontiguousarray(np.frombuffer(packed, dtype=np.uint32).reshape(-1, OWN).T)
    return Columns(*own, _quotes(text), _mentions(text, drafts), _rules(text, drafts))


@cache
def classes() -> dict[str, str]:
    """Speech, belief or act, for each form of a listed verb and each listed noun."""
    return {form: known.removeprefix("noun ").split()[0] for form, known in _lexicon().items()}


@cache
def _lexicon() -> dict[str, str]:
    """What the lexicons know of a word: "speech ed that quote", "noun speech"."""
    known: dict[str, str] = {}
    for e in entries("noun_cues"):
        for form in (e["noun"], e["noun"] + "s"):
            known[form] = f"noun {e['class']}"
    for e in entries("cues"):
        how = _complement(set(e["frame"].split(",")))
        for form, kind in forms_of(e["lemma"], e["forms"]).items():
            if " " not in form and not e["particle"]:
                known[form] = f"{e['class']} {kind} {how}" + (" noun" if form in known else "")
            elif " " not in form:
                known.setdefault(form, f"{e['class']} {kind} with {e['particle']}")
    return known


def _complement(frames: set[str]) -> str:
    """How a verb takes what is said: as any tag ("said"), with "that", as an object, or otherwise."""
    if {"that", "quote"} <= frames:
        return "tag"
    return next((frame for frame in ("that", "np") if frame in frames), "other")


def _shape(word: str) -> str:
    if word.isalpha():
        return "x" if word.islower() else "X" if word.isupper() and len(word) > 1 else "Xx"
    if word[0].isdigit():
        return "0"
    return word if not word[0].isalnum() else "x-x"


def _quotes(text: Words) -> Array:
    """Outside, inside or at the edge of a quotation, or inside scare quotes."""
    quote = np.full(len(text.tokens), QUOTE["out"], dtype=np.uint32)
    for q in text.quotes:
        quote[q.first : q.last] = QUOTE["in" if q.speech else "scare"]
        quote[q.first] = QUOTE["open"]
        quote[q.last - 1] = QUOTE["close"]
    return quote


def _mentions(text: Words, drafts: Sequence[Draft]) -> Array:
    """The kind and type of the mention that a token belongs to, and how often the rules let it speak."""
    mention = np.zeros(len(text.tokens), dtype=np.uint32)
    sources = [d.source for d in drafts if d.source]
    mentions = text.mentions
    spoken = Counter(
        mentions[i][1].referent.name for source in sources for i in range(*source) if i in mentions
    )
    for first, (last, (_, _, kind, referent)) in mentions.items():
        begin, inside = _mention(kind, referent.type, min(spoken.get(referent.name, 0), OFTEN))
        if last - first > 1:
            mention[first:last] = inside
        if last > first:
            mention[first] = begin
    return mention


@cache
def _mention(kind: str, type: str, spoken: int) -> tuple[int, int]:
    return code(f"B {kind} {type} {spoken}"), code(f"I {kind} {type} {spoken}")


def _rules(text: Words, drafts: Sequence[Draft]) -> Array:
    """What the rules take a token for: content, a later part of it, source, cue; the last one named wins."""
    rule = np.full(len(text.tokens), RULE[""], dtype=np.uint32)
    for d in drafts:
        for k, (a, b) in enumerate(d.contents):
            rule[a:b] = RULE["T+" if k else "T"]
    for d in drafts:
        if d.source:
            rule[slice(*d.source)] = RULE["S"]
    for d in drafts:
        if d.cue:
            rule[slice(*d.cue)] = RULE["C"]
    return rule

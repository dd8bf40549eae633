"""Columns: what each token of an article is, as integers - its word, its form, its marks, what the rules say.

The model reads nothing else. A column is a hash of a short text (crc32, the same on every machine), so that
no dictionary has to be kept; the word's own columns are computed once a word and remembered.
"""

from functools import cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from analysis.language.inflection import forms_of
from analysis.lexicons import entries
from analysis.speech.statement import Draft
from analysis.speech.words import Words

NAMES = ("word", "tags", "lexicon", "suffix", "shape", "quote", "mention", "rule")
Array = np.ndarray


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


@cache
def _lexicon() -> dict[str, str]:
    """What the lexicons know of a word: "speech ed that quote", "noun speech"."""
    known: dict[str, str] = {}
    for e in entries("noun_cues"):
        for form in (e["noun"], e["noun"] + "s"):
            known[form] = f"noun {e['class']}"
    for e in entries("cues"):
        frames = set(e["frame"].split(","))
        how = (
            "tag"
            if {"that", "quote"} <= frames
            else "that"
            if "that" in frames
            else "np"
            if "np" in frames
            else "other"
        )
        for form, kind in forms_of(e["lemma"], e["forms"]).items():
            if " " not in form and not e["particle"]:
                known[form] = f"{e['class']} {kind} {how}" + (" noun" if form in known else "")
            elif " " not in form:
                known.setdefault(form, f"{e['class']} {kind} with {e['particle']}")
    return known


@cache
def classes() -> dict[str, str]:
    """Speech, belief or act, for each form of a listed verb and each listed noun."""
    first = {form: known.split()[0] for form, known in _lexicon().items()}
    return {
        form: known.split()[1] if first[form] == "noun" else first[form] for form, known in _lexicon().items()
    }


@cache
def word_columns(word: str, tags: str) -> tuple[int, int, int, int, int]:
    """The columns of a word by itself: word, tags, lexicon, suffix, shape; `word` keeps its capitals."""
    lower = word.lower()
    shape = _shape(word)
    known = _lexicon().get(lower, "")
    if shape == "0":
        lower = "0"
    return code(lower), code(tags or f"?{lower[-2:]}{shape}"), code(known), code(lower[-3:]), code(shape)


def _shape(word: str) -> str:
    if word.isalpha():
        return "x" if word.islower() else "X" if word.isupper() and len(word) > 1 else "Xx"
    if word[0].isdigit():
        return "0"
    return word if not word[0].isalnum() else "x-x"


QUOTE = {name: code(name) for name in ("out", "in", "open", "close", "scare")}
RULE = {name: code("rule " + name) for name in ("", "C", "S", "T", "T+")}


def columns(text: Words, drafts: list[Draft], tags: dict[str, str]) -> Columns:
    """The columns of an article: `drafts` are what the rules found, `tags` the tag dictionary."""
    own = np.array(
        [word_columns(t.text, tags.get(t.lower, "")) for t in text.tokens], dtype=np.uint32
    ).reshape(-1, 5)
    n = len(text.tokens)
    quote = np.full(n, QUOTE["out"], dtype=np.uint32)
    for q in text.quotes:
        quote[q.first : q.last] = QUOTE["in" if q.speech else "scare"]
        quote[q.first] = QUOTE["open"]
        quote[q.last - 1] = QUOTE["close"]
    mention = np.zeros(n, dtype=np.uint32)
    spoken: dict[str, int] = {}
    for d in drafts:
        if d.source:
            for i in range(*d.source):
                if i in text.mentions:
                    name = text.mentions[i][1].referent.name
                    spoken[name] = spoken.get(name, 0) + 1
    for first, (last, m) in text.mentions.items():
        if last > first:
            kind = f"{m.kind} {m.referent.type} {min(spoken.get(m.referent.name, 0), 3)}"
            mention[first:last] = code("I " + kind)
            mention[first] = code("B " + kind)
    rule = np.full(n, RULE[""], dtype=np.uint32)
    for d in drafts:
        for k, (a, b) in enumerate(d.contents):
            rule[a:b] = RULE["T+" if k else "T"]
    for d in drafts:
        if d.source:
            rule[slice(*d.source)] = RULE["S"]
    for d in drafts:
        if d.cue:
            rule[slice(*d.cue)] = RULE["C"]
    return Columns(*(np.ascontiguousarray(own[:, k]) for k in range(5)), quote, mention, rule)

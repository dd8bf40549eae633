"""The book of cues: the entries of a lexicon, from each form of each first word to what may follow it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analysis.language.inflection import forms_of
from analysis.lexicons import closed, entries

GAP = "…"
WIDE = "~"
TOGETHER = "jointly"
BE = closed("be")
MODALS = closed("modal")


class Words(tuple[str, ...]):
    """Alternatives for one word of a cue, prepared for the question whether a word is among them."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    is_gap: bool

    def __new__(cls, words: Iterable[str]) -> "Words":
        """Keep the words as they are written, and sorted out into whole ones and stems."""
        made = super().__new__(cls, words)
        made.exact = frozenset(w for w in made if not w.endswith("*"))
        made.stems = tuple(w[:-1] for w in made if w.endswith("*"))
        made.is_gap = made in ((GAP,), (WIDE,))
        return made

    def fits(self, lower: str) -> bool:
        """Is a word among the alternatives?"""
        return lower in self.exact or (bool(self.stems) and lower.startswith(self.stems))


class Cue(NamedTuple):
    """One entry of the lexicon, its first word taken off (the verb's forms are the keys of the index)."""

    rule: str  # the entry as written: the name of the rule in the tables
    rest: tuple[Words, ...]  # each word that follows, with its alternatives; ("…",) for a gap
    tier: str
    act: str
    stage: str
    flags: frozenset[str]
    plover: str


Index = Mapping[str, tuple[tuple[Cue, str], ...]]


def compiled(rows: Iterable[Mapping[str, str]]) -> Index:
    """From each form of each first word to its cues, those with the most words first."""
    irregular = {e["verb"]: e["forms"] for e in entries("verb_forms")}
    index: dict[str, list[tuple[Cue, str]]] = {}
    for entry in rows:
        words = entry["cue"].split()
        rest = tuple(Words(word.split("|")) for word in words[1:])
        flags = frozenset(entry["flags"].split(",")) - {""}
        cue = Cue(entry["cue"], rest, entry["tier"], entry["act"], entry["stage"], flags, entry["plover"])
        if words[0] in MODALS:
            forms = {words[0]: "base"}
        elif entry["tier"] == "noun" or words[0] == "according":
            forms = {words[0]: "noun"}
        elif words[0] == TOGETHER:  # "will jointly host": the adverb stands for the verb that it turns
            for form, kind in forms_of(words[1], irregular.get(words[1], "")).items():
                index.setdefault(TOGETHER, []).append((cue._replace(rest=(Words((form,)),)), kind))
            continue
        elif words[0] == "be":
            forms = dict.fromkeys(BE, "s")
        else:
            forms = forms_of(words[0], irregular.get(words[0], ""))
        for form, kind in forms.items():
            index.setdefault(form, []).append((cue, kind))
    return {
        form: tuple(sorted(found, key=lambda c: (-len(c[0].rest), "first" not in c[0].flags, c[0].rule)))
        for form, found in index.items()
    }

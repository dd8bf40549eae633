"""The dictionary of pairs: the cues that are read between two given parties, and the words that count
anywhere.

Its entries stand in `lexicons/pair_cues.tsv`, before those of `act_cues.tsv`; words with an @ are spelt out
from `lexicons/cue_classes.tsv`.
"""

from collections.abc import Collection, Mapping
from functools import cache

from analysis.cooperation.cue_book import Index, compiled
from analysis.lexicons import entries

LOOSE = "loose"
OF_PAIRS = "first"  # the flag of their cues, which come before those of acts
SHORTEST_STEM = 2


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    """The entries of `pair_cues.tsv`, classes spelt out, in the form of those of `act_cues.tsv`."""
    classes = {e["class"]: "|".join(e["words"].split()) for e in entries("cue_classes")}

    def spelt(cue: str) -> str:
        return " ".join("|".join(classes.get(part, part) for part in word.split("|")) for word in cue.split())

    return tuple(
        {
            "cue": spelt(e["cue"]),
            "tier": e["tier"],
            "act": "",
            "stage": "",
            "flags": f"{OF_PAIRS}" if " " in e["cue"] else f"{OF_PAIRS},noun",
            "plover": e["plover"],
        }
        for e in entries("pair_cues")
        if e["tier"] != LOOSE
    )


@cache
def cues() -> Index:
    """The cues of pairs, and behind them those of acts that are not written twice."""
    known = {e["cue"] for e in _rows()}
    return compiled([*_rows(), *(e for e in entries("act_cues") if e["cue"] not in known)])


def cues_without(rules: Collection[str]) -> Index:
    """The same without some cues of pairs: what the dictionary would be if nobody had thought of them."""
    less = {
        form: tuple(c for c in candidates if not (c[0].rule in rules and OF_PAIRS in c[0].flags))
        for form, candidates in cues().items()
        if any(c[0].rule in rules for c in candidates)
    }
    return {**cues(), **less}


@cache
def _loose() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Words and stems (without their star) that speak for a root wherever they stand."""
    rows = [(e["cue"], e["plover"]) for e in entries("pair_cues") if e["tier"] == LOOSE]
    return (
        {cue: root for cue, root in rows if not cue.endswith("*")},
        {cue[:-1]: root for cue, root in rows if cue.endswith("*")},
    )


@cache
def root_of_word(word: str) -> str:
    """The root for which a word speaks wherever it stands, or nothing."""
    words, stems = _loose()
    if word in words:
        return words[word]
    return next((stems[word[:n]] for n in range(len(word), SHORTEST_STEM, -1) if word[:n] in stems), "")

"""The dictionary of pairs: the cues that are read between two given parties, and the words that count
anywhere.

Its entries stand in `lexicons/pair_cues.tsv`, before those of `act_cues.tsv`; words with an @ are spelt out
from `lexicons/cue_classes.tsv`.
"""

from collections.abc import Collection, Mapping
from functools import cache

from analysis.cooperation.cue_book import Index, compiled
from analysis.cooperation.taxonomy import SHIPPED, load
from analysis.lexicons import entries

LOOSE = "loose"
OF_PAIRS = "first"  # the flag of their cues, which come before those of acts
SHORTEST_STEM = 2
FOLDED = ("AGREE", "REQUEST", "SUPPORT")  # roots into which PLOVER folds a stage, or two of our acts
WORDS_FIRST = ("call for", "agree to", "accept")  # in an article the word given is the act
JOINT = ("CONSULT", "COOPERATE")  # roots whose partner acts, too


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


def compounds() -> tuple[Mapping[str, str], ...]:
    """Those verbs with their objects that tell the same act in an article as between two given parties.

    Which act a root stands for is said by the taxonomy. Agreement, requests and support are left out: there
    the root folds in what an article's acts keep apart, as stages.
    """
    acts = {root: act.id for act in load(SHIPPED).acts.values() for root in act.plover}
    known = {e["cue"] for e in entries("act_cues")}
    return tuple(
        {**row, "act": acts[row["plover"]], "flags": "joint" if row["plover"] in JOINT else ""}
        for row in _rows()
        if row["tier"] == "compound" and row["plover"] not in FOLDED and row["cue"] not in known
        if not row["cue"].startswith(WORDS_FIRST)
    )


@cache
def cues() -> Index:
    """The cues of pairs, and behind them those of acts that are not written twice."""
    known = {e["cue"] for e in _rows()}
    return compiled([*_rows(), *(e for e in entries("act_cues") if e["cue"] not in known)])


@cache
def cues_of_acts() -> Index:
    """The cues of `act_cues.tsv` alone: a second opinion, by a dictionary that was not made on pairs."""
    return compiled(entries("act_cues"))


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

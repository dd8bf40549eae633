"""Features of a marked sentence for the learned layer: the votes of the dictionaries, and words by region.

The rules' verdict, each cue's root with its place and its auxiliaries (from both dictionaries, that of acts
and that of pairs), and the plain words before, between and after the two parties. A feature is a name; what
kind it is says how much it weighs against the others.
"""

from collections.abc import Sequence
from functools import cache

from analysis.cooperation.cues import Hit, find
from analysis.cooperation.pair_cues import cues_of_acts, root_of_word
from analysis.cooperation.pairs import (
    FUTURE,
    QUADS,
    Pair,
    Verdict,
    plover_of,
    tells,
)
from analysis.cooperation.stages import TO_PLANNED, TO_STALLED, Chain, chain
from analysis.cooperation.taxonomy import Taxonomy

# How much a kind of feature weighs; chosen by cross-validation on the training corpus, in steps of halves.
VERDICT, PLACED, CUE, LOOSE, WORD, NEAR, PARTY = 2.0, 1.5, 0.7, 0.7, 0.4, 0.5, 0.3
IN_ORDER = 3  # the first cues behind the first party are told apart
AFTER = 6  # words behind the first party with a feature of their own
PAIRED = 8  # words behind the first party that make pairs of words
ENDINGS = ("'s", "ing", "ed", "es", "s")
SHORTEST = 4  # letters that must stay when an ending is cut off


def features(pair: Pair, verdict: Verdict, taxonomy: Taxonomy) -> dict[str, float]:
    """The features of a sentence with their values; the same name twice counts once, with its larger
    value.
    """
    found: dict[str, float] = {"bias": 1.0}
    places = sorted(pair.parties)
    second = next((i for i in places if i >= pair.anchor), len(pair.tokens))
    found["order " + "".join(pair.parties[i] for i in places[:2])] = 1.0
    root = verdict.root
    found[f"verdict {root}"] = VERDICT
    found[f"verdict {QUADS[root]}"] = 1.0
    found[f"verdict {root} {verdict.hit.cue.tier if verdict.hit else '-'}"] = 1.0
    found[f"rule {verdict.rule}"] = 1.0
    _cues(found, "p", pair.hits, pair, second, taxonomy)
    plain = find(pair.tokens, 0, len(pair.tokens), pair.parties, index=cues_of_acts(), after_names=True)
    _cues(found, "a", plain, pair, second, taxonomy)
    for word in pair.words():
        if loose := root_of_word(word):
            found[f"loose {loose}"] = LOOSE
    _words(found, pair, second)
    return found


def _cues(
    found: dict[str, float], book: str, hits: Sequence[Hit], pair: Pair, second: int, taxonomy: Taxonomy
) -> None:
    telling = [hit for hit in hits if tells(hit)]
    after: list[str] = []
    for n, hit in enumerate(telling):
        root = plover_of(hit, taxonomy)
        turned = _auxiliaries(chain(pair.tokens, hit, 0, telling[n - 1] if n else None))
        _more(found, f"{book} {_region(hit.first, pair, second)} {root}", 1.0)
        _more(found, f"{book} {root} {turned}", 1.0)
        _more(found, f"{book} cue {hit.cue.rule.split()[0]} {'n' if hit.form == 'noun' else 'v'}", CUE)
        if hit.first >= pair.anchor:
            after.append(root)
            if len(after) <= IN_ORDER:
                _more(found, f"{book} {len(after)} {root}", PLACED)
                _more(found, f"{book} {len(after)} {root} {turned}", 1.0)
    if len(after) > 1:
        found[f"{book} both {after[0]} {after[1]}"] = 1.0


def _auxiliaries(aux: Chain) -> str:
    negated = "n" if aux.negated or aux.before_to in TO_STALLED else ""
    future = "f" if aux.modal.removesuffix("n't") in FUTURE or aux.before_to in TO_PLANNED else ""
    return negated + future + ("i" if aux.infinitive else "") + ("p" if aux.passive else "")


def _region(i: int, pair: Pair, second: int) -> str:
    return "L" if i < pair.anchor - 1 else "M" if i < second else "R"


def _words(found: dict[str, float], pair: Pair, second: int) -> None:
    shown = [
        f"@{pair.parties[i]}" if i in pair.parties else stem(token.lower)
        for i, token in enumerate(pair.tokens)
    ]
    for i, word in enumerate(shown):
        if i in pair.parties:
            found[f"head {pair.parties[i]} {pair.tokens[i].lower}"] = PARTY
            continue
        found[f"word {word}"] = WORD
        found[f"{_region(i, pair, second)} {word}"] = WORD
        behind = i - pair.anchor
        if 0 <= behind < AFTER:
            found[f"after {behind if behind < IN_ORDER else '+'} {word}"] = NEAR
    for i in range(pair.anchor, min(pair.anchor + PAIRED, len(shown) - 1)):
        found[f"two {shown[i]} {shown[i + 1]}"] = NEAR
    for who, inside in pair.inside.items():
        for word in inside:
            found[f"in {who} {stem(word)}"] = PARTY


def _more(found: dict[str, float], name: str, value: float) -> None:
    if found.get(name, 0.0) < value:
        found[name] = value


@cache
def stem(word: str) -> str:
    """A word without its ending, crudely.

    >>> stem("visits"), stem("visited"), stem("is")
    ('visit', 'visit', 'is')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word

"""The benchmark `newsmtsc`: how far the tone towards a target agrees with what people read in a sentence.

Made for NewsMTSC (Hamborg and Donnay, EACL 2021): sentences of American political news with the persons they
speak of. Each target is neg, neu or pos. VADER and the like know no target, so they score the sentence.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from analysis.article import Article
from analysis.evaluation.baselines import BANDS, baselines, per_second
from analysis.evaluation.polnear import destination
from analysis.evaluation.rated import SEEN, Target, digest, read_targets
from analysis.evaluation.tone_measures import Figure, accuracy, macro_f1, sign
from analysis.evaluation.tone_result import Method, ToneResult
from analysis.language import Document, parse
from analysis.language.coreference import refer
from analysis.sentiment import NEUTRAL_BAND
from analysis.sentiment.model.features import target_features
from analysis.sentiment.model.opinion import SURE, Opinion, judged
from analysis.sentiment.model.weights import TARGETS, load
from analysis.sentiment.sentence import tone_of_sentence
from analysis.sentiment.targets import Span, towards
from analysis.sentiment.tone import Hit, layered
from analysis.speech import attribute

GOLD = "Gold: neg, neu or pos, as people read the sentence. Intervals: 95 %, by sentence."
VADER_BAND = 0.05  # of scores, -1 to 1 (Hutto and Gilbert 2014)


class Scene(NamedTuple):
    """One sentence taken apart once for all its targets."""

    document: Document
    hits: list[tuple[Hit, ...]]
    statements: Sequence


class Case(NamedTuple):
    """One target in its scene: which sentence it stands in, and which words are its own."""

    target: Target
    scene: Scene
    number: int
    own: tuple[Span, ...]


def cases(rows: Sequence[Target]) -> list[Case]:
    """The targets of a file, each sentence taken apart once."""
    scenes: dict[str, Scene] = {}
    for row in rows:
        if row.sentence not in scenes:
            scenes[row.sentence] = scene_of(row.text)
    return [_case(row, scenes[row.sentence]) for row in rows]


def scene_of(text: str) -> Scene:
    """Take a sentence apart, with the words that somebody says in it."""
    document = parse(Article(id="", text=text, sha256="", body=(0, len(text))))
    return Scene(
        document,
        [hits for _, hits in layered(document)],
        attribute(document, refer(document), engine="rules"),
    )


def _case(row: Target, scene: Scene) -> Case:
    ends = [s.end for s in scene.document.sentences]
    number = next((k for k, end in enumerate(ends) if row.start < end), max(len(ends) - 1, 0))
    own = tuple(
        span
        for s in scene.statements
        if s.source and s.source[0] < row.end and row.start < s.source[1]
        for span in s.spans
    )
    return Case(row, scene, number, own)


def tone_of_case(case: Case) -> float:
    """The rules' tone towards a target, 0 where there is no evidence."""
    document = case.scene.document
    if not document.sentences:
        return 0.0
    found = towards(
        document,
        document.sentences[case.number],
        case.scene.hits[case.number],
        [(case.target.start, case.target.end)],
        own=case.own,
    )
    return found.tone or 0.0


def features_of(case: Case) -> dict[str, float]:
    """What the learnt model sees of a target."""
    document = case.scene.document
    if not document.sentences:
        return {}
    return target_features(
        document,
        document.sentences[case.number],
        case.scene.hits[case.number],
        (case.target.start, case.target.end),
        case.own,
    )


def opinion_of(case: Case) -> Opinion:
    """The learnt model's opinion of how a target is spoken of."""
    return judged(features_of(case), load(TARGETS))


def evaluate_newsmtsc(
    file: str | Path,
    *,
    predictions: str | Path | None = None,
    timed: bool = True,
    learnt: Callable[[Sequence[Target]], Sequence[Opinion]] | None = None,
) -> ToneResult:
    """Read the targets of a file with every method and hold them against what people read.

    With `predictions` a JSON object a line goes there, in the order of the file: id, what the rules and the
    learnt model say, and its probability. `learnt` gives other opinions than the model's, as folds do. Raises
    CommuniqueError where the file is not as it should be.
    """
    rows = read_targets(file)
    with destination(predictions) as lines:
        found = cases(rows)
        rules = [tone_of_case(case) for case in found]
        opinions = learnt(rows) if learnt else [opinion_of(case) for case in found]
        if lines:
            for row, tone, other in zip(rows, rules, opinions, strict=True):
                line = {
                    "id": row.id,
                    "rules": sign(tone, NEUTRAL_BAND),
                    "learned": other.polarity,
                    "p": other.p,
                }
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
    seen = "" if learnt or digest(r.id for r in rows) != load(TARGETS).learnt_from else SEEN
    polarities = [one.polarity for one in opinions]
    methods = [
        Method("rules, towards the target", _figures(rows, rules, NEUTRAL_BAND)),
        Method("learned" + (", by folds" if learnt else ""), _classes(rows, polarities), note=seen),
        _sure(rows, opinions, seen),
        Method("rules, the sentence", _figures(rows, [_sentence(case) for case in found], NEUTRAL_BAND)),
    ]
    texts = list(dict.fromkeys(row.text for row in rows))
    for name, scorer in baselines().items():
        scores = {text: scorer(text) for text in texts}
        figures = _figures(rows, [scores[row.text] for row in rows], BANDS[name])
        methods.append(Method(name, figures, per_second(scorer, texts) if timed else None))
    if timed:
        methods[0] = replace(methods[0], speed=per_second(_whole, texts))
        methods[3] = replace(methods[3], speed=per_second(tone_of_sentence, texts))
    counts = Counter(row.polarity for row in rows)
    return ToneResult("NewsMTSC", GOLD, "target", len(rows), dict(sorted(counts.items())), methods)


def _whole(text: str) -> Scene:
    """What the tone towards targets costs: names, statements and hits of a sentence."""
    return scene_of(text)


def _sentence(case: Case) -> float:
    return tone_of_sentence(case.target.text).tone


def _figures(rows: Sequence[Target], scores: Sequence[float], band: float) -> dict[str, Figure]:
    """Accuracy and macro-F1 at VADER's thresholds, and macro-F1 at the method's own neutral band."""
    own = _classes(rows, [sign(score, band) for score in scores])["macro-F1"]
    return _classes(rows, [sign(score, VADER_BAND) for score in scores]) | {"macro-F1, own band": own}


def _classes(rows: Sequence[Target], found: Sequence[str]) -> dict[str, Figure]:
    wanted, sentences = [row.polarity for row in rows], [row.sentence for row in rows]
    return {
        "accuracy": accuracy(found, wanted, sentences),
        "macro-F1": macro_f1(found, wanted, sentences),
    }


def _sure(rows: Sequence[Target], opinions: Sequence[Opinion], seen: str) -> Method:
    """The opinions that are sure enough to be used, by themselves."""
    kept = [(row, one.polarity) for row, one in zip(rows, opinions, strict=True) if one.counts]
    if not kept:
        return Method(f"learned, p >= {SURE}", {}, note="no opinion is so sure")
    note = f"{len(kept) / len(rows):.0%} of the targets" + (f"; {seen}" if seen else "")
    figures = _classes([row for row, _ in kept], [polarity for _, polarity in kept])
    return Method(f"learned, p >= {SURE}", figures, note=note)

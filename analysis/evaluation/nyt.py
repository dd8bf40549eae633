"""The benchmark `nyt`: how far the tone of a sentence agrees with the ratings of its readers.

Made for the NYT editorial snippets of cjhutto/vaderSentiment (Hutto and Gilbert 2014), one half of the
articles of which serves development. Gold is a class where the mean rating is beyond 0.2 of zero, which is
VADER's cut of 0.05 brought to the scale of the ratings.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.evaluation.baselines import BANDS, baselines, per_second
from analysis.evaluation.polnear import destination
from analysis.evaluation.rated import SEEN, Rated, digest, read_ratings
from analysis.evaluation.tone_measures import Figure, accuracy, correlation, macro_f1, sign
from analysis.evaluation.tone_result import Method, ToneResult
from analysis.sentiment import NEUTRAL_BAND
from analysis.sentiment.model.opinion import rating_of
from analysis.sentiment.model.weights import RATINGS, load
from analysis.sentiment.sentence import tone_of_sentence

CUT = 0.2  # of the ratings, -4 to 4
VADER_BAND = 0.05  # of scores, -1 to 1 (Hutto and Gilbert 2014)
GOLD = "Gold: the readers' mean rating, neutral within 0.2 of zero. Intervals: 95 %, by article."


def evaluate_nyt(
    file: str | Path,
    *,
    predictions: str | Path | None = None,
    timed: bool = True,
    learnt: Callable[[Sequence[Rated]], Sequence[float]] | None = None,
) -> ToneResult:
    """Score the sentences of a file with every method and hold them against the ratings.

    With `predictions` a JSON object a line goes there, in the order of the file: id, and the scores of the
    rules and of the learnt model, -1 to 1. `learnt` gives other ratings than the model's, as folds do. Raises
    CommuniqueError where the file is not as it should be.
    """
    rows = read_ratings(file)
    texts = [row.text for row in rows]
    with destination(predictions) as lines:
        rules = [tone_of_sentence(text).tone for text in texts]
        ratings = learnt(rows) if learnt else [rating_of(text) for text in texts]
        if lines:
            for row, rule, other in zip(rows, rules, ratings, strict=True):
                lines.write(json.dumps({"id": row.id, "rules": rule, "learned": other}) + "\n")
    seen = "" if learnt or digest(row.id for row in rows) != load(RATINGS).learnt_from else SEEN
    speed = {"rules": tone_of_sentence, "learned": rating_of, **baselines()} if timed else {}
    speeds = {name: per_second(scorer, texts) for name, scorer in speed.items()}
    methods = [
        Method("rules", _figures(rows, rules, NEUTRAL_BAND), speeds.get("rules")),
        Method(
            "learned" + (", by folds" if learnt else ""),
            _figures(rows, ratings, NEUTRAL_BAND),
            speeds.get("learned"),
            seen,
        ),
    ]
    for name, scorer in baselines().items():
        scores = [scorer(text) for text in texts]
        methods.append(Method(name, _figures(rows, scores, BANDS[name]), speeds.get(name)))
    classes = Counter(sign(row.rating, CUT) for row in rows)
    return ToneResult("NYT editorials", GOLD, "sentence", len(rows), dict(sorted(classes.items())), methods)


def _figures(rows: Sequence[Rated], scores: Sequence[float], band: float) -> dict[str, Figure]:
    """r, and accuracy and macro-F1 at VADER's thresholds and at the method's own neutral band."""
    articles = [row.article for row in rows]
    wanted = [sign(row.rating, CUT) for row in rows]
    found = [sign(score, VADER_BAND) for score in scores]
    own = [sign(score, band) for score in scores]
    return {
        "r": correlation(scores, [row.rating for row in rows], articles),
        "accuracy": accuracy(found, wanted, articles),
        "macro-F1": macro_f1(found, wanted, articles),
        "macro-F1, own band": macro_f1(own, wanted, articles),
    }

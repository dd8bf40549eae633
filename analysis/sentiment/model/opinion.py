"""The learnt second opinion at work: how a sentence speaks of a target, and how a reader would rate it.

It stands beside the rules and never in their place: off in the default figures, named where it is shown, and
to be used where its probability is at least `SURE`.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from analysis.language.document import Document, Sentence
from analysis.sentiment.model.features import masked, sentence_features, target_features
from analysis.sentiment.model.weights import RATINGS, TARGETS, Stored, load
from analysis.sentiment.sentence import tokens_of, tone_of_tokens
from analysis.sentiment.targets import Span
from analysis.sentiment.tone import Hit

SURE = 0.7  # on held-out NewsMTSC sentences .82 of the opinions from here on are right, of all .70
STEEPEST = 4.0  # readers' ratings run from -4 to 4


class Opinion(NamedTuple):
    """What the model takes a sentence to say of a target: neg, neu or pos, and how sure it is (0 to 1)."""

    polarity: str
    p: float

    @property
    def counts(self) -> bool:
        """Is it sure enough to be used?"""
        return self.p >= SURE


def opinion(
    document: Document, sentence: Sentence, hits: Sequence[Hit], target: Span, own: Sequence[Span] = ()
) -> Opinion:
    """The model's opinion of how a sentence speaks of a target, `own` being the target's own words."""
    return judged(target_features(document, sentence, hits, target, own), load(TARGETS))


def judged(features: Mapping[str, float], table: Stored) -> Opinion:
    """The likeliest polarity by a table of weights."""
    neg, pos = (summed(features, table, k) for k in (0, 1))
    scores = {"neg": neg, "neu": -neg - pos, "pos": pos}
    most = max(scores.values())
    odds = {name: exp(score - most) for name, score in scores.items()}
    polarity = max(odds, key=odds.__getitem__)
    return Opinion(polarity, round(odds[polarity] / sum(odds.values()), 4))


def rating_of(text: str) -> float:
    """What readers would give a sentence, -1 to 1, as the model has learnt it."""
    tokens = tokens_of(text)
    return rated(sentence_features(masked(tokens), tone_of_tokens(tokens, len(text)).hits), load(RATINGS))


def rated(features: Mapping[str, float], table: Stored) -> float:
    """The rating by a table of weights, brought from the readers' scale to -1 to 1."""
    return round(max(-1.0, min(1.0, summed(features, table, 0) / STEEPEST)), 4) + 0.0


def summed(features: Mapping[str, float], table: Stored, k: int) -> float:
    """The weighted sum of the features for output k, with its intercept."""
    weights = table.weights
    return table.intercepts[k] + sum(
        value * weights[name][k] for name, value in features.items() if name in weights
    )

"""Sentiment: the tone of the wording, sentence by sentence, with the words and rules behind every figure.

Tone is not stance, and not whether an event is good for anybody: it is how kind the words are.
"""

from analysis.sentiment.aggregate import Mean, mean_of, own_tones, rolling, voices
from analysis.sentiment.tone import NEUTRAL_BAND, Hit, SentenceTone, score

__all__ = [
    "NEUTRAL_BAND",
    "Hit",
    "Mean",
    "SentenceTone",
    "mean_of",
    "own_tones",
    "rolling",
    "score",
    "voices",
]

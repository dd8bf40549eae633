"""The numbers of a reading as sentences: computed, never typed. One function a question, a `Prose` as the
answer.
"""

from analysis.prose.method import caveats, headline, method
from analysis.prose.record import Prose
from analysis.prose.share import forms, relays, share, where
from analysis.prose.themes import index_in_words, proposals, stages, themes, who_with_what, with_whom
from analysis.prose.tone import (
    baseline,
    by_voices,
    extremes,
    speakers_tone,
    targets_tone,
    tone,
    word_shift,
)

__all__ = [
    "Prose",
    "baseline",
    "by_voices",
    "caveats",
    "extremes",
    "forms",
    "headline",
    "index_in_words",
    "method",
    "proposals",
    "relays",
    "share",
    "speakers_tone",
    "stages",
    "targets_tone",
    "themes",
    "tone",
    "where",
    "who_with_what",
    "with_whom",
    "word_shift",
]

"""Eleven figures, one function each: a reading in, a finished `Figure` out, with alt text and table."""

from analysis.figures.figure import Figure
from analysis.figures.network import actors_network, proposals_by_side
from analysis.figures.share import share_by_speaker, who_speaks_where
from analysis.figures.themes import speaker_theme_tone, themes_by_stage
from analysis.figures.tone import tone_arc, tone_by_speaker
from analysis.figures.wording import tone_beside_vader, tone_by_target, word_shift

__all__ = [
    "Figure",
    "actors_network",
    "proposals_by_side",
    "share_by_speaker",
    "speaker_theme_tone",
    "themes_by_stage",
    "tone_arc",
    "tone_beside_vader",
    "tone_by_speaker",
    "tone_by_target",
    "who_speaks_where",
    "word_shift",
]

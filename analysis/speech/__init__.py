"""Speech: who says what, directly or through whom - cues, contents, sources, statements, speakers, share."""

from analysis.speech.attribution import attribute
from analysis.speech.speakers import Speaker, speakers
from analysis.speech.statement import Statement

__all__ = ["Speaker", "Statement", "attribute", "speakers"]

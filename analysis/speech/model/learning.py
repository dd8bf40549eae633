"""Learning: two models a stage, trained differently on the same lessons, and their weights added up.

One is a conditional random field, the other a large-margin model; where they err differently the sum is
better than either. The settings were chosen on a fifth of the training articles, held out from the rest.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from analysis.speech.model.crf import FORBIDDEN, Model
from analysis.speech.model.fitting import train
from analysis.speech.model.lessons import Lesson
from analysis.speech.model.tagging import CUE_LABELS, LINK_LABELS
from analysis.speech.model.weights import BITS


class Setting(NamedTuple):
    """How one stage is trained: epochs and decay of the field, epochs of the margin, its part in the sum."""

    field_epochs: int
    field_decay: float
    margin_epochs: int
    margin_part: float


CUE_SETTING = Setting(field_epochs=6, field_decay=5.0, margin_epochs=8, margin_part=0.6)
LINK_SETTING = Setting(field_epochs=8, field_decay=1.0, margin_epochs=8, margin_part=0.4)
FIELD_RATE, MARGIN_RATE = 0.1, 0.05


def learn(cue: Lesson, link: Lesson, *, tell: Callable[[str], None] = lambda _: None) -> tuple[Model, Model]:
    """Train both stages on their lessons, in some five minutes for 20,000 attributions.

    The same lessons make the same weights.
    """
    return (
        _stage("cues", cue, CUE_LABELS, CUE_SETTING, tell),
        _stage("links", link, LINK_LABELS, LINK_SETTING, tell),
    )


def _stage(
    name: str, lesson: Lesson, labels: tuple[str, ...], setting: Setting, tell: Callable[[str], None]
) -> Model:
    shared = {"bits": BITS, "forbidden": forbidden(labels)}
    data = (lesson.rows, lesson.labels, lesson.lengths, len(labels))

    def said(way: str) -> Callable[[int, int, float], None]:
        return lambda epoch, epochs, loss: tell(f"{name}, {way}: epoch {epoch} of {epochs}, loss {loss:.4f}")

    field = train(
        *data,
        epochs=setting.field_epochs,
        rate=FIELD_RATE,
        decay=setting.field_decay,
        least=3,
        tell=said("field"),
        **shared,
    )
    margin = train(
        *data,
        epochs=setting.margin_epochs,
        rate=MARGIN_RATE,
        decay=0.0,
        least=2,
        hinge=True,
        tell=said("margin"),
        **shared,
    )
    part = setting.margin_part
    return Model(
        field.table + np.float32(part) * margin.table,
        np.maximum(field.moves + part * margin.moves, FORBIDDEN),
        np.maximum(field.starts + part * margin.starts, FORBIDDEN),
    )


def forbidden(labels: tuple[str, ...]) -> list[tuple[int, int]]:
    """The moves that make no sense: an inside label that does not go on with its own role (-1: the start)."""
    bad = []
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            allowed = {labels.index("B-" + label[2:]), to}
            bad += [(-1, to), *((a, to) for a in range(len(labels)) if a not in allowed)]
    return bad

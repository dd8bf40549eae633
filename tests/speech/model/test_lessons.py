"""Lessons: what is asked of the models is something that they can answer."""

from itertools import pairwise

import numpy as np

from analysis.speech.model.learning import forbidden
from analysis.speech.model.lessons import Marked, cue_of, lessons
from analysis.speech.model.tagging import CUE_LABELS, LINK_LABELS
from tests.speech.made import marked

TEXT = "Ana Brito | said | : “Trams matter. They run at night.” | Nobody | left."


def moves(labels, lengths):
    """Every move of the sequences, -1 being the start."""
    ends = np.cumsum(lengths)
    for end, n in zip(ends, lengths, strict=True):
        one = [-1, *labels[end - n : end].tolist()]
        yield from pairwise(one)


def made(*roles):
    text, (cue, content, end, rest) = marked(TEXT)
    one = Marked(tuple(range(cue)), tuple(range(cue, content)), tuple(range(content, end)))
    return text, lessons([(text, [one, *(r(text, end, rest) for r in roles)])], {})


def test_a_content_of_two_sentences_begins_again_in_the_second():
    text, (cue, _) = made()
    first = text.document.sentences[1].first
    assert CUE_LABELS[cue.labels[first]] == "B-content"


def test_no_lesson_asks_for_a_forbidden_move():
    def through(text, end, rest):  # a source in the midst of the content of the other
        return Marked((end - 4,), (rest,), tuple(range(rest + 1, len(text.tokens))))

    _, (cue, link) = made(through)
    for lesson, labels in ((cue, CUE_LABELS), (link, LINK_LABELS)):
        assert not set(moves(lesson.labels, lesson.lengths)) & set(forbidden(labels))


def test_of_a_long_cue_the_first_stretch_is_taken():
    assert cue_of(Marked((), (4, 5, 20), (6,))) == (4, 6)
    assert cue_of(Marked((), (4, 5, 7), (8,))) == (4, 8)

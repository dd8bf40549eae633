"""The baseline: nltk's own class, fed with the lexicon of this project."""

import subprocess
import sys

import pytest

from analysis.paths import PROJECT
from analysis.sentiment.vader import analyser, compound


def test_it_is_nltks_class_with_the_whole_lexicon():
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    assert isinstance(analyser(), SentimentIntensityAnalyzer)
    assert analyser() is analyser()
    assert len(analyser().lexicon) == 7506


# Sentences and scores of nltk's documentation of its VADER module (sentiment.doctest).
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("VADER is smart, handsome, and funny.", 0.8316),
        ("VADER is smart, handsome, and funny!", 0.8439),
        ("VADER is VERY SMART, handsome, and FUNNY.", 0.9227),
        ("The book was good.", 0.4404),
        ("The book was kind of good.", 0.3832),
        ("A really bad, horrible book.", -0.8211),
        ("At least it isn't a horrible book.", 0.431),
        ("", 0.0),
    ],
)
def test_scores_are_nltks(text, wanted):
    assert compound(text) == wanted


def test_nltk_is_not_imported_before_the_first_score():
    code = "import sys, analysis.sentiment; sys.exit('nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False).returncode == 0

"""The seed article through all rooms: what a reader found in it before any rule was written."""

import pytest

from analysis import analyse, read
from analysis.paths import SEEDS
from tests.cooperation.test_seed import EXPECTED

COUNTED = ("object", "aim")
KNOWN_WRONG = [  # what plain word lists find and a reader does not
    (5, "health"),
    (7, "health"),
    (11, "environment"),
    (14, "environment"),
    (21, "economy"),
]


@pytest.fixture(scope="module")
def acts():
    reading = analyse(read(SEEDS / "000_41bef5cbfffa6439.txt"))
    return reading.record()["acts"], reading.acts


def test_every_expected_act_with_its_themes(acts):
    rows, frame = acts
    numbered = zip(frame["sentence"], rows, strict=True)
    found = {(n, a["act"]): a for n, a in numbered}
    assert sorted(found) == sorted((e[0], e[1]) for e in EXPECTED) and len(found) == len(rows)
    for sentence, act, stage, themes, proposer in EXPECTED:
        row = found[sentence, act]
        counted = {t["theme"] for t in row["themes"] if t["role"] in COUNTED}
        assert (row["stage"], row["proposer"]) == (stage, proposer)
        assert counted - {"partnership"} == themes - {"partnership"} and themes <= counted


@pytest.mark.parametrize(("sentence", "theme"), KNOWN_WRONG)
def test_known_wrong_themes_are_not_counted(acts, sentence, theme):
    _, frame = acts
    counted = {
        t["theme"]
        for a in frame.itertuples()
        if a.sentence == sentence
        for t in a.themes
        if t["role"] in COUNTED
    }
    assert theme not in counted

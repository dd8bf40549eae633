"""The numbers that figures, prose and tables share: here, that they add up when a source has no name."""

import pytest

from analysis import analyse, figures, measures, prose
from analysis.measures import NARRATOR, UNNAMED

TEXT = (
    "Ana Prado said that the two cities would share a ferry. "
    "She has been in office since May. "
    "It was said that the delay was a painful failure for both."
)


@pytest.fixture(scope="module")
def reading():
    """An article with one named speaker, and a statement whose speaker is taken away."""
    from dataclasses import replace

    made = analyse(TEXT)
    last = {**made.found.statements[0], "id": 99, "sentence": 3, "speaker": None, "speaker_type": "implicit"}
    start = TEXT.index("the delay")
    last |= {
        "spans": [[start, len(TEXT) - 1]],
        "words": 8,
        "text": TEXT[start:-1],
        "via": None,
        "joint": None,
    }
    kept = [s for s in made.found.statements if s["sentence"] == 1]
    named = [
        s | {"share": s["words"] / (s["words"] + 8)} for s in made.found.speakers if s["name"] == "Ana Prado"
    ]
    return replace(made, found=made.found._replace(statements=[*kept, last], speakers=named))


def test_an_unnamed_source_has_a_row_of_its_own_and_shares_add_up(reading):
    found = measures.speakers(reading)
    assert [s.name for s in found] == ["Ana Prado", UNNAMED]
    assert sum(s.share for s in found) == pytest.approx(1)
    assert sum(s.words for s in found) == measures.words_spoken(reading)
    assert measures.words_spoken(reading) + measures.words_told(reading) == reading.article.n_words


def test_nobody_else_gets_the_words_of_an_unnamed_source(reading):
    lanes = measures.lanes(reading)
    assert list(lanes) == ["Ana Prado", UNNAMED, NARRATOR]
    assert [p.last - p.first for p in lanes[UNNAMED]] == [8]
    ((_, own),) = [(s, tones) for s, tones in measures.tones(reading) if s.name == UNNAMED]
    (statement,) = [s for s in reading.found.statements if s["speaker"] is None]
    assert own == tuple(one["tone"] for one in statement["tones"]) and len(own) == 1


def test_figures_prose_and_the_article_show_it(reading):
    assert UNNAMED in figures.share_by_speaker(reading).alt
    assert UNNAMED in repr(prose.share(reading))
    assert f"<bdi>{UNNAMED}</bdi>" in reading._repr_html_()

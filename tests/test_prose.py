"""The computed prose: right numbers, right grammar, no markup from the article."""

import pytest

from analysis import prose
from analysis.prose import Prose
from tests.figures.made import ALONE, EMPTY, NASTY, SILENT, VISIT, crowd, reading

FUNCTIONS = [getattr(prose, name) for name in prose.__all__ if name != "Prose"]


def said(*pairs):
    """A reading in which each speaker says so many words, one sentence each."""
    sentences = [(f"{i} noted {'so ' * n}.", 0.0, 0.0) for i, (_, n) in enumerate(pairs)]
    return reading(
        sentences,
        [{"of": i + 1, "text": ("so " * n).strip(), "speaker": who} for i, (who, n) in enumerate(pairs)],
    )


@pytest.mark.parametrize("tell", FUNCTIONS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("case", [VISIT, SILENT, EMPTY, ALONE, crowd(list(NASTY)), crowd(each=3)])
def test_every_function_tells_every_reading(tell, case):
    told = tell(case)
    assert isinstance(told, Prose) and told.paragraphs
    for text in (*told.paragraphs, *told.points):
        assert text == text.strip() and text[-1] in ".:”…"
        assert "  " not in text and "None" not in text and " nan" not in text
    assert "<script" not in told._repr_html_()
    assert tell(case) == told


SHARES = [
    ([("Ada Oyelaran", 6), ("Li Wei", 3), ("Porto", 1)],
     "Ada Oyelaran is given 6 words, 60% of all that is spoken, before Li Wei with 3 (30%) and Porto with "
     "1 (10%)."),
    ([("Ada Oyelaran", 5)], ("One speaker is heard, Ada Oyelaran, with 5 words; there is no other voice "
                             "beside it.")),
    ([("Li Wei", 4), ("Ada", 4)], "Ada and Li Wei get equally many words, 4 words each (50%)."),
    ([("Li Wei", 4), ("Ada", 4), ("Porto", 2)],
     "Ada and Li Wei get equally many words, 4 words each (40%); Porto gets 20%."),
    ([("Li Wei", 1)], "One speaker is heard, Li Wei, with 1 word; there is no other voice beside it."),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "opening"), SHARES)
def test_share_says_who_gets_what(pairs, opening):
    assert repr(prose.share(said(*pairs))).startswith(opening)


def test_nobody_speaks():
    assert repr(prose.share(SILENT)).startswith("Nobody speaks in this article")
    assert "Nobody is quoted or reported in this article of 11 words" in repr(prose.headline(SILENT))
    assert repr(prose.speakers_tone(SILENT)) == "Nobody speaks, so there is no speaker’s tone to compare."


def test_the_headline_has_speakers_tone_and_acts():
    text = repr(prose.headline(VISIT))
    assert "Tomás Adeyemi has 44%, Mara Lindqvist 43% and Harbour City Hall 13%" in text
    assert "slightly warm (mean +0.09 over 10 sentences" in text
    assert (
        "six acts of cooperation and one act of conflict (one agreed or planned, two proposed or considered)"
        in text
    )


def test_forms_and_channels():
    assert "23 words (43%) are quoted word for word and 5 words (9%) are quoted in part" in repr(
        prose.forms(VISIT)
    )
    assert "passed on by Harbour City Hall" in repr(prose.relays(VISIT))
    assert "Not one of the 3 words spoken is quoted" in repr(prose.forms(ALONE))


def test_the_ends_are_quoted_with_their_words_and_own_marks_become_single():
    text = repr(prose.extremes(VISIT))
    assert "The warmest is sentence 3, at +0.45: “‘We hope" in text
    assert "The coolest is sentence 5, at −0.42" in text


def test_the_baseline_counts_agreement():
    assert "in 7 of 10 sentences" in repr(prose.baseline(VISIT))
    opposed = reading([("Up it goes.", 0.5, -0.5), ("Down.", 0.0, 0.0)])
    assert "opposite directions in one sentence, most of all in sentence 1" in repr(prose.baseline(opposed))


def test_themes_and_stages_are_counted_from_the_acts():
    assert repr(prose.themes(VISIT)).startswith("Seven areas of cooperation come up, in 9 mentions.")
    assert "2 past, 1 ongoing, 1 agreed, 2 proposed and 1 stalled" in repr(prose.stages(VISIT))
    assert len(prose.proposals(VISIT).points) == 2


def test_caveats_are_those_of_this_article():
    points = prose.caveats(VISIT).points
    assert any("less than 50% sure (sentence 7)" in p for p in points)
    assert any(p.startswith("One statement was found and not counted") for p in points)
    assert prose.caveats(SILENT).points == (
        "The article is short: 11 words. One sentence more would move every share.",
    )


def test_the_method_says_that_its_error_is_not_measured_yet():
    assert "F1 of" in repr(prose.method(VISIT))


def test_html_is_escaped_and_dollars_are_no_formula():
    told = Prose(("<script>x</script> & $5 and $7",), ("<b>",))
    html = told._repr_html_()
    assert "<script" not in html and "<b>" not in html and "$" not in html
    assert "&lt;script&gt;" in html

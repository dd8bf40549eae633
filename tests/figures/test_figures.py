"""The eleven figures on readings made by hand: what they say, and that nothing breaks or changes them."""

import re
import warnings
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest

from analysis import figures
from analysis.errors import ParameterError
from analysis.measures import words_in_all
from tests.figures.made import ALONE, EMPTY, NASTY, SILENT, VISIT, crowd, reading

ALL = [getattr(figures, name) for name in figures.__all__ if name != "Figure"]
READINGS = {
    "visit": VISIT, "silent": SILENT, "empty": EMPTY, "alone": ALONE,
    "nasty": crowd(list(NASTY)), "crowd": crowd(each=4),
}  # fmt: skip


def words(svg: str) -> str:
    return " | ".join("".join(e.itertext()) for e in ET.fromstring(svg).iter() if e.tag.endswith("text"))


def test_there_are_eleven():
    assert len(ALL) == 11


@pytest.mark.parametrize("draw", ALL, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", READINGS)
def test_every_figure_is_drawn_of_everything_without_a_warning(draw, name, capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = draw(READINGS[name])
    assert ET.fromstring(figure.svg).tag.endswith("svg")
    assert figure.name == draw.__name__
    assert figure.alt.endswith(".") and figure.caption.endswith(".")
    assert "nan" not in figure.alt.lower().split() and "None" not in figure.alt
    assert "0x" not in repr(figure)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("draw", ALL, ids=lambda f: f.__name__)
def test_a_second_drawing_gives_the_same_bytes(draw, tmp_path):
    for visit, name in ((VISIT, "visit"), (READINGS["nasty"], "nasty")):
        first, second = draw(visit), draw(visit)
        assert first.svg == second.svg
        assert first._repr_html_() == second._repr_html_()
        one, two = first.save(tmp_path / name / "1"), second.save(tmp_path / name / "2")
        assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
        assert one[0].read_text("utf-8") == first.svg
        assert b"Software" not in one[1].read_bytes()[:400]


@pytest.mark.parametrize("draw", ALL, ids=lambda f: f.__name__)
def test_settings_outside_are_left_alone_and_do_not_matter(draw):
    import matplotlib

    plain = draw(VISIT).svg
    with matplotlib.rc_context({"font.size": 30, "svg.hashsalt": "other", "svg.fonttype": "path"}):
        before = dict(matplotlib.rcParams)
        assert draw(VISIT).svg == plain
        assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize("draw", ALL, ids=lambda f: f.__name__)
def test_figures_are_small(draw):
    assert len(draw(VISIT).svg) < 20_000
    assert len(draw(READINGS["crowd"])._repr_html_()) < 80_000


@pytest.mark.parametrize("draw", ALL, ids=lambda f: f.__name__)
def test_names_are_escaped_and_no_formula_is_made_of_them(draw):
    figure = draw(crowd(list(NASTY[:5])))
    html = figure._repr_html_()
    assert "<script" not in html.lower() and "<script" not in figure.svg.lower()
    shown = words(figure.svg) + figure.alt
    if draw.__name__ == "word_shift":  # it names the longest speaker only
        assert any(" ".join(name.split()) in shown for name in NASTY[:5])
    elif draw.__name__ not in ("tone_arc", "themes_by_stage", "tone_beside_vader"):  # they name nobody
        ahead = draw.__name__ == "proposals_by_side"  # the first two acts are done or under way
        for name in NASTY[2 * ahead : 5]:
            assert " ".join(name.split()) in shown
        assert unescape(re.search(r'alt="([^"]*)"', html)[1]) == figure.alt
    assert re.search(r"https?://(?!www\.w3\.org)", html) is None


def test_a_very_long_name_is_cut_in_the_picture_and_whole_in_the_alt_text():
    long = NASTY[6]
    figure = figures.share_by_speaker(crowd([long, "Ada"]))
    assert long in figure.alt
    assert "…" in words(figure.svg)


def test_share_alt_text_comes_from_the_numbers():
    alt = figures.share_by_speaker(VISIT).alt
    assert "Tomás Adeyemi 24 words, 44% (8 direct, 11 indirect and 5 mixed)" in alt
    assert "Mara Lindqvist 23 words, 43% (15 direct and 8 indirect)" in alt
    assert f"54 words of the article’s {words_in_all(VISIT)}" in alt
    assert alt.endswith(f"the other {words_in_all(VISIT) - 54}.")


def test_nobody_speaks_is_said_in_words():
    assert "Nobody speaks in this article" in words(figures.share_by_speaker(SILENT).svg)
    assert "all of its 11 words" in figures.share_by_speaker(SILENT).alt
    assert "The narrator speaks alone" in words(figures.who_speaks_where(SILENT).svg)
    assert "No area of cooperation is named" in words(figures.themes_by_stage(SILENT).svg)
    assert figures.speaker_theme_tone(SILENT).alt.startswith("An empty figure")
    assert figures.tone_arc(EMPTY).alt.startswith("An empty figure")


def test_one_speaker_is_named_in_the_headline():
    assert "Only one speaker is heard: Ada Okonkwo" in words(figures.share_by_speaker(ALONE).svg)


def test_the_many_are_folded_and_their_words_are_not_lost():
    reading = crowd()
    figure = figures.share_by_speaker(reading, most=8)
    assert figure.table["speaker"].tolist()[8] == "4 others"
    assert len(figure.table) == 10
    assert sum(figure.table["words"]) == words_in_all(reading)
    assert "4 others" in words(figure.svg)
    assert "others" not in words(figures.share_by_speaker(crowd([f"P{i}" for i in range(9)]), most=8).svg)


def test_lanes_show_position_form_and_channel():
    figure = figures.who_speaks_where(VISIT)
    rows = figure.table.to_dict("records")
    first = next(r for r in rows if r["who"] == "Mara Lindqvist")
    text = VISIT.article.text.split()[first["from word"] - 1 : first["to word"]]
    assert " ".join(text).rstrip(".") == "trams and cleaner air matter to both cities"
    assert (first["form"], first["passed on by"]) == ("indirect", "Harbour City Hall")
    assert "passed on by Harbour City Hall" in words(figure.svg)
    covered = sorted((r["from word"], r["to word"]) for r in rows)
    assert covered[0][0] == 1 and covered[-1][1] == words_in_all(VISIT)
    assert all(b[0] == a[1] + 1 for a, b in pairwise(covered))


def test_tone_arc_names_both_ends_and_the_mean():
    alt = figures.tone_arc(VISIT).alt
    assert (
        "mean +0.09" in alt
        and "warmest is sentence 3 at +0.45" in alt
        and "coolest sentence 5 at −0.42" in alt
    )
    assert "7 warm, 2 cool, 1 neutral" in alt


def test_the_rolling_mean_is_that_of_the_window():
    table = figures.tone_arc(VISIT, window=3).table
    tones = VISIT.sentences["tone"].tolist()
    assert table["rolling mean"][4] == pytest.approx(sum(tones[3:6]) / 3)
    assert table["rolling mean"][0] == pytest.approx(sum(tones[:2]) / 2)
    assert figures.tone_arc(VISIT, window=1).table["rolling mean"].tolist() == pytest.approx(tones)


@pytest.mark.parametrize("window", [0, 26, "5", 2.5, True])
def test_a_window_out_of_range_is_refused_in_a_sentence(window):
    with pytest.raises(ParameterError, match="whole number of sentences from 1 to 25"):
        figures.tone_arc(VISIT, window=window)


def test_tone_by_speaker_has_number_and_spread():
    figure = figures.tone_by_speaker(VISIT)
    assert "Tomás Adeyemi +0.02 over 3 sentences, spread 0.29, from −0.30 to +0.25" in figure.alt
    assert "Harbour City Hall 0.00 over 1 sentence" in figure.alt
    assert "± 0.29" in words(figure.svg) and "one sentence" in words(figure.svg)


def test_themes_by_stage_counts_object_and_aim_and_keeps_the_umbrella_apart():
    figure = figures.themes_by_stage(VISIT)
    assert "9 mentions of areas" in figure.alt
    assert "urban life 2 mentions, 22% (1 ongoing and 1 stalled)" in figure.alt
    assert figure.table["share"].tolist()[-1] == "not an area"
    assert "an act of conflict" in words(figure.svg)
    without = replace(VISIT, acts=VISIT.acts[VISIT.acts["side"] == "cooperation"])
    assert "an act of conflict" not in words(figures.themes_by_stage(without).svg)


def test_the_matrix_counts_acts_and_averages_their_sentences():
    table = figures.speaker_theme_tone(VISIT).table
    cell = table[(table["who"] == "Tomás Adeyemi") & (table["theme"] == "urban life")]
    assert cell["acts"].tolist() == [1] and cell["mean tone"].tolist() == pytest.approx([-0.42])
    assert "Tomás Adeyemi: urban life 1 at −0.42" in figures.speaker_theme_tone(VISIT).alt


def test_nothing_heavy_is_imported_with_the_package():
    import subprocess
    import sys

    code = "import analysis.figures, sys; print([m for m in ('matplotlib', 'IPython') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_network_joins_those_who_act_together_or_towards_one_another():
    acts = [
        {"of": 1, "act": "FORMALISE", "stage": "past", "actors": ["Oslo", "Porto"]},
        {"of": 2, "act": "CRITICISE", "stage": None, "side": "conflict", "actors": ["Faro"],
         "recipients": ["Oslo"]},
    ]  # fmt: skip
    made = reading([("Oslo and Porto signed.", 0.1, 0.0), ("Faro blamed Oslo.", -0.3, 0.0)], acts=acts)
    figure = figures.actors_network(made)
    assert "Faro and Oslo 1 (1 of conflict)" in figure.alt
    assert "Oslo and Porto 1" in figure.alt and "Faro and Porto" not in figure.alt
    assert "acts of conflict" in words(figure.svg)


def test_what_each_side_puts_forward_is_what_is_still_to_come():
    acts = [
        {"of": 1, "act": "PROPOSE", "stage": "proposed", "proposer": "Oslo", "themes": {"culture": "object"}},
        {"of": 1, "act": "CONSULT", "stage": "past", "proposer": "Porto"},
        {"of": 2, "act": "DEMAND", "stage": "proposed", "side": "conflict", "proposer": "Faro"},
    ]
    made = reading([("Oslo proposed a fair.", 0.1, 0.0), ("Faro demanded a seat.", -0.3, 0.0)], acts=acts)
    figure = figures.proposals_by_side(made)
    assert "propose: culture" in words(figure.svg) and "Porto" not in figure.alt
    assert list(figure.table["proposer"]) == ["Oslo", "Faro"]

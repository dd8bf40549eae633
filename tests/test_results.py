"""What a notebook writes, and that it writes nothing unasked."""

import csv
import json

import pytest

from analysis import figures, prose, results, tables
from analysis.errors import ParameterError
from analysis.options import check
from analysis.schema import TABLES
from tests.figures.made import EMPTY, NASTY, SILENT, VISIT, crowd

NAMES = ["sentences", "statements", "speakers", "acts", "themes"]


def test_nothing_is_written_without_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = results.write(
        VISIT, figures=[figures.tone_arc(VISIT)], tables=NAMES, briefing=[prose.share(VISIT)]
    )
    assert told.files == () and "Nothing was written" in repr(told)
    assert list(tmp_path.iterdir()) == []


def test_figures_tables_and_text_go_to_their_places(tmp_path):
    told = results.write(
        VISIT,
        figures=[figures.tone_arc(VISIT)],
        tables=["acts"],
        briefing=[prose.share(VISIT)],
        out=tmp_path / "a b",
    )
    assert told.files == ("figures/tone_arc.svg", "figures/tone_arc.png", "tables/acts.csv", "briefing.txt")
    assert str(tmp_path) not in repr(told)
    assert sorted(p.name for p in (tmp_path / "a b").rglob("*") if p.is_file()) == [
        "acts.csv", "briefing.txt", "tone_arc.png", "tone_arc.svg",
    ]  # fmt: skip
    assert repr(prose.share(VISIT)) in (tmp_path / "a b" / "briefing.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reading", [VISIT, SILENT, EMPTY, crowd(list(NASTY))])
def test_tables_have_the_columns_of_the_schema_and_read_back(name, reading):
    text = results.as_csv(name, getattr(reading, name))
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    assert text.splitlines()[0].split(",") == [c.name for c in TABLES[name]]
    assert len(rows) == len(getattr(reading, name))
    assert "\r" not in text and "nan" not in text
    for row in rows:
        for column in TABLES[name]:
            if column.dtype == "object" and row[column.name]:
                json.loads(row[column.name])


def test_numbers_are_rounded_once_and_formulas_are_defused():
    speakers = results.as_csv("speakers", VISIT.speakers)
    assert "0.425926" in speakers and "0.4259259" not in speakers
    evil = crowd(["=HYPERLINK(1)"])
    assert "'=HYPERLINK(1)" in results.as_csv("speakers", evil.speakers)


def test_an_unknown_table_is_refused():
    with pytest.raises(
        ParameterError, match="There is no table 'voices'; the tables are sentences, statements"
    ):
        results.write(VISIT, tables=["voices"])


BAD = [
    ({"article": ""}, "article is ''; it must be the path"),
    ({"article": 7}, "article is 7"),
    ({"article": "a.txt", "out": None}, "out is None; it must be the path of a folder"),
    ({"article": "a.txt", "window": 0}, "window is 0; it must be a whole number of sentences from 1 to 25"),
    ({"article": "a.txt", "window": True}, "window is True"),
    ({"article": "a.txt", "most": 21}, "most is 21; it must be a whole number of speakers from 1 to 20"),
    ({"article": "a.txt", "most": "8"}, "most is '8'"),
]


@pytest.mark.parametrize(("given", "sentence"), BAD)
def test_options_are_refused_in_a_sentence(given, sentence):
    with pytest.raises(ParameterError) as refused:
        check(**given)
    assert str(refused.value).startswith(sentence) and str(refused.value).endswith(".")


def test_out_may_not_be_a_file(tmp_path):
    (tmp_path / "x").write_text("")
    with pytest.raises(ParameterError, match="which is a file"):
        check(article="a.txt", out=str(tmp_path / "x"))
    check(article="a.txt", out=str(tmp_path / "new"))


@pytest.mark.parametrize(
    "table",
    [
        tables.ledger,
        tables.speaker_table,
        tables.statement_table,
        tables.set_aside,
        tables.theme_table,
        tables.tone_table,
    ],
)
@pytest.mark.parametrize("reading", [VISIT, SILENT, EMPTY, crowd(list(NASTY))])
def test_tables_for_people_are_escaped_and_hide_offsets(table, reading):
    shown = table(reading)
    html = shown._repr_html_()
    assert "<script" not in html and html == table(reading)._repr_html_()
    assert not {"start", "end", "spans", "cue"} & set(shown.frame.columns)
    assert "nan" not in html.lower().split(">") and ">None<" not in html
    assert repr(shown)


def test_an_empty_table_says_so():
    assert tables.ledger(SILENT)._repr_html_() == "<p>No act of cooperation or conflict was found.</p>"
    assert repr(tables.speaker_table(SILENT)) == "Nobody speaks in this article."


def test_the_ledger_names_people_themes_and_stage():
    ledger = tables.ledger(VISIT).frame.to_dict("records")
    assert (ledger[1]["sentence"], ledger[1]["act"], ledger[1]["who"]) == (2, "support", "Mara Lindqvist")
    assert ledger[1]["about"] == ["urban life", "environment (aim)"]
    assert ledger[4]["act"] == "reduce (conflict)"
    assert ledger[-1]["who"] == "Mara Lindqvist, Tomás Adeyemi towards Rio Claro"

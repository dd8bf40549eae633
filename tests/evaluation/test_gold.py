"""The gold set: its loader, its measures on a case worked out by hand, and the hygiene of our own files."""

import json
from collections import Counter
from dataclasses import dataclass

import pytest

from analysis.errors import CommuniqueError
from analysis.evaluation.gold import evaluate_gold
from analysis.evaluation.goldfile import FOLDER, read_gold
from analysis.evaluation.goldset import HALVES, plain_name
from analysis.evaluation.measures import Counts

TEXT = """The ferry will sail in May, Ana Silva said. Bo Chen said that fares would fall by half.

"We are glad," Silva told reporters.

Porto promised to pay.
"""
GOLD = """half: tune
about: a ferry
# a remark
speaker: Ana Silva | person | Mayor | -
speaker: Bo Chen | person | - | Oslo
speaker: the two mayors | group | - | - | members: Ana Silva; Bo Chen
speaker: Porto | organisation | - | Porto | also: city of Porto; City Hall

1 | indirect | Ana Silva
  cue: said #1
  source: Ana Silva
  says: The ferry will sail in May

1 | indirect | Bo Chen | via Porto
  cue: said #2
  source: Bo Chen
  says: that fares [...] by half

2 | direct | Ana Silva
  cue: told
  says: "We are glad,"

3 | indirect act | Porto
  says: to pay
"""


@dataclass(frozen=True)
class Reading:
    rows: list
    speakers: list

    def record(self):
        return {"statements": self.rows, "speakers": self.speakers}


def row(text, content, speaker, *, kind="indirect", cls="speech", polarity="affirmed", via=None, joint=None):
    start = text.index(content)
    return {
        "spans": [[start, start + len(content)]],
        "kind": kind,
        "class": cls,
        "polarity": polarity,
        "speaker": speaker,
        "via": via,
        "joint": joint,
    }


def engine(article):
    return Reading(
        [
            row(article.text, "The ferry will sail in May", "Ana Silva"),
            row(article.text, "that fares would fall by half", "Ana Silva", via="City Hall"),
            row(article.text, "reporters", None, kind="direct"),
            row(article.text, "to pay", "the City of Porto", cls="belief"),
        ],
        [
            {"name": "Ana Silva", "role": "mayor", "side": None},
            {"name": "Bo Chen", "role": "envoy", "side": "Porto"},
        ],
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ferry.gold").write_text(GOLD, encoding="utf-8")
    return tmp_path


def test_the_loader_finds_every_place(folder):
    (gold,) = read_gold(folder)
    text = gold.article.text
    first, second, third, fourth = gold.statements
    assert text[slice(*first.cue)] == "said" and first.cue[0] == text.index("said")
    assert (
        second.cue[0] == text.rindex("said") and gold.shown(second.spans) == "that fares would fall by half"
    )
    assert (second.via, second.speaker_type, second.joint) == ("Porto", "person", None)
    assert (third.kind, gold.shown(third.spans), third.source) == ("direct", '"We are glad,"', None)
    assert (fourth.cls, fourth.polarity, fourth.counts, first.counts) == ("act", "affirmed", False, True)
    assert gold.speakers[0].role == "Mayor" and gold.speakers[0].side is None
    assert gold.speakers[2].members == ("Ana Silva", "Bo Chen")


def test_the_measures_worked_out_by_hand(folder):
    result = evaluate_gold(folder, engine=engine, draws=20)
    figures = result.halves["tune"]
    assert list(result.halves) == ["tune"]
    assert figures.pair == {"speech": Counts(1, 3, 3), "all": Counts(2, 4, 4)}
    assert figures.content == {"speech": Counts(2, 3, 3), "all": Counts(3, 4, 4)}
    # marked: Silva 9 and Chen 6 words of 15; found: Silva 12, nobody 1 of 13
    assert (
        figures.share_mean == figures.share_median == pytest.approx((12 / 13 - 9 / 15 + 6 / 15 + 1 / 13) / 2)
    )
    assert (figures.top, figures.coverage) == (1.0, pytest.approx(13 / 15))
    assert (figures.right("kind"), figures.right("class")) == (1.0, pytest.approx(2 / 3))
    assert figures.confusion["class"] == {("speech", "speech"): 2, ("act", "belief"): 1}
    assert figures.via == Counts(1, 1, 1)
    assert figures.persons == {"role": Counts(1, 2, 1), "side": Counts(0, 1, 1)}
    assert figures.intervals["share"] == (
        figures.share_mean,
        figures.share_mean,
    )  # one article, again and again


def test_errors_say_what_was_expected_and_what_came(folder):
    result = evaluate_gold(folder, engine=engine, draws=0)
    told = [(e.what, e.line > 0, e.expected.split(" | ")[0], e.got.split(" | ")[0]) for e in result.errors()]
    assert told == [
        ("speaker", True, "Bo Chen", "Ana Silva"),
        ("missed", True, "Ana Silva", "-"),
        ("spurious", False, "-", "<nobody>"),
        ("class", True, "Porto", "Porto"),
    ]
    assert result.errors("kept") == ()


def test_members_make_the_group_and_names_outside_stay_outside(folder):
    def groups(article):
        content = "The ferry will sail in May"
        return Reading([row(article.text, content, "both", joint=["Bo Chen", "Ana Silva"])], [])

    (error, *_) = evaluate_gold(folder, engine=groups, draws=0).errors()
    assert error.got.startswith("the two mayors | ")

    def stranger(article):
        return Reading([row(article.text, "The ferry will sail in May", "Ana")], [])

    result = evaluate_gold(folder, engine=stranger, draws=0)
    assert result.errors()[0].got.startswith("Ana (not in gold) | ")
    assert result.halves["tune"].share_mean == 1.0 and result.halves["tune"].top == 0.0


def test_who_finds_nothing_is_not_rewarded(folder):
    figures = evaluate_gold(folder, engine=lambda article: Reading([], []), draws=0).halves["tune"]
    assert (figures.share_mean, figures.top, figures.coverage) == (1.0, 0.0, 0.0)
    assert figures.pair["speech"].f1 == 0.0 and figures.right("kind") is None


def test_the_result_reads_as_a_table_and_as_json_twice_the_same(folder):
    one, two = (evaluate_gold(folder, engine=engine, draws=10) for _ in range(2))
    assert str(one) == str(two) and "share distance" in str(one) and "tune half" in str(one)
    record = json.dumps(one.record())
    assert record == json.dumps(two.record())
    assert json.loads(record)["halves"]["tune"]["pair"]["all"]["f1"] == 0.5


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("half: tune", "half: both", r"^ferry\.gold, line \d+: half is 'both', not tune or kept\.$"),
        ("half: tune", "halves: tune", r"line 1: 'halves: tune' is neither"),
        ("said #1", "said", r"line 10: 'said' stands 2 times in that paragraph: add #1 to #2\.$"),
        ("said #1", "said #3", r"line 10: 'said' does not stand in that paragraph 3 times\.$"),
        ("cue: told", "cue: tol", r"line 20: 'tol' does not stand in that paragraph\.$"),
        (
            "that fares [...] by half",
            "that fares [...] in May",
            r"'in May' stands 0 times behind 'that fares'",
        ),
        ("3 | indirect act", "4 | indirect act", r"line 23: the text has 3 paragraphs, not 4\.$"),
        ("3 | indirect act", "3 | indirect deed", r"'indirect deed' is not a kind"),
        ("act | Porto", "act | Lagos", r"line 23: 'Lagos' is not among the speakers of this article\.$"),
        ("Bo Chen | via", "Bo Chen | by", r"'by Porto' is not 'via' and a speaker\.$"),
        ("Bo Chen | person", "Bo Chen | human", r"line 5: 'human' is not a type of speaker"),
        ("also: city", "or: city", r"is neither also: nor members:"),
        ("also: city of Porto", "also: ana silva", r"line 7: 'ana silva' stands for two speakers\.$"),
        ("Bo Chen | person | - | Oslo", "Bo Chen | person", r"is not name \| type \| role \| side"),
        ("  says: to pay", "  words: to pay", r"line 24: 'words: to pay' is not one cue"),
        ("  says: to pay\n", "", r"line 23: what is said is missing"),
    ],
)
def test_a_broken_annotation_is_told_in_one_sentence(folder, old, new, said):
    assert GOLD.count(old) == 1
    (folder / "ferry.gold").write_text(GOLD.replace(old, new), encoding="utf-8")
    with pytest.raises(CommuniqueError, match=said) as caught:
        read_gold(folder)
    assert "\n" not in str(caught.value)


def test_a_folder_without_annotation_and_an_annotation_without_text(folder, tmp_path):
    (folder / "ferry.txt").unlink()
    with pytest.raises(CommuniqueError, match=r"ferry\.gold has no text 'ferry\.txt' beside it\.$"):
        read_gold(folder)
    with pytest.raises(CommuniqueError, match="no annotated article"):
        read_gold(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "plain"),
    [("The  Mayors’ Office", "mayors' office"), ("the", "the"), ("Anita", "anita"), ("A “Q” B", '"q" b')],
)
def test_names_are_compared_plainly(name, plain):
    assert plain_name(name) == plain


OURS = read_gold()


def test_our_set_is_large_enough_and_enough_of_it_is_kept():
    halves = Counter(gold.half for gold in OURS)
    assert min(halves.values()) >= 12 and set(halves) == set(HALVES)
    statements = {half: sum(len(g.statements) for g in OURS if g.half == half) for half in HALVES}
    assert min(statements.values()) > 0.6 * max(statements.values())
    texts = {path.stem for path in FOLDER.glob("*.txt")}
    assert texts == {gold.article.id for gold in OURS}


@pytest.mark.parametrize("gold", OURS, ids=lambda gold: gold.article.id)
def test_every_annotation_fits_its_text(gold):
    text = gold.article.text
    number = int(gold.article.id[-2:])
    kept = number > 40 or (number < 27 and number % 2)
    assert gold.half == HALVES[int(kept)] and gold.about
    assert 180 <= gold.article.n_words <= 450 and len(gold.statements) >= 10
    taken: list[int] = []
    for one in gold.statements:
        parts = [one.cue, one.source, *one.spans]
        assert all(0 <= a < b <= len(text) and text[a:b] == text[a:b].strip() for a, b in filter(None, parts))
        assert one.cue is None or not any(a < one.cue[1] and one.cue[0] < b for a, b in one.spans)
        assert one.source or one.speaker is None or one.cue is None
        said = [text[a:b] for a, b in one.spans]
        if one.kind == "direct" and text[slice(*(one.cue or (0, 0)))] != ":":
            assert all(part[0] in "\"'“‘" for part in said)
        if one.kind == "indirect":
            assert not any(part[0] in "\"'“‘" for part in said)
        if one.counts:
            taken += [i for a, b in one.spans for i in range(a, b)]
    assert len(taken) == len(set(taken)), "two counted statements share words"
    speaking = {s.speaker for s in gold.statements} | {s.via for s in gold.statements}
    assert {s.name for s in gold.speakers} <= speaking

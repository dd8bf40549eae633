"""The gold set's acts: the loader, the scores on an article worked out by hand, two passes."""

from dataclasses import dataclass

import pytest

from analysis.__main__ import main
from analysis.errors import CommuniqueError
from analysis.evaluation.acts import evaluate_acts
from analysis.evaluation.actset import read_acts
from analysis.evaluation.goldfile import FOLDER, read_gold

TEXT = """Ana Silva proposed a ferry. Porto thanked Oslo.

The two mayors agreed to exchange teachers.
"""
GOLD = """half: tune
about: a ferry
speaker: Ana Silva | person | Mayor | -
speaker: Bo Chen | person | - | Oslo
speaker: the two mayors | group | - | - | members: Ana Silva; Bo Chen
speaker: Porto | organisation | - | Porto | also: city of Porto

1 | indirect act | Ana Silva
  says: a ferry
"""
ACTS = """# a remark
act: PROPOSE | past
at: 1 | proposed
actors: Ana Silva
recipients: -
proposer: Ana Silva
themes: urban object; economy obstacle

act: SUPPORT | past
at: 1 | thanked
actors: city of Porto
recipients: Oslo
proposer: -
themes: partnership object

act: AGREE | agreed
at: 2 | agreed
actors: Ana Silva; Bo Chen
recipients: -
proposer: -
themes: education object
"""


@dataclass(frozen=True)
class Reading:
    acts: list

    def record(self):
        ends = [TEXT.index("ferry.") + 6, TEXT.index("Oslo.") + 5, len(TEXT) - 1]
        starts = [0, TEXT.index("Porto"), TEXT.index("The two")]
        sentences = [{"start": a, "end": b} for a, b in zip(starts, ends, strict=True)]
        return {"acts": self.acts, "sentences": sentences}


def found(act, stage, cue, *, themes=(), actors=(), proposer=None):
    at = TEXT.index(cue)
    return {
        "act": act,
        "stage": stage,
        "cue": [at, at + len(cue)],
        "themes": [{"theme": t, "role": r} for t, r in themes],
        "actors": list(actors),
        "proposer": proposer,
    }


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "article_01.txt").write_text(TEXT, "utf-8")
    (tmp_path / "article_01.gold").write_text(GOLD, "utf-8")
    (tmp_path / "article_01.acts").write_text(ACTS, "utf-8")
    return tmp_path


def test_the_loader_reads_acts_in_the_order_of_the_text(folder):
    acts = read_acts(folder / "article_01.acts", TEXT)
    assert [(a.act, a.stage, a.marked) for a in acts] == [
        ("PROPOSE", "proposed", "past"),
        ("SUPPORT", None, "past"),
        ("AGREE", "agreed", "agreed"),
    ]
    assert TEXT[slice(*acts[1].at)] == "thanked"
    assert acts[0].areas == {"urban"}
    assert acts[1].proposer == ()


def test_figures_by_hand(folder):
    rows = [
        found("PROPOSE", "proposed", "proposed", themes=[("urban", "aim"), ("health", "obstacle")],
              actors=["Ana Silva"], proposer="Ana Silva"),
        found("SUPPORT", "tentative", "thanked", themes=[("economy", "object")], actors=["Porto"]),
        found("AGREE", "agreed", "agreed", themes=[("education", "object")], actors=["the two mayors"]),
        found("NONE", "planned", "exchange"),
    ]  # fmt: skip
    result = evaluate_acts(folder, engine=lambda _: Reading(rows), name="made", draws=10)
    half = result.halves["tune"]
    assert (half["theme"].right, half["theme"].predicted, half["theme"].gold) == (2, 3, 3)
    assert (half["area"].right, half["area"].predicted, half["area"].gold) == (2, 3, 2)
    assert (half["act"].right, half["act and stage"].right, half["act"].gold) == (3, 2, 3)
    assert (half["proposer"].right, half["proposer"].gold) == (1, 1)
    assert (half["actors"].right, half["actors"].predicted, half["actors"].gold) == (4, 4, 4)
    assert len(result.errors()) == 1 and "SUPPORT stage" in result.errors()[0]
    assert result.agreement == {}
    assert "made" in str(result)


def test_agreement_of_two_passes(folder):
    for name, text in (("a", ACTS), ("b", ACTS.replace("education object", "youth object"))):
        (folder / "passes" / name).mkdir(parents=True)
        (folder / "passes" / name / "article_01.acts").write_text(text, "utf-8")
    fields = evaluate_acts(folder, engine=lambda _: Reading([]), draws=0).agreement["tune"]
    assert fields["act"] == 1.0 and fields["acts found by both, F1"] == 1.0
    assert 0 < fields["theme (each area, yes or no)"] < 1


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("act: AGREE | agreed", "act: AGREE | soon", "line 16: 'AGREE | soon' is not an act and a stage"),
        ("at: 2 | agreed", "at: 9 | agreed", "line 17: the text has 2 paragraphs, not 9"),
        ("at: 2 | agreed", "at: 2 | signed", "line 17: 'signed' does not stand 1 times in paragraph 2"),
        ("at: 2 | agreed", "at: 2 | agreed #2", "does not stand 2 times"),
        ("education object", "education maybe", "line 21: 'education maybe' is not an area"),
        ("themes: education object\n", "", "the block ends before themes"),
        ("proposer: Ana Silva", "proposed: Ana Silva", "line 6: 'proposed: Ana Silva' is not proposer"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(old, new, sentence, folder):
    (folder / "article_01.acts").write_text(ACTS.replace(old, new), "utf-8")
    with pytest.raises(CommuniqueError) as told:
        read_acts(folder / "article_01.acts", TEXT)
    assert sentence in str(told.value)


def test_our_own_files_are_whole():
    marked = [gold for gold in read_gold() if (FOLDER / f"{gold.article.id}.acts").is_file()]
    assert len(marked) == 26  # the others were written later, for who says what
    for gold in marked:
        for path in (FOLDER, FOLDER / "passes" / "a", FOLDER / "passes" / "b"):
            assert read_acts(path / f"{gold.article.id}.acts", gold.article.text), path


def test_a_folder_without_acts_is_refused(folder, capsys):
    (folder / "article_01.acts").unlink()
    assert main(["evaluate", "gold", str(folder), "--acts"]) == 2
    assert "no article with its acts" in capsys.readouterr().err

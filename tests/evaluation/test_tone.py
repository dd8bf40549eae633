"""The tone benchmarks: how files are read, how figures are counted, what is written and what is refused."""

import gzip
import json

import numpy as np
import pytest

from analysis.__main__ import main
from analysis.errors import CommuniqueError
from analysis.evaluation.newsmtsc import evaluate_newsmtsc
from analysis.evaluation.nyt import evaluate_nyt
from analysis.evaluation.rated import digest, read_ratings, read_targets
from analysis.evaluation.register import FILES, evaluate_register, read_register
from analysis.evaluation.tone_measures import accuracy, correlation, macro_f1, sign
from analysis.evaluation.tone_training import folds_of, opinions_by_folds, ratings_by_folds, train_sentiment

RATINGS = [
    ("1_1", 2.5, "The clinic is a brilliant success."),
    ("1_2", -2.0, "It was a shameful and stupid decision."),
    ("2_1", 0.0, "The train leaves at noon."),
    ("2_2", 1.0, "The neighbours are friendly."),
    ("3_1", -3.0, "The raid was a barbaric crime."),
    ("3_2", 0.1, "The committee has nine members."),
]
SENTENCES = [
    ("Critics praised Ortega as a brilliant host.", [("Ortega", 6.0)]),
    ("Haddad was convicted of fraud, and Prado praised the court.", [("Haddad", 2.0), ("Prado", 4.0)]),
    ("Reed will travel on Monday.", [("Reed", 4.0)]),
]


@pytest.fixture
def nyt(tmp_path):
    file = tmp_path / "rated.tsv"
    file.write_text("".join(f"{id}\t{rating}\t{text}\n" for id, rating, text in RATINGS), "utf-8")
    return file


def lines(copies: int = 1) -> list[str]:
    rows = []
    for n in range(copies):
        for number, (text, targets) in enumerate(SENTENCES):
            found = [
                {
                    "Input.gid": f"{n}_{number}_{name}",
                    "from": text.index(name),
                    "to": text.index(name) + len(name),
                }
                | {"mention": name, "polarity": polarity}
                for name, polarity in targets
            ]
            rows.append(json.dumps({"primary_gid": "x", "sentence_normalized": text, "targets": found}))
    return rows


@pytest.fixture
def newsmtsc(tmp_path):
    file = tmp_path / "targets.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(lines()).encode()))
    return file


def test_ratings_are_read_with_their_articles(nyt):
    rows = read_ratings(nyt)
    assert [(r.id, r.article) for r in rows[:3]] == [("1_1", "1"), ("1_2", "1"), ("2_1", "2")]
    assert (rows[1].rating, rows[1].text) == (-2.0, RATINGS[1][2])


def test_targets_are_read_in_order_with_their_sentence(newsmtsc):
    rows = read_targets(newsmtsc)
    assert [(r.text[r.start : r.end], r.polarity) for r in rows] == [
        ("Ortega", "pos"), ("Haddad", "neg"), ("Prado", "neu"), ("Reed", "neu"),
    ]  # fmt: skip
    assert rows[1].sentence == rows[2].sentence != rows[0].sentence


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "fewer than two"),
        ("1_1\t0.5\tOne.\n", "fewer than two"),
        ("1_1\t0.5 One.\n", "line 1: not an id, a rating and a sentence"),
        ("1_1\t0.5\tOne.\n1_2\tgood\tTwo.\n", "line 2: the rating 'good' is no number"),
        ("1_1\t0.5\tOne.\n1_2\t5\tTwo.\n", "line 2: the rating 5 is not between -4 and 4"),
        ("1_1\tnan\tOne.\n", "line 1: the rating nan"),
        ("1_1\t0.5\tOne.\n1_1\t0\tTwo.\n", "line 2: the id '1_1' was there before"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_a_bad_file_of_ratings_is_one_sentence_and_exit_code_2(tmp_path, capsys, text, why):
    file = tmp_path / "bad.tsv"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["evaluate", "nyt", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and why in told.err


TARGET = {"Input.gid": "a", "from": 0, "to": 3, "polarity": 2.0}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("no json", "line 1: not JSON"),
        ("[]", "line 1: not a JSON object"),
        (json.dumps({"targets": []}), "line 1: sentence_normalized is missing"),
        (json.dumps({"sentence_normalized": "Ana left.", "targets": []}), "holds no sentence with targets"),
        (
            json.dumps({"sentence_normalized": "Ana left.", "targets": [TARGET | {"to": 40}]}),
            "not within its sentence",
        ),
        (
            json.dumps({"sentence_normalized": "Ana left.", "targets": [TARGET | {"polarity": 3}]}),
            "none of 2, 4 and 6",
        ),
    ],
)
def test_a_bad_file_of_targets_is_one_sentence_and_exit_code_2(tmp_path, capsys, row, why):
    file = tmp_path / "bad.jsonl"
    file.write_text(row + "\n", "utf-8")
    assert main(["evaluate", "newsmtsc", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and why in told.err


@pytest.mark.parametrize("name", ["nyt", "newsmtsc", "register"])
def test_a_missing_file_is_one_sentence(name, tmp_path, capsys):
    assert main(["evaluate", name, str(tmp_path / "none")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_predictions_of_nyt_have_a_line_a_sentence_in_order(nyt, tmp_path):
    evaluate_nyt(nyt, predictions=tmp_path / "found.jsonl", timed=False)
    found = [json.loads(line) for line in (tmp_path / "found.jsonl").read_text("utf-8").splitlines()]
    assert [list(one) for one in found] == [["id", "rules", "learned"]] * len(RATINGS)
    assert [one["id"] for one in found] == [id for id, _, _ in RATINGS]
    assert found[0]["rules"] > 0.2 > 0 > found[1]["rules"] and found[2]["rules"] == 0
    assert all(-1 <= one["learned"] <= 1 for one in found)


def test_predictions_of_newsmtsc_have_a_line_a_target_in_order(newsmtsc, tmp_path):
    evaluate_newsmtsc(newsmtsc, predictions=tmp_path / "found.jsonl", timed=False)
    found = [json.loads(line) for line in (tmp_path / "found.jsonl").read_text("utf-8").splitlines()]
    assert [list(one) for one in found] == [["id", "rules", "learned", "p"]] * 4
    assert [one["id"] for one in found] == ["0_0_Ortega", "0_1_Haddad", "0_1_Prado", "0_2_Reed"]
    assert [one["rules"] for one in found][:2] == ["pos", "neg"] and found[3]["rules"] == "neu"
    assert all(one["learned"] in ("neg", "neu", "pos") and 1 / 3 <= one["p"] <= 1 for one in found)


def test_the_commands_print_tables_and_json(nyt, newsmtsc, capsys):
    assert main(["evaluate", "nyt", str(nyt)]) == 0
    assert "nltk VADER" in capsys.readouterr().out
    assert main(["evaluate", "newsmtsc", str(newsmtsc), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["rows"] == 4 and record["classes"] == {"neg": 1, "neu": 2, "pos": 1}
    assert record["methods"][0]["figures"]["accuracy"]["value"] >= 0.5
    assert main(["evaluate", "register", "--json"]) == 0
    assert [half["rows"] for half in json.loads(capsys.readouterr().out)] == [80, 80]


def test_a_second_run_gives_the_same_figures(nyt):
    assert evaluate_nyt(nyt, timed=False).record() == evaluate_nyt(nyt, timed=False).record()


def test_figures_by_hand():
    gold, found = ["neg", "neg", "neu", "pos"], ["neg", "neu", "neu", "neu"]
    assert accuracy(found, gold, "abcd").value == 0.5
    # F1 of neg 2/3, of neu 2/4, of pos 0
    assert macro_f1(found, gold, "abcd").value == pytest.approx((2 / 3 + 0.5 + 0) / 3, abs=1e-6)
    assert correlation([1, 2, 3, 5], [2, 1, 4, 4], "aabb").value == pytest.approx(
        np.corrcoef([1, 2, 3, 5], [2, 1, 4, 4])[0, 1], abs=1e-6
    )
    assert correlation([1, 1], [2, 3], "ab") == (None, None, None)


def test_intervals_are_by_cluster_and_hold_the_figure():
    lots = np.random.RandomState(0)
    x = lots.randn(200)
    y = x + lots.randn(200)
    alone = correlation(x, y, range(200))
    assert alone.low < alone.value < alone.high
    doubled = correlation(np.r_[x, x], np.r_[y, y], [*range(200), *range(200)])
    assert doubled.high - doubled.low == pytest.approx(alone.high - alone.low, abs=0.02)


@pytest.mark.parametrize(
    ("score", "band", "wanted"), [(0.05, 0.05, "pos"), (-0.05, 0.05, "neg"), (0.04, 0.05, "neu")]
)
def test_sign(score, band, wanted):
    assert sign(score, band) == wanted


def test_the_register_has_two_halves_of_eighty_and_they_do_not_overlap():
    halves = {half: read_register(path) for half, path in FILES.items()}
    texts = {half: {row.text for row in rows} for half, rows in halves.items()}
    assert {half: len(some) for half, some in texts.items()} == {"tune": 80, "kept": 80}
    assert not texts["tune"] & texts["kept"]


def test_on_the_register_the_rules_beat_vader_on_both_halves():
    for half in evaluate_register():
        figures = {m.name: m.figures["sign right"].value for m in half.methods}
        assert figures["rules"] > figures["nltk VADER"] + 0.1


def test_training_gives_the_same_bytes_twice_and_takes_one_kind_alone(tmp_path, nyt):
    data = tmp_path / "many.jsonl"
    data.write_text("\n".join(lines(12)), "utf-8")
    told: list[str] = []
    one = train_sentiment([data, nyt], out=tmp_path / "one", tell=told.append)
    two = train_sentiment([nyt, data], out=tmp_path / "two")
    assert [p.name for p in one] == ["tone_targets.tsv", "tone_ratings.tsv"]
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert len(told) == 2 and "by 5 folds" in told[0]
    (alone,) = train_sentiment([nyt], out=tmp_path / "three")
    assert alone.name == "tone_ratings.tsv"
    with pytest.raises(CommuniqueError, match="at most one"):
        train_sentiment([nyt, nyt], out=tmp_path / "four")
    with pytest.raises(CommuniqueError, match="is a file"):
        train_sentiment([nyt], out=nyt)


def test_the_command_train_sentiment_writes_and_names_its_files(nyt, tmp_path, capsys):
    assert main(["train", "sentiment", str(nyt), "--out", str(tmp_path / "w")]) == 0
    assert capsys.readouterr().out.strip().endswith("tone_ratings.tsv")
    assert main(["train", "sentiment", str(nyt), "--tags", "x", "--out", str(tmp_path / "w")]) == 2


def test_folds_keep_groups_together_and_are_the_same_every_time():
    folds = folds_of(["a", "b", "a", "c", "d", "e"])
    assert folds[0] == folds[2] and (folds == folds_of(["a", "b", "a", "c", "d", "e"])).all()
    assert digest(["b", "a"]) == digest(["a", "b"]) != digest(["a"])


@pytest.mark.parametrize("order", [["nyt", "x", "--targets", "y"], ["newsmtsc", "x", "--texts", "y"]])
def test_files_that_help_to_learn_go_with_folds(order, capsys):
    assert main(["evaluate", *order]) == 2
    assert "goes with --folds" in capsys.readouterr().err


def test_by_folds_every_row_has_an_answer_that_did_not_see_it(nyt, newsmtsc):
    targets, ratings = read_targets(newsmtsc), read_ratings(nyt)
    assert len(opinions_by_folds(targets)) == len(targets)
    assert len(ratings_by_folds(ratings, helped_by=newsmtsc)) == len(ratings)

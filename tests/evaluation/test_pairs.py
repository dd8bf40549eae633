"""The benchmarks plover and aw: the loader's refusals, figures worked out by hand, the command."""

import json

import pytest

from analysis.__main__ import main
from analysis.cooperation.pairs import ROOTS
from analysis.errors import CommuniqueError
from analysis.evaluation.measures import kappa
from analysis.evaluation.pairfile import read_pairs
from analysis.evaluation.pairs import evaluate_pairs, fold_of

ROWS = (
    ("SUPPORT", "<s>Oslo</s> thanked <t>Porto</t> for the loan."),
    ("SUPPORT", "<s>Faro</s> praised <t>Lodz</t> for its trams."),
    ("CONSULT", "<s>The mayor</s> met <t>the envoy</t> on Monday."),
    ("ASSAULT", "<s>Rebels</s> shelled <t>the airport</t> at dawn."),
    ("REJECT", "<s>Rebels</s> raided <t>the airport</t> at dawn."),  # marked so on purpose: it will be wrong
)


@pytest.fixture
def plover(tmp_path):
    return write(tmp_path / "plover.tsv", "gold_root", ROWS)


@pytest.fixture
def aw(tmp_path):
    return write(
        tmp_path / "aw.tsv", "gold_binary", [(b, m) for b, (_, m) in zip("00011", ROWS, strict=True)]
    )


def write(path, gold, rows):
    path.write_text(
        f"id\t{gold}\tmarked_sentence\n"
        + "".join(f"{n}\t{value}\t{marked}\n" for n, (value, marked) in enumerate(rows)),
        "utf-8",
    )
    return path


def test_macro_f1_by_hand(plover):
    result = evaluate_pairs(plover, "plover", draws=50)
    root = result.coders["rules"]["root"]
    # SUPPORT, CONSULT and ASSAULT are found whole, REJECT is not, COERCE is answered and never gold
    assert root.macro == pytest.approx((1 + 1 + 1 + 0 + 0) / 5)
    assert root.accuracy == pytest.approx(4 / 5)
    assert root.interval[0] <= root.macro <= root.interval[1]
    assert {c.name: (c.gold, c.answered, c.right) for c in root.classes}["REJECT"] == (1, 0, 0)
    assert result.coders["rules"]["binary"].macro == 1.0
    quad = {c.name: c.f1 for c in result.coders["rules"]["quad"].classes}
    assert quad["verbal cooperation"] == 1.0 and quad["verbal conflict"] == 0.0


def test_predictions_are_a_line_a_row_in_the_order_of_the_file(plover, tmp_path):
    out = tmp_path / "found.jsonl"
    evaluate_pairs(plover, "plover", predictions=out, draws=0)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["row"] for line in lines] == list(range(len(ROWS)))
    assert lines[0]["rules"] == {"root": "SUPPORT", "quad": 1, "binary": 0}
    assert set(lines[0]["learned"]) == {"root", "quad", "binary"}


def test_aw_has_the_binary_alone(aw, tmp_path):
    out = tmp_path / "found.jsonl"
    result = evaluate_pairs(aw, "aw", predictions=out, draws=0)
    assert set(result.coders["rules"]) == {"binary"}
    assert json.loads(out.read_text("utf-8").splitlines()[0])["rules"] == {"binary": 0}
    assert result.coders["rules"]["binary"].accuracy == 1.0


def test_folds_train_on_the_other_rows_and_say_what_is_left_of_unread_ones(tmp_path):
    rows = [(root, marked.replace("at dawn", f"at dawn {n}")) for n in range(6) for root, marked in ROWS]
    result = evaluate_pairs(write(tmp_path / "more.tsv", "gold_root", rows), "plover", folds=3, draws=0)
    assert set(result.coders) == {"rules", "learned", "rules unread", "learned unread"}
    assert all(len(answers) == len(rows) for answers in result.answers.values())
    assert fold_of("a", 3) == fold_of("a", 3)


def test_the_same_file_gives_the_same_bytes(plover, capsys):
    for _ in range(2):
        assert main(["evaluate", "plover", str(plover), "--json"]) == 0
    first, second = capsys.readouterr().out.split("\n}\n")[:2]
    assert first == second
    record = json.loads(first + "\n}")
    assert record["benchmark"] == "plover" and record["coders"]["rules"]["root"]["macro_f1"] == 0.6


def test_the_table_has_every_class(plover):
    table = str(evaluate_pairs(plover, "plover", draws=20))
    assert "rules           root" in table and "SUPPORT" in table and "five roots of cooperation" in table


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("gold_root\tmarked_sentence\n", "has a head and no row"),
        ("gold_root\tsentence\nAID\tx\n", "has no column 'marked_sentence'"),
        ("marked_sentence\nx\n", "has no column 'gold_root'"),
        ("gold_root\tmarked_sentence\nAID\n", "line 2: 1 fields, not 2"),
        ("gold_root\tmarked_sentence\nHELP\t<s>a</s>\n", "line 2: gold_root is 'HELP'"),
        ("gold_root\tmarked_sentence\nAID\t \n", "line 2: the sentence is empty"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(text, sentence, tmp_path, capsys):
    path = tmp_path / "bad.tsv"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["evaluate", "plover", str(path)]) == 2
    told = capsys.readouterr().err
    assert sentence in told and told.count("\n") == 1 and "Traceback" not in told


def test_a_field_with_a_line_break_is_read_as_csv_has_it(tmp_path):
    path = tmp_path / "broken.tsv"
    path.write_text('gold_root\tmarked_sentence\nAID\t"<s>A</s> helped\n<t>B</t>."\nAID\tx\n', "utf-8")
    assert [row.marked.text for row in read_pairs(path, "plover")] == ["A helped\nB.", "x"]


def test_roots_need_a_file_with_roots(aw):
    with pytest.raises(CommuniqueError, match="has no column 'gold_root'"):
        read_pairs(aw, "plover")
    with pytest.raises(CommuniqueError, match="too few for 9 folds"):
        evaluate_pairs(write(aw, "gold_root", ROWS[:2]), "plover", folds=9)


def test_training_writes_a_table_that_evaluate_takes(plover, tmp_path, capsys):
    out = tmp_path / "weights"
    assert main(["train", "cooperation", str(plover), "--out", str(out)]) == 0
    once = (out / "cooperation.tsv").read_bytes()
    assert main(["train", "cooperation", str(plover), "--out", str(out)]) == 0
    assert (out / "cooperation.tsv").read_bytes() == once
    assert once.decode().splitlines()[0].split("\t")[1:] == list(ROOTS)
    assert main(["evaluate", "plover", str(plover), "--models", str(out), "--json"]) == 0
    capsys.readouterr()
    assert main(["train", "cooperation", str(plover), "--out", str(plover)]) == 2
    assert "name a folder" in capsys.readouterr().err
    assert main(["train", "cooperation", str(plover), "--tags", "x", "--out", str(out)]) == 2


def test_kappa_by_hand():
    assert kappa([]) is None and kappa([("a", "a")]) is None
    assert kappa([("a", "a"), ("b", "b")]) == 1.0
    assert kappa([("a", "b"), ("b", "a")]) == -1.0

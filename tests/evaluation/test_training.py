"""Training: from annotated articles to weights that work, the same bytes each time."""

import json

import pytest

from analysis.__main__ import main
from analysis.errors import CommuniqueError
from analysis.evaluation.training import LEAST_SEEN, tag_dictionary, train_speech
from analysis.speech.model.weights import FILE, read_weights

SOURCES = ("Ana Brito", "the mayor", "a spokesman", "the council", "Rui Costa", "the teachers")
CUES = ("said", "hopes", "yodels")
THINGS = ("trams matter", "the ferry is late", "the quay will open in May", "buses are slow")


def spans(text, *parts):
    return [[text.index(part), text.index(part) + len(part)] for part in parts]


def articles():
    """Short articles with an attribution a sentence; to yodel is no word of ours, and announces here."""
    for number, source in enumerate(SOURCES):
        sentences, marked = [], []
        for cue, thing in zip(CUES, THINGS[number % 2 :], strict=False):
            sentences.append(f"{source[0].upper()}{source[1:]} {cue} that {thing}.")
        text = " ".join([*sentences, "The rain came in the night."])
        for cue, thing in zip(CUES, THINGS[number % 2 :], strict=False):
            at = text.index(f" {cue} that")
            marked.append(
                {
                    "source": [[at - len(source), at]],
                    "cue": [[at + 1, at + 1 + len(cue)]],
                    "content": spans(text, f"that {thing}"),
                }
            )
        yield {"id": f"a{number}", "text": text, "annotations": {"x": marked}}


def tagged():
    for row in articles():
        words, at = [], 0
        for word in row["text"].split():
            at = row["text"].index(word, at)
            words.append([at, at + len(word.rstrip(".")), "VBZ" if word == "yodels" else "NN", word, "O"])
        yield {"id": row["id"], "sentences": [words]}


def written(file, rows):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("training")
    written(folder / "corpus.jsonl", articles())
    written(folder / "tags.jsonl", tagged())
    return folder


@pytest.fixture(scope="module")
def trained(desk):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        for folder in ("one", "two"):
            order = ["train", "speech", "corpus.jsonl", "--tags", "tags.jsonl", "--out", f"new/{folder}"]
            assert main(order) == 0
    return desk / "new"


def test_the_same_data_make_the_same_bytes(trained):
    one, two = ((trained / folder / FILE).read_bytes() for folder in ("one", "two"))
    assert one == two and len(one) > 1000
    assert [path.name for path in (trained / "one").iterdir()] == [FILE]


def test_the_weights_hold_the_tags(trained):
    assert read_weights(trained / "one").tags["yodels"] == "VBZ"


def test_the_weights_are_put_to_use_by_an_environment_variable(trained, monkeypatch, tmp_path, capsys):
    article = tmp_path / "new.txt"
    text = "The harbour master yodels that the old crane is slow. The night was long and calm.\n"
    article.write_text(text)

    def found(*options):
        assert main(["annotate", str(article), *options]) == 0
        (line,) = capsys.readouterr().out.splitlines()
        return [(text[slice(*s["spans"][0])], s["rule"]) for s in json.loads(line)["statements"]]

    assert found("--engine", "rules") == []
    monkeypatch.setenv("COMMUNIQUE_MODELS", str(trained / "one"))
    assert found() == [("that the old crane is slow", "model")]


def test_only_some_articles_can_be_learned_from(desk):
    told = []
    with pytest.raises(CommuniqueError, match="nothing can be learned"):
        train_speech(desk / "corpus.jsonl", out=desk / "none", only=lambda a: a.id == "b", tell=told.append)
    assert not (desk / "none").exists() and told == []


@pytest.fixture
def bad(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    row = next(articles())
    written(tmp_path / "good.jsonl", [row])
    written(tmp_path / "bare.jsonl", [row | {"annotations": {"x": []}}])
    written(tmp_path / "odd.jsonl", [{"id": "a0", "sentences": [[1, 2]]}])
    written(tmp_path / "other.jsonl", [{"id": "z", "sentences": []}])
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "broken.jsonl").write_text("{")
    (tmp_path / "a file").write_text("kept")


BAD = [
    ("speech", "The following arguments are required: DATA, --out."),
    ("poetry good.jsonl --out w", "Argument NAME: invalid choice: 'poetry'"),
    ("speech good.jsonl", "The following arguments are required: --out."),
    ("speech nowhere.jsonl --out w", "There is no file nowhere.jsonl."),
    ("speech . --out w", ". is a folder; name the file with the annotated articles."),
    ("speech empty.jsonl --out w", "empty.jsonl holds no article."),
    ("speech broken.jsonl --out w", "broken.jsonl, line 1: not JSON."),
    ("speech bare.jsonl --out w", "bare.jsonl holds no attribution with a cue and a content"),
    ("speech good.jsonl --tags nowhere --out w", "There is no file nowhere."),
    ("speech good.jsonl --tags other.jsonl --out w", "other.jsonl holds the tags of none of the articles."),
    ("speech good.jsonl --tags odd.jsonl --out w", "odd.jsonl, line 1: not an id and its sentences as lists"),
    ("speech good.jsonl --tags good.jsonl --out w", "good.jsonl, line 1: not an id and its sentences"),
    ("speech good.jsonl --out a+file", "a file is a file; name a folder for the weights."),
]


@pytest.mark.parametrize(("line", "sentence"), BAD)
def test_bad_input_is_one_sentence(bad, tmp_path, capsys, line, sentence):
    before = sorted(tmp_path.iterdir())
    assert main(["train", *(word.replace("+", " ") for word in line.split())]) == 2
    out, error = capsys.readouterr()
    assert out == "" and error.startswith(f"communique: {sentence}") and error.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_word_has_the_tags_that_it_often_has(tmp_path):
    text = "Rain rain rain rain. Sun sun."
    sentence = [[0, 4, "NN"], [5, 9, "NN"], [10, 14, "VB"], [15, 19, "NN"], [21, 24, "NN"], [25, 28, "NN"]]
    file = written(tmp_path / "tags.jsonl", [{"id": "a", "sentences": [sentence]}])
    assert LEAST_SEEN == 3
    assert tag_dictionary(file, {"a": text}) == {"rain": "NN|VB"}  # the sun was seen twice


def test_the_tags_are_found_in_the_text_with_straight_quotes(tmp_path):
    text = "’s ’s ’s"
    file = written(
        tmp_path / "tags.jsonl", [{"id": "a", "sentences": [[[i, i + 2, "POS"] for i in (0, 3, 6)]]}]
    )
    assert tag_dictionary(file, {"a": text}) == {"'s": "POS"}

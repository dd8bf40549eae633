"""The learnt second opinion: sparse products, fitting, tables as files, features without names."""

import numpy as np
import pytest

from analysis.errors import CommuniqueError
from analysis.paths import MODELS
from analysis.sentiment.model import weights
from analysis.sentiment.model.features import masked, sentence_features, target_features
from analysis.sentiment.model.fitting import logistic, ridge
from analysis.sentiment.model.learning import learn_ratings, learn_targets
from analysis.sentiment.model.opinion import SURE, judged, opinion, rated, rating_of
from analysis.sentiment.model.sparse import Mixed, matrix, vocabulary
from analysis.sentiment.model.vectors import Vectors, vectors
from analysis.sentiment.model.weights import RATINGS, TARGETS, Stored, Table
from analysis.sentiment.sentence import tokens_of
from analysis.sentiment.tone import layered
from tests.sentiment.said import document

ROWS = [{"a": 1.0, "b": 2.0}, {"b": -1.0}, {}, {"a": 0.5, "c": 9.0}]


def test_sparse_products_are_those_of_the_full_matrix():
    columns = vocabulary(ROWS, least=1)
    rows = matrix(ROWS, columns)
    full = np.array([[r.get(name, 0.0) for name in columns] for r in ROWS])
    assert list(columns) == ["a", "b", "c"]
    assert rows.times(np.array([1.0, 2.0, 3.0])) == pytest.approx(full @ [1, 2, 3])
    assert rows.back(np.arange(4.0)) == pytest.approx(full.T @ np.arange(4))
    kept = np.array([True, False, False, True])
    assert rows.take(kept).times(np.ones(3)) == pytest.approx(full[kept].sum(1))
    mixed = Mixed(rows, np.ones((4, 2)))
    assert mixed.times(np.array([0, 0, 0, 1, 2])) == pytest.approx(np.full(4, 3.0))
    assert vocabulary(ROWS, least=2) == {"a": 0, "b": 1}


def test_ridge_finds_the_solution_in_closed_form():
    lots = np.random.RandomState(0)
    x, y = lots.randn(40, 3), lots.randn(40)
    rows = [{str(k): v for k, v in enumerate(row)} for row in x]
    found = ridge(matrix(rows, {"0": 0, "1": 1, "2": 2}), y, penalty=2.0)
    full = np.c_[x, np.ones(40)]
    wanted = np.linalg.solve(full.T @ full + np.diag([2, 2, 2, 0]), full.T @ y)
    assert found == pytest.approx(wanted, abs=1e-3)


def test_logistic_regression_learns_what_is_there_to_learn():
    rows = [{"good": 1.0}, {"bad": 1.0}, {"dull": 1.0}] * 20
    columns = vocabulary(rows, least=1)
    w = logistic(matrix(rows, columns), np.array([2, 0, 1] * 20), penalty=0.1)
    assert w[:, columns["good"]].argmax() == 2
    assert w[:, columns["bad"]].argmax() == 0


def test_a_word_never_seen_inherits_from_words_used_alike():
    rows = [{"w:praised": 1.0}, {"w:blamed": 1.0}, {"w:met": 1.0}] * 10
    alike = Vectors(("praised", "lauded", "blamed"), np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    table = learn_targets(rows, [2, 0, 1] * 10, alike)
    neg, pos = table.weights["w:lauded"]
    assert pos > 0.01 and pos > neg


def test_ratings_are_helped_by_sentences_of_known_polarity():
    rows = [{"w:good": 1.0}, {"w:bad": 1.0}] * 5
    helped = learn_ratings(
        rows, [2.0, -2.0] * 5, [{"w:fine": 1.0}] * 9 + [{"w:bad": 1.0}] * 9, [1.0] * 9 + [-1.0] * 9
    )
    assert helped.weights["w:fine"][0] > 0 > helped.weights["w:bad"][0]
    assert "n:corpus" not in helped.weights


TABLE = Table({"w:good": (-0.5, 0.75), "w:tiny": (0.001, 0.002), "w:bad": (1.0, -0.25)}, (0.1, -0.1))


def test_a_table_is_written_sorted_and_read_back(tmp_path):
    path = weights.save(tmp_path, TARGETS, TABLE, rows=3, digest="abc")
    again = weights.save(tmp_path / "more", TARGETS, TABLE, rows=3, digest="abc")
    assert path.read_bytes() == again.read_bytes()
    lines = [line for line in path.read_text("utf-8").splitlines() if line[:2] != "# "]
    assert lines == ["(intercept)\t10\t-10", "w:bad\t100\t-25", "w:good\t-50\t75"]
    stored = weights.read(tmp_path, TARGETS)
    assert stored.weights["w:good"] == pytest.approx((-0.5, 0.75))
    assert (stored.intercepts, stored.learnt_from) == (pytest.approx((0.1, -0.1)), "abc")


@pytest.mark.parametrize("text", ["", "w:good\t1\n", "(intercept)\tx\n"])
def test_a_broken_table_is_refused_in_one_sentence(tmp_path, text):
    (tmp_path / TARGETS).write_text(text, "utf-8")
    with pytest.raises(CommuniqueError, match="holds no weights of the tone model"):
        weights.read(tmp_path, TARGETS)


def test_the_shipped_tables_are_sorted_small_and_in_use():
    sizes = [(MODELS / name).stat().st_size for name in (TARGETS, RATINGS)]
    assert sum(sizes) < 1_500_000
    for name, numbers in ((TARGETS, 2), (RATINGS, 1)):
        lines = (MODELS / name).read_text("utf-8").splitlines()
        features = [line.split("\t")[0] for line in lines if line[:2] != "# "]
        assert features == sorted(features) and len(features) > 1000
        assert len(weights.load(name).intercepts) == numbers


def test_the_likeliest_polarity_and_its_probability():
    stored = Stored({"x": (2.0, -1.0)}, (0.0, 0.0), "")
    assert judged({}, stored) == ("neg", pytest.approx(1 / 3, abs=1e-3))
    found = judged({"x": 1.0, "unknown": 5.0}, stored)  # scores 2, -1, -1
    assert found == ("neg", pytest.approx(0.9094, abs=1e-3)) and found.counts == (found.p >= SURE)


def test_ratings_stay_on_the_scale():
    stored = Stored({"x": (3.0,)}, (0.0,), "")
    assert rated({"x": 1.0}, stored) == 0.75
    assert rated({"x": 9.0}, stored) == 1.0


def features_of(text: str, name: str) -> dict[str, float]:
    doc = document(text)
    ((_, hits),) = layered(doc)
    start = text.index(name)
    return target_features(doc, doc.sentences[0], hits, (start, start + len(name)))


def test_nobodys_name_is_a_feature():
    seen = features_of("Mayor Lucía Ortega did not praise Karim Haddad of Lima.", "Karim Haddad")
    for name in ("ortega", "lucía", "karim", "haddad", "lima"):
        assert not any(name in feature.lower() for feature in seen), name
    assert "w:!praise" in seen and "p-1:praise" in seen and "w:NAME" in seen


def test_the_words_of_a_sentence_without_names_and_numbers():
    assert masked(tokens_of("Karim Haddad of Lima paid 40 francs.")) == [
        "karim", "NAME", "of", "NAME", "paid", "0", "francs", ".",
    ]  # fmt: skip
    assert sentence_features(["good", "."], ())["n:any"] == 0


def test_vectors_are_the_same_twice_and_none_of_few_texts():
    assert vectors(["one two three"]).words == ()
    lots = np.random.RandomState(1)
    words = [f"{a}{b}{c}" for a in "bcdfghklmn" for b in "aeiou" for c in "dgkl"]
    texts = [" ".join(lots.choice(words, 30)) for _ in range(120)]
    one, two = vectors(texts), vectors(texts)
    assert one.words == two.words and (one.table == two.table).all()
    assert np.linalg.norm(one.table, axis=1) == pytest.approx(np.ones(len(one.words)), abs=1e-3)


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Critics praised Ortega as a brilliant and honest mayor.", "Ortega", "pos"),
        ("Haddad was convicted of fraud and lied to the court.", "Haddad", "neg"),
    ],
)
def test_the_shipped_model_reads_plain_sentences(text, name, wanted):
    doc = document(text)
    ((_, hits),) = layered(doc)
    start = text.index(name)
    found = opinion(doc, doc.sentences[0], hits, (start, start + len(name)))
    assert found.polarity == wanted and 0 < found.p <= 1


def test_the_shipped_ratings_have_the_sign_of_plain_sentences():
    assert rating_of("It was a brilliant, generous and wise decision.") > 0.05
    assert rating_of("It was a shameful, stupid and dishonest decision.") < -0.05

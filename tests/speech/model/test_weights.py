"""The stored weights: what is written is what is read, and the package has some."""

import numpy as np
import pytest

from analysis.errors import CommuniqueError
from analysis.paths import MODELS, models_with
from analysis.speech.model.crf import Model
from analysis.speech.model.weights import BITS, FILE, load, read_weights, save

LARGEST = 3_000_000  # bytes: the limit for the weights


def model(labels, seed):
    dice = np.random.default_rng(seed)
    table = np.zeros((1 << BITS, labels), dtype=np.float32)
    table[[2, 70_000, 900_000]] = dice.integers(-127, 128, size=(3, labels)) / 127
    table[2, 0] = 1.0
    return Model(table, dice.normal(size=(labels, labels)), dice.normal(size=labels))


def test_what_is_written_is_what_is_read(tmp_path):
    cue, link = model(7, 1), model(5, 2)
    save(tmp_path, cue, link, {"said": "VBD|VBN", "“": "``"}, keep=(10, 10))
    found = read_weights(tmp_path)
    assert found.tags == {"said": "VBD|VBN", "“": "``"}
    for one, other in ((cue, found.cue), (link, found.link)):
        labels = one.table.shape[1]
        assert np.allclose(one.table, other.table[:, :labels] * other.scale, atol=1e-6)
        assert np.array_equal(one.moves, other.moves) and np.array_equal(one.starts, other.starts)


def test_the_same_weights_make_the_same_bytes(tmp_path):
    for folder in ("a", "b"):
        save(tmp_path / folder, model(7, 1), model(5, 2), {"a": "DT"}, keep=(2, 3))
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()


def test_only_the_largest_are_kept(tmp_path):
    save(tmp_path, model(7, 1), model(5, 2), {}, keep=(1, 1))
    assert (read_weights(tmp_path).cue.table != 0).any(1).sum() == 1


@pytest.mark.parametrize("broken", [None, b"", b"PK\x03\x04 no archive"])
def test_a_folder_without_weights_is_one_sentence(tmp_path, broken):
    if broken is not None:
        (tmp_path / FILE).write_bytes(broken)
    with pytest.raises(CommuniqueError, match="holds no weights of the speech engine"):
        read_weights(tmp_path)


def test_the_package_has_weights_of_the_allowed_size_and_a_card():
    assert (MODELS / FILE).stat().st_size < LARGEST
    assert "PolNeAR" in (MODELS / "MODEL_CARD.md").read_text("utf-8")
    assert load().tags["said"].startswith("VBD")


def test_weights_of_one_s_own_can_be_named(tmp_path, monkeypatch):
    save(tmp_path, model(7, 1), model(5, 2), {"own": "NN"}, keep=(5, 5))
    monkeypatch.setenv("COMMUNIQUE_MODELS", str(tmp_path))
    assert load().tags == {"own": "NN"}


@pytest.mark.parametrize("name", sorted(p.name for p in MODELS.iterdir() if p.suffix != ".md"))
def test_a_folder_with_one_engine_s_weights_leaves_the_others_to_the_package(name, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_MODELS", str(tmp_path))
    assert models_with(FILE) == tmp_path  # it has none at all, and is complained of
    (tmp_path / name).write_bytes(b"")
    assert models_with(name) == tmp_path
    assert models_with("another.tsv") == MODELS

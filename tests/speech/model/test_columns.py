"""Columns: the same numbers on every machine, and what each of them says of a token."""

import os
import subprocess
import sys

import numpy as np
import pytest

from analysis.paths import PROJECT
from analysis.speech.model import columns as room
from analysis.speech.model.columns import (
    QUOTE,
    RULE,
    Columns,
    Vocabulary,
    classes,
    code,
    columns,
    word_columns,
)
from analysis.speech.statement import Draft
from tests.speech.made import marked, words

TEXT = "“We open the quay in May,” said Ana Brito, 44. She called it a “quick” plan."


def made(text, drafts=(), tags=None):
    return columns(text, drafts, Vocabulary(tags or {}))


def draft(*contents, cue=None, source=None):
    return Draft(contents, cue, source, "speech", "affirmed", "cue-that")


def test_a_code_is_the_same_on_every_machine():
    assert [code(text) for text in ("", "said", "“")] == [0, 0xEF3B04D6, 0x971D9AF8]


def test_columns_do_not_depend_on_the_hash_seed():
    program = (
        "from hashlib import sha256; import numpy as np; from tests.speech.made import words; "
        "from analysis.speech.model.columns import Vocabulary, columns; "
        "from analysis.speech.rules import drafts; "
        f"text = words({TEXT!r}); found = columns(text, drafts(text), Vocabulary({{'said': 'VBD'}})); "
        "print(sha256(np.array(found).tobytes()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(told) == 1 and len(told.pop()) == 65


def test_each_column_is_as_long_as_the_text():
    text = words(TEXT)
    found = made(text)
    assert found._fields == Columns._fields
    assert {(len(one), one.dtype.name) for one in found} == {(len(text.tokens), "uint32")}
    assert all(one.flags.c_contiguous for one in found)


def test_a_text_without_tokens_has_empty_columns():
    text = words("x")
    object.__setattr__(text.document, "tokens", ())
    assert [len(one) for one in made(text)] == [0] * len(Columns._fields)


@pytest.mark.parametrize(
    ("word", "tags", "expected"),
    [
        ("Said", "VBD", ("said", "VBD", None, "aid", "Xx")),
        ("NATO", "", ("nato", "?toX", "", "ato", "X")),
        ("trams", "", ("trams", "?msx", "", "ams", "x")),
        ("1,200", "", ("0", "?00", "", "0", "0")),  # a number is a number
        ("people-to-people", "", ("people-to-people", "?lex-x", "", "ple", "x-x")),
        (",", ",", (",", ",", "", ",", ",")),
    ],
)
def test_a_word_by_itself(word, tags, expected):
    found = dict(zip(("word", "tags", "lexicon", "suffix", "shape"), word_columns(word, tags), strict=True))
    wanted = dict(zip(found, expected, strict=True))
    known = wanted.pop("lexicon")  # None: whatever it says, the lexicon has the word
    assert {name: found[name] for name in wanted} == {name: code(text) for name, text in wanted.items()}
    assert (found["lexicon"] != code("")) is (known is None)


def test_the_vocabulary_knows_tags_by_the_word_in_lower_case_and_remembers():
    vocabulary = Vocabulary({"said": "VBD|VBN"})
    assert vocabulary["Said"] != vocabulary["said"]  # the shape
    assert np.frombuffer(vocabulary["Said"], dtype=np.uint32)[1] == code("VBD|VBN")
    assert set(vocabulary) == {"Said", "said"}


def test_the_vocabulary_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(room, "MOST_WORDS", 3)
    vocabulary = Vocabulary({})
    first = vocabulary["tram"]
    for word in "abcdefgh":
        assert vocabulary[word] and len(vocabulary) <= 3
    assert vocabulary["tram"] == first


@pytest.mark.parametrize(
    ("word", "cls"),
    [("said", "speech"), ("hopes", "belief"), ("statement", "speech"), ("warnings", "speech")],
)
def test_the_classes_are_those_of_the_lexicons(word, cls):
    assert classes()[word] == cls
    assert set(classes().values()) == {"speech", "belief", "act"}


def test_quotations_are_seen_from_inside_and_outside():
    text = words(TEXT)
    names = {number: name for name, number in QUOTE.items()}
    found = [names[number] for number in made(text).quote.tolist()]
    closing = text.lower.index('"', 1)
    assert found[0] == "open" and set(found[1:closing]) == {"in"} and found[closing] == "close"
    assert found[text.lower.index("said")] == "out"
    assert found[text.lower.index("quick")] == "scare"


def test_a_mention_says_its_kind_and_how_often_the_rules_let_it_speak():
    text, (first, last) = marked("On Monday | Ana Brito | opened the quay.")
    silent, heard = made(text).mention, made(text, [draft((0, 1), source=(first, last))]).mention
    assert len(set(silent[first:last].tolist())) == 2  # its first word and the others
    assert silent[first] != heard[first] and not silent[:first].any()
    often = [made(text, [draft((0, 1), source=(first, last))] * n).mention[first] for n in (2, 3, 4)]
    assert often[0] != often[1] == often[2]


def test_what_the_rules_found_cue_before_source_before_content():
    text = words("Ana Brito said on Monday that trams matter to all.")
    found = made(text, [draft((4, 7), (8, 9), cue=(2, 3), source=(0, 5))]).rule.tolist()
    names = {number: name for name, number in RULE.items()}
    assert [names[number] for number in found] == ["S", "S", "C", "S", "S", "T", "T", "", "T+", "", ""]

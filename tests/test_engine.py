"""From article to reading: what is handed from engine to engine, and that it comes out the same."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis import Article, CommuniqueError, analyse, analyse_frame, from_text, measures, read
from analysis.paths import PROJECT, SEEDS
from analysis.schema import TABLES
from analysis.speech.attribution import ENGINES

VISIT = (
    "LISBON (Wire) -- The mayor of Porto, Ana Prado, said on Monday that the two cities would share a ferry. "
    "“We will keep the old bridge open,” Prado said.\n"
    "The bridge is forty metres long. Its railings were painted in spring.\n"
    "Vigo’s mayor, Luis Otero, told reporters that the delay was a painful failure. "
    "Prado has denied that she refused to pay. The two mayors agreed to expand cultural exchanges."
)


GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die beiden Städte bei der Versorgung mit sauberem Wasser und "
    "im Verkehr zusammenarbeiten werden und dass Studenten ein Jahr in der anderen Stadt verbringen können."
)


@pytest.fixture(scope="module")
def seed():
    (path,) = SEEDS.glob("*.txt")
    return analyse(read(path))


@pytest.fixture(scope="module")
def visit():
    return analyse(VISIT)


@pytest.fixture(params=["seed", "visit"])
def reading(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_have_the_columns_of_the_schema(reading, table):
    made = getattr(reading, table)
    assert [(n, str(t)) for n, t in made.dtypes.items()] == [(c.name, c.dtype) for c in TABLES[table]]
    assert len(made) > 0
    assert getattr(reading, table) is made  # made once


def test_offsets_lead_to_the_words(reading):
    text = reading.article.text
    for table in ("sentences", "acts"):
        for row in measures.rows(getattr(reading, table)):
            assert text[row["start"] : row["end"]] == row["text"] == row["text"].strip()
    sentences = measures.rows(reading.sentences)
    for statement in measures.rows(reading.statements):
        start, end = statement["spans"][0]
        first = sentences[statement["sentence"] - 1]
        assert first["start"] <= start < first["end"]
        assert statement["text"].startswith(text[start : start + 1]) and end <= len(text)
        words = sum(len(text[a:b].split()) for a, b in statement["spans"])
        assert statement["words"] == words


def test_a_speaker_s_tone_is_the_mean_of_their_own_words_in_the_sentences_that_carry_them(reading):
    heard, carried = measures.heard(reading), measures.carried(reading)
    for row in reading.speakers.itertuples():
        assert set(heard[row.name]) <= set(carried[row.name])
        own = pd.Series(list(heard[row.name].values()))
        assert row.tone_n == len(own)
        assert row.tone == pytest.approx(own.mean(), abs=1e-4)
        if len(own) < 2:
            assert pd.isna(row.tone_spread)
        else:
            assert row.tone_spread == pytest.approx(own.std(ddof=1), abs=1e-4)


def test_the_narrators_half_of_a_sentence_is_not_in_the_speakers_tone():
    told = analyse("In a brilliant, wonderful speech Ana Prado said that the talks had failed miserably.")
    (speaker,) = told.speakers.itertuples()
    assert told.sentences.tone[0] > 0 > speaker.tone


def test_direction_is_the_mean_score_of_the_acts_over_ten_and_null_without_an_act():
    told = analyse("The ports signed an agreement on tourism. It rained. Oslo imposed sanctions on Lima.")
    first, second, third = told.sentences.direction
    assert first > 0 > third and pd.isna(second)


def test_targets_say_no_evidence_where_nothing_is_said_of_them():
    told = analyse("Ana Prado said that the flood was a disaster. Tom Reed was praised as a brilliant host.")
    rows = {row["name"]: row for row in measures.rows(told.targets)}
    assert rows["Ana Prado"]["tone"] is None and rows["Ana Prado"]["tone_n"] == 0
    assert rows["Tom Reed"]["tone"] > 0.2
    assert [hit["value"] > 0 for hit in rows["Tom Reed"]["hits"]]


def test_the_narrator_has_the_sentences_without_a_counted_statement(reading):
    busy = {n for numbers in measures.carried(reading).values() for n in numbers}
    narrated = set(reading.sentences.sentence[reading.sentences.voice == "narrator"])
    assert narrated == set(reading.sentences.sentence) - busy
    assert narrated and busy


def test_one_sentence_has_no_spread():
    (row,) = analyse("Ana Prado said that it was late.").speakers.itertuples()
    assert (row.name, row.tone_n) == ("Ana Prado", 1) and pd.isna(row.tone_spread)


def test_speech_is_handed_to_cooperation(seed):
    relayed = seed.acts[seed.acts.via.notna()]
    assert set(relayed.via) <= set(seed.statements.via.dropna()) | set(seed.speakers.name)
    assert set(seed.acts.proposer.dropna()) & set(seed.speakers.name)


HEAD = ["id", "path", "sha256", "title", "outlet", "date", "language", "n_chars", "n_words"]
HEAD += ["status", "error"]


def test_the_record_is_whole_and_plain(reading):
    record = reading.record()
    assert list(record) == [*HEAD, *TABLES]
    assert json.loads(json.dumps(record, allow_nan=False)) == record  # no tuple, no NaN, no number of numpy
    for table, columns in TABLES.items():
        names = [c.name for c in columns if c.in_record]
        assert all(list(row) == names for row in record[table])
    assert (record["status"], record["error"]) == ("ok", None)
    assert "" not in _leaves(record)
    hits = [hit for s in record["sentences"] for hit in s["hits"]]
    assert hits and all(list(hit) == ["start", "end", "value", "rule"] for hit in hits)
    themes = [theme for act in record["acts"] for theme in act["themes"]]
    assert themes and all(list(theme) == ["theme", "role"] for theme in themes)


def test_numbers_of_the_record_have_at_most_six_decimals(seed):
    floats = [leaf for leaf in _leaves(seed.record()) if isinstance(leaf, float)]
    assert len(floats) > 50
    assert all(value == round(value, 6) and str(value) != "-0.0" for value in floats)


def test_the_record_is_a_copy(visit):
    visit.record()["sentences"][0]["hits"].append("mine")
    assert "mine" not in visit.record()["sentences"][0]["hits"]


def _leaves(value):
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in _leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner)]
    return [value]


def test_the_same_bytes_whatever_the_hash_seed():
    code = (
        "import json; from analysis import analyse, read; from pathlib import Path\n"
        "for path in sorted(Path('seeds').glob('*.txt')):\n"
        "    reading = analyse(read(path))\n"
        "    print(json.dumps(reading.record(), ensure_ascii=False), repr(reading), reading._repr_html_())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": number, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for number in ("0", "1", "4711")
    }
    assert len(told) == 1 and len(told.pop()) > 10_000


def test_a_reading_says_in_a_terminal_what_was_found(visit):
    lines = repr(visit).splitlines()
    assert lines[0].startswith("The mayor of Porto")
    assert lines[1] == "70 words in 7 sentences"
    assert lines[2].startswith("speakers  ") and "Ana Prado" in lines[2] and "%" in lines[2]
    assert len(lines) <= 8 and "0x" not in repr(visit)


def test_a_reading_can_be_kept_sent_and_compared(visit):
    again = pickle.loads(pickle.dumps(visit))
    assert again == visit == analyse(VISIT) and hash(again) == hash(visit)
    assert again.record() == visit.record()
    with pytest.raises(AttributeError):
        visit.article = None


def test_a_text_is_as_good_as_an_article():
    assert analyse(VISIT) == analyse(from_text(VISIT))


WRONG = [
    ("", "The text 'text' is empty."),
    ("   \n ", "holds nothing but white space"),
    ("seeds/x.txt", "'seeds/x.txt' is a path, not a text: write analyse(read('seeds/x.txt'))."),
    (Path("x.txt"), "'x.txt' is a path"),
    (None, "analyse takes an article, as read() gives it, or a text, not NoneType."),
    (b"bytes", "not bytes."),
    (GERMAN, "English"),
]


@pytest.mark.parametrize(("given", "sentence"), WRONG)
def test_what_is_no_article_is_refused_in_a_sentence(given, sentence):
    with pytest.raises(CommuniqueError) as refused:
        analyse(given)
    assert sentence.lower() in str(refused.value).lower()


ODD = [
    "The.",
    "the " * 3000,
    "“" * 50 + " the mayor said that it was late",
    "He said. She said. They said that they said.",
    "The mayor said \u202ethat it was\u202c late, and \U0001f91d the \u05e9\u05dc\u05d5\u05dd of it.",
    "The mayor said that " + "the city and " * 400 + "the sea were calm.",
    "The mayor said that <b>it</b> was {late} for $5 and $7 & that's it.\r\n\r\nThe end of the day.",
    "THE MAYOR SAID THAT THE CITY AND THE SEA WERE CALM",
    "the mayor’s “quote that is never closed and goes on.\n\nThe next paragraph was of no use to her.",
]


@pytest.mark.parametrize("text", ODD, ids=[t[:25] for t in ODD])
def test_odd_texts_are_read_too(text):
    article = Article("odd", text, "", body=(0, len(text)))
    reading = analyse(article)
    json.dumps(reading.record(), allow_nan=False)
    assert repr(reading) and reading._repr_html_()
    assert len(reading.sentences) == len(reading.found.sentences)


# --- frames ---


def test_a_frame_in_a_frame_out(visit):
    frame = pd.DataFrame(
        {"id": ["a", "b"], "text": [VISIT, "The mayor said that it was late."], "date": ["2026-01-02", None]},
        index=[7, 3],
    )
    made = analyse_frame(frame)
    assert list(made.index) == [7, 3]
    assert list(made.columns) == [*HEAD, *TABLES]
    assert made.status.tolist() == ["ok", "ok"] and made.error.isna().all()
    assert made.id.tolist() == ["a", "b"]
    assert made.n_words.tolist() == [70, 7]
    first = made.loc[7]
    assert first.speakers == visit.record()["speakers"] and first.acts == visit.record()["acts"]
    assert (first.date, first.outlet) == ("2026-01-02", "Wire")
    assert pd.isna(made.loc[3].date)


BAD_CELLS = [
    None,
    float("nan"),
    "",
    "  ",
    GERMAN,
    3.5,
    ["x"],
    b"text",
    pd.NaT,
]


@pytest.mark.parametrize("cell", BAD_CELLS, ids=repr)
def test_a_bad_row_says_why_and_the_others_go_on(cell):
    frame = pd.DataFrame({"text": pd.Series([cell, "The mayor said that it was late."], dtype="object")})
    made = analyse_frame(frame)
    assert made.status.tolist() == ["failed", "ok"]
    assert made.error[0].endswith(".") and "\n" not in made.error[0]
    assert pd.isna(made.n_words[0]) and made.sentences[0] == []
    assert made.dtypes.equals(analyse_frame(frame[1:]).dtypes)


def test_an_engine_that_breaks_is_a_row_with_its_error(monkeypatch):
    import analysis

    def breaks(article, **options):
        raise RuntimeError("an odd\nsentence")

    monkeypatch.setattr(analysis, "analyse", breaks)
    made = analyse_frame(pd.DataFrame({"text": ["The mayor said that it was late."]}))
    assert made.error.tolist() == ["The analysis broke: RuntimeError: an odd sentence"]
    assert made.n_words.tolist() == [7]


def test_a_frame_is_read_by_either_engine():
    frame = pd.DataFrame({"text": [VISIT]})
    rules = {name: [s["rule"] for s in analyse_frame(frame, engine=name).statements[0]] for name in ENGINES}
    assert rules["model"] == [s["rule"] for s in analyse_frame(frame).statements[0]] != rules["rules"]
    assert not any(rule.startswith("model") for rule in rules["rules"])
    with pytest.raises(CommuniqueError, match=r"^There is no engine 'oracle': it is model or rules\.$"):
        analyse_frame(frame, engine="oracle")


def test_an_empty_frame_has_the_same_columns_and_types():
    full = analyse_frame(pd.DataFrame({"text": [VISIT]}))
    for empty in (pd.DataFrame({"text": []}), pd.DataFrame({"text": pd.Series([], dtype="str")})):
        made = analyse_frame(empty)
        assert len(made) == 0 and made.dtypes.equals(full.dtypes)


def test_what_a_table_says_of_an_article_overrules_its_text():
    told = {"title": "A ferry", "outlet": "The Daily", "date": pd.Timestamp("2026-05-01")}
    made = analyse_frame(pd.DataFrame([{"text": VISIT} | told]))
    assert made[["title", "outlet", "date"]].iloc[0].tolist() == ["A ferry", "The Daily", "2026-05-01"]
    assert made.id.tolist() == ["0"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (pd.DataFrame({"body": []}), "needs one column text with the articles; its columns are body."),
        (pd.DataFrame(), "its columns are none."),
        (pd.DataFrame([["a", "b"]], columns=["text", "text"]), "needs one column text"),
        ([VISIT], "analyse_frame takes a DataFrame of articles, not list."),
    ],
)
def test_a_frame_without_texts_is_refused(given, sentence):
    with pytest.raises(CommuniqueError, match=sentence):
        analyse_frame(given)


def test_analyse_frame_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(analyse_frame)) is analyse_frame

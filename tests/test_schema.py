"""The tables as they are declared: names, types, and what of them goes into the record."""

import pandas as pd
import pytest

from analysis.schema import TABLES, frame, record

SAMPLES = {"int64": 3, "float64": 0.25, "str": "Porto", "object": [[1, 2]]}


def row(table):
    return {c.name: SAMPLES[c.dtype] for c in TABLES[table]}


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_named_once_typed_and_explained(table):
    names = [c.name for c in TABLES[table]]
    assert len(set(names)) == len(names)
    for column in TABLES[table]:
        assert column.name.islower() and column.name.isidentifier()
        assert column.dtype in SAMPLES
        assert len(column.meaning) > 7 and not column.meaning.endswith(".")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_frame_has_its_columns_and_types_with_any_number_of_rows(table, rows):
    made = frame(table, [row(table)] * rows)
    assert [(n, str(t)) for n, t in made.dtypes.items()] == [(c.name, c.dtype) for c in TABLES[table]]
    assert len(made) == rows


@pytest.mark.parametrize("table", TABLES)
def test_what_is_missing_does_not_change_the_type_of_a_column(table):
    missing = {c.name: None for c in TABLES[table] if c.dtype != "int64"}
    made = frame(table, [row(table) | missing])
    assert [str(t) for t in made.dtypes] == [c.dtype for c in TABLES[table]]
    for name in missing:
        assert pd.isna(made[name].iloc[0])


def test_a_frame_asks_for_every_column():
    with pytest.raises(KeyError, match="share"):
        frame("themes", [{"theme": "culture", "mentions": 1}])


# The fields of the record, in their order, as the project's design promises them to other programs
RECORD = {
    "sentences": "start end tone tone_vader hits",
    "statements": "id spans kind class polarity cue source speaker speaker_type via joint words "
    "confidence rule",
    "speakers": "name aliases role side type words share words_direct words_indirect words_mixed tone",
    "acts": "start end act stage side themes actors recipients proposer via cue rule",
    "themes": "theme mentions share",
}


@pytest.mark.parametrize("table", TABLES)
def test_the_record_has_exactly_the_promised_fields(table):
    (made,) = record(table, [row(table)])
    assert list(made) == RECORD[table].split()

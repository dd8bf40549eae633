"""Every table of the project, declared once: its columns, their types, and what they mean.

The same names serve the DataFrames of a reading, the CSV files of a report, the JSON record of
`communique annotate` and the tests. `in_record` is False for what only the tables carry, as a convenience
for people (the sentence itself, its number): the record leads back to the text by offsets alone.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Column(NamedTuple):
    """One column: its name, its pandas type, what it means, and whether it is part of the JSON record."""

    name: str
    dtype: str
    meaning: str
    in_record: bool = True


SENTENCES = (
    Column("sentence", "int64", "number of the sentence in the article, from 1", False),
    Column("start", "int64", "offset of the first character"),
    Column("end", "int64", "offset after the last character"),
    Column("tone", "float64", "tone of the wording, -1 to 1, zero being the tone of ordinary news"),
    Column("tone_vader", "float64", "nltk's VADER compound of the same sentence, the baseline"),
    Column("hits", "object", "what made the tone: {start, end, value, rule} each"),
    Column("direction", "float64", "of the acts told, -1 conflict to 1 cooperation, or null", False),
    Column("voice", "str", "whose words they are: narrator, direct, reported or mixed", False),
    Column("text", "str", "the sentence itself", False),
)

STATEMENTS = (
    Column("id", "int64", "number of the statement in the article, from 1"),
    Column("sentence", "int64", "number of the sentence in which it starts", False),
    Column("spans", "object", "where the content stands: [start, end] each"),
    Column("kind", "str", "direct, indirect or mixed"),
    Column("class", "str", "speech, belief or act"),
    Column("polarity", "str", "affirmed, negated or irrealis"),
    Column("cue", "object", "the words that announce it: [start, end], or null"),
    Column("source", "object", "the words that name the speaker: [start, end], or null"),
    Column("speaker", "str", "canonical name of the speaker, or null"),
    Column("speaker_type", "str", "person, organisation, group, document or implicit"),
    Column("via", "str", "who passed it on, where it is relayed, or null"),
    Column("joint", "object", "the members, where a group speaks as one, or null"),
    Column("words", "int64", "words of the content, whitespace tokens"),
    Column("confidence", "float64", "0 to 1: how sure the rule is"),
    Column("rule", "str", "the rule that found it"),
    Column("text", "str", "the content itself", False),
    Column("tones", "object", "tone of these words in each sentence: {sentence, tone}", False),
)

SPEAKERS = (
    Column("name", "str", "the fullest form of the name in the article"),
    Column("aliases", "object", "the other forms that were taken for this speaker"),
    Column("role", "str", "office as the article gives it, or null"),
    Column("side", "str", "city, country or organisation the speaker stands for, or null"),
    Column("type", "str", "person, organisation, group, document or implicit"),
    Column("statements", "int64", "number of affirmed statements of class speech", False),
    Column("words", "int64", "words of these statements"),
    Column("share", "float64", "these words over all such words of the article"),
    Column("words_direct", "int64", "of these, in direct quotation"),
    Column("words_indirect", "int64", "of these, in reported speech"),
    Column("words_mixed", "int64", "of these, in mixed statements"),
    Column("tone", "float64", "mean tone of their own words, sentence by sentence, or null"),
    Column("tone_n", "int64", "number of these sentences", False),
    Column("tone_spread", "float64", "standard deviation over them, or null when there is one", False),
    Column("tone_low", "float64", "lower end of the mean's 95 % interval, or null", False),
    Column("tone_high", "float64", "upper end of it, or null", False),
)

ACTS = (
    Column("sentence", "int64", "number of the sentence", False),
    Column("start", "int64", "offset of the clause that tells the act"),
    Column("end", "int64", "offset after it"),
    Column("act", "str", "what is done, from the taxonomy"),
    Column("stage", "str", "how far it has come, from the taxonomy"),
    Column("side", "str", "cooperation, conflict or none"),
    Column("themes", "object", "{theme, role} each; roles: object, aim, obstacle, name-only"),
    Column("actors", "object", "canonical names of those who act"),
    Column("recipients", "object", "canonical names of those towards whom"),
    Column("proposer", "str", "who proposed it, or null"),
    Column("via", "str", "who passed the news on, or null"),
    Column("cue", "object", "the words that decided the act: [start, end]"),
    Column("rule", "str", "the rule that decided it"),
    Column("text", "str", "the clause itself", False),
)

THEMES = (
    Column("theme", "str", "area of cooperation, from the taxonomy"),
    Column("mentions", "int64", "acts in which it is the object or the aim"),
    Column("share", "float64", "these over all such mentions of areas; null for the umbrella"),
    Column("roles", "object", "how often in each role", False),
    Column("stages", "object", "how often at each stage", False),
    Column("sentences", "object", "numbers of the sentences that carry it", False),
)

TARGETS = (
    Column("name", "str", "the fullest form of the name in the article"),
    Column("type", "str", "person, organisation, place or group"),
    Column("mentions", "int64", "sentences that name it"),
    Column("tone", "float64", "mean tone towards it over the sentences with evidence; null: no evidence"),
    Column("tone_n", "int64", "number of these sentences"),
    Column("tone_spread", "float64", "standard deviation over them, or null"),
    Column("hits", "object", "what made it: {start, end, value, rule} each, weighed by nearness"),
    Column("learned_neg", "int64", "sentences that the learnt second opinion is sure are unkind to it"),
    Column("learned_pos", "int64", "sentences that it is sure are kind to it"),
)

# The tables of the record.
TABLES: Mapping[str, tuple[Column, ...]] = {
    "sentences": SENTENCES,
    "statements": STATEMENTS,
    "speakers": SPEAKERS,
    "acts": ACTS,
    "themes": THEMES,
}


# Tables that a reading makes when they are asked for; they are no part of the record.
FURTHER: Mapping[str, tuple[Column, ...]] = {"targets": TARGETS}


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> "pd.DataFrame":
    """Make the DataFrame of one table: its columns in their order and types, also when there is no row."""
    import pandas as pd

    rows = list(rows)
    return pd.DataFrame(
        {
            c.name: pd.Series([row[c.name] for row in rows], dtype=c.dtype)
            for c in {**TABLES, **FURTHER}[table]
        }
    )


def record(table: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The same rows as plain values for JSON: only the columns of the record, in their order."""
    names = [c.name for c in TABLES[table] if c.in_record]
    return [{name: row[name] for name in names} for row in rows]

"""Every word list has its header, is sorted, has no entry twice, and reads as what its columns promise."""

import re
import unicodedata

import pytest

from analysis.lexicons import entries, words
from analysis.paths import LEXICONS

NAMES = sorted(path.stem for path in LEXICONS.glob("*.tsv"))
HEADER = ("# source: ", "# licence: ", "# date: ", "# columns: ")


def lines(name):
    text = (LEXICONS / f"{name}.tsv").read_text("utf-8")
    assert text.endswith("\n"), "the last line is not ended"
    return text[:-1].split("\n")


def body(name):
    """The rows below the header, each as a list of fields; the first is the line of column names."""
    return [line.split("\t") for line in lines(name) if not line.startswith("# ")]


def test_there_are_lexicons():
    assert {"cues", "titles", "places", "organisations"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_header_says_source_licence_date_and_columns(name):
    comments = [line for line in lines(name) if line.startswith("# ")]
    assert comments == lines(name)[: len(comments)], "a comment below the header would be skipped as an entry"
    for key in HEADER:
        assert any(line.startswith(key) and line[len(key) :].strip() for line in comments), f"no {key!r}"
    date = next(line for line in comments if line.startswith("# date: "))
    assert re.match(r"# date: \d{4}-\d{2}-\d{2}\b", date)


@pytest.mark.parametrize("name", NAMES)
def test_header_explains_every_column(name):
    explained = " ".join(line for line in lines(name) if line.startswith("# columns: "))
    for column in body(name)[0]:
        assert re.search(rf"\b{re.escape(column)}\b", explained), f"column {column!r} is not explained"


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_clean(name):
    columns, *rows = body(name)
    assert rows, "no entry"
    assert len(set(columns)) == len(columns)
    for row in rows:
        assert row[0], f"empty first field: {row}"
        assert len(row) <= len(columns), f"too many fields: {row}"
        assert row[-1], f"trailing tab: {row}"
        assert all(field == field.strip() for field in row), f"blanks around a field: {row}"
        assert all(unicodedata.normalize("NFC", field) == field for field in row), f"not NFC: {row}"


@pytest.mark.parametrize("name", NAMES)
def test_sorted_by_first_column(name):
    first = [row[0] for row in body(name)[1:]]
    assert first == sorted(first)


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_twice(name):
    rows = body(name)[1:]
    first = [row[0] for row in rows]
    pairs = [(*row, "")[:2] for row in rows]
    assert len(set(first)) == len(first) or len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("name", NAMES)
def test_loads(name):
    columns, *rows = body(name)
    loaded = entries(name)
    assert [list(entry) for entry in loaded] == [columns] * len(rows)
    assert [next(iter(entry.values())) for entry in loaded] == [row[0] for row in rows]
    assert words(name) == {row[0] for row in rows}


# What a column may hold: lexicon, column, the values (a field may list several where a separator is given).
VALUES = [
    ("cues", "class", None, "speech belief act"),
    ("cues", "frame", ",", "that np inf ing for quote to_person as"),
    ("noun_cues", "class", None, "speech belief act"),
    ("noun_cues", "frame", ",", "that of for to on in against over"),
    ("source_phrases", "position", None, "before around none"),
    ("source_phrases", "class", None, "speech belief"),
    ("titles", "kind", None, "office honorific profession"),
    ("titles", "gender", ",", "f m"),
    ("titles", "holder", None, "unique many"),
    ("places", "kind", None, "country capital city region"),
    ("organisations", "kind", None,
     "government company party court media sport education international civic security"),
    ("organisation_names", "kind", None,
     "government company party court media sport education international civic security"),
    ("given_names", "gender", None, "f m either"),
    ("family_names", "first", ";", "yes no mostly_no"),
    ("abbreviations", "kind", None,
     "title month place company latin time initial measure reference"),
    ("abbreviations", "ends", None, "may never"),
    ("pronouns", "person", None, "1 2 3"),
    ("pronouns", "number", None, "singular plural any"),
    ("pronouns", "gender", ",", "f m n"),
    ("pronouns", "case", None, "subject object possessive possessive_pronoun reflexive any"),
    ("groups", "kind", None, "person place organisation any"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "column", "separator", "allowed"), VALUES, ids=[f"{n}.{c}" for n, c, *_ in VALUES]
)
def test_values(name, column, separator, allowed):
    used = set()
    for entry in entries(name):
        field = entry[column]
        # a list may be empty, a single value may not
        used |= set(field.split(separator)) - {""} if separator else {field}
    assert used <= set(allowed.split())


@pytest.mark.parametrize(
    "name",
    ["cues", "noun_cues", "source_phrases", "titles", "organisations", "stopwords", "pronouns", "groups"],
)
def test_words_that_are_looked_up_in_lower_case_are_lower_case(name):
    assert [word for word in sorted(words(name)) if word != word.lower()] == []


@pytest.mark.parametrize("name", NAMES)
def test_apostrophes_are_straight(name):
    assert [word for word in sorted(words(name)) if set(word) & set("‘’“”")] == []


def test_irregular_forms_are_whole_paradigms():
    for entry in entries("cues"):
        forms = entry["forms"].split(",") if entry["forms"] else []
        assert len(forms) != 1, f"one form alone is no paradigm: {entry['lemma']}"
        if forms:
            assert forms[0].endswith("s"), entry["lemma"]
            assert forms[-1].endswith("ing"), entry["lemma"]


def test_cues_of_one_lemma_have_the_same_forms():
    forms = {}
    for entry in entries("cues"):
        forms.setdefault(entry["lemma"], set()).add(entry["forms"])
    assert {lemma: sorted(kinds) for lemma, kinds in forms.items() if len(kinds) > 1} == {}


# A verb that ends in a stressed consonant-vowel-consonant, or in ee, does not follow the regular rules.
DOUBLING = "admit permit commit submit plan quip plead agree disagree guarantee refer confer infer concur sum"


@pytest.mark.parametrize("lemma", DOUBLING.split())
def test_verbs_that_double_their_consonant_say_so(lemma):
    rows = [entry for entry in entries("cues") if entry["lemma"] == lemma]
    assert rows
    assert all(entry["forms"] for entry in rows)


@pytest.mark.parametrize(
    ("lemma", "particle", "cls"),
    [
        ("say", "", "speech"),
        ("point", "out", "speech"),
        ("call", "for", "speech"),
        ("emphasise", "", "speech"),
        ("welcome", "", "speech"),
        ("believe", "", "belief"),
        ("hope", "", "belief"),
        ("agree", "", "act"),
        ("discuss", "", "act"),
        ("invite", "", "act"),
        ("explore", "", "act"),
        ("meet", "", "act"),
    ],
)
def test_class_of_a_cue(lemma, particle, cls):
    rows = [entry for entry in entries("cues") if (entry["lemma"], entry["particle"]) == (lemma, particle)]
    assert [entry["class"] for entry in rows] == [cls]


@pytest.mark.parametrize("lemma", ["read", "laugh", "go", "sign"])
def test_everyday_verbs_need_a_quotation(lemma):
    frames = {
        entry["frame"] for entry in entries("cues") if (entry["lemma"], entry["particle"]) == (lemma, "")
    }
    assert frames == {"quote"}


@pytest.mark.parametrize("lemma", ["find", "show"])
def test_verbs_of_documents_need_a_clause(lemma):
    assert [entry["frame"] for entry in entries("cues") if entry["lemma"] == lemma] == ["that"]


def test_around_phrases_have_a_gap_and_only_they():
    for entry in entries("source_phrases"):
        assert (entry["position"] == "around") == ("..." in entry["phrase"]), entry["phrase"]


def test_every_place_belongs_to_a_country_of_the_list():
    countries = {entry["name"] for entry in entries("places") if entry["kind"] == "country"}
    for entry in entries("places"):
        assert entry["country"] in countries or (entry["kind"] == "region" and not entry["country"]), entry
    canonical = {entry["country"] for entry in entries("places") if entry["kind"] == "country"}
    assert canonical <= countries
    assert len(canonical) >= 193  # the members of the United Nations


def test_every_country_has_a_demonym():
    assert [e["name"] for e in entries("places") if e["kind"] == "country" and not e["demonym"]] == []


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("US", "United States", "country"),
        ("U.S.", "United States", "country"),
        ("Britain", "United Kingdom", "country"),
        ("UAE", "United Arab Emirates", "country"),
        ("Tokyo", "Japan", "capital"),
        ("Nairobi", "Kenya", "capital"),
        ("Busan", "South Korea", "city"),
        ("Aleppo", "Syria", "city"),
        ("Balkans", "", "region"),
    ],
)
def test_place(name, country, kind):
    assert [(e["country"], e["kind"]) for e in entries("places") if e["name"] == name] == [(country, kind)]


def test_gendered_titles():
    gender = {entry["title"]: entry["gender"] for entry in entries("titles")}
    assert (gender["spokeswoman"], gender["mr."], gender["queen"]) == ("f", "m", "f")
    assert gender["mayor"] == gender["spokesperson"] == gender["president"] == ""


def test_groups_lead_from_a_plural_to_a_singular():
    for entry in entries("groups"):
        assert entry["noun"] != entry["member"]


def test_nicknames_are_not_their_own_full_form():
    for entry in entries("nicknames"):
        assert entry["short"] not in entry["full"].split(";")


def test_abbreviations_end_in_a_full_stop():
    assert [word for word in sorted(words("abbreviations")) if not word.endswith(".")] == []


def test_every_file_has_a_paragraph_in_the_readme():
    readme = (LEXICONS / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}.tsv`" not in readme] == []

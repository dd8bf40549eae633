"""The PolNeAR benchmark on articles of our own, with answers worked out by hand."""

import gzip
import json
from types import SimpleNamespace

import pytest

from analysis.__main__ import main
from analysis.errors import CommuniqueError
from analysis.evaluation.annotated import read_polnear
from analysis.evaluation.attributions import Page, communicates
from analysis.evaluation.heads import Parse, simple_head
from analysis.evaluation.measures import Counts
from analysis.evaluation.polnear import evaluate_polnear, taken_apart
from analysis.evaluation.scoring import prepare, same_source, score
from analysis.lexicons import entries

HARBOUR = (
    "Mayor Rui Costa said that trams matter for the old harbour. "  # speech, indirect
    "“We open the quay in May,” said Ana Brito, a spokeswoman for the port. "  # speech, direct
    "She wants a new bridge. "  # neither word of communication nor quotation
    "According to the council, the “quick” plan is late."  # speech, mixed
)
MARKED = [
    ("Mayor Rui Costa", "said", "that trams matter for the old harbour"),
    ("Ana Brito", "said", "“We open the quay in May,”"),
    ("She", "wants", "a new bridge"),
    ("the council", "According to", "the “quick” plan is late"),
]


def spans(text, *parts, after=0):
    """Where each part stands in the text, the first time from `after` on."""
    return [[text.index(part, after), text.index(part, after) + len(part)] for part in parts if part]


def marked(text, source, cue, *content):
    """An attribution as the file has it; the cue is looked for beside its content."""
    near = max(0, text.index(content[0]) - 40) if cue == "said" and text.index(content[0]) > 50 else 0
    return {
        "source": spans(text, source),
        "cue": spans(text, cue, after=near),
        "content": spans(text, *content),
    }


def said(text, source, cue, *content, speaker=None, confidence=0.75):
    """A statement as an engine finds it."""
    one = marked(text, source, cue, *content)
    return SimpleNamespace(
        spans=tuple(map(tuple, one["content"])),
        cue=tuple(one["cue"][0]) if cue else None,
        source=tuple(one["source"][0]) if source else None,
        speaker=speaker,
        confidence=confidence,
    )


def row(text, *attributions, name="a", **more):
    return {"id": name, "text": text, "annotations": {"x": list(attributions)}, **more}


def written(folder, *rows, name="corpus.jsonl"):
    file = folder / name
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    return file


def cases(folder, *rows):
    return [prepare(article, *taken_apart(article)) for article in read_polnear(written(folder, *rows))]


@pytest.fixture
def harbour(tmp_path):
    return cases(tmp_path, row(HARBOUR, *(marked(HARBOUR, *one) for one in MARKED)))


def perfect():
    speakers = ("Rui Costa", "Ana Brito", "Ana Brito", "the council")
    return [said(HARBOUR, *one, speaker=name) for one, name in zip(MARKED, speakers, strict=True)]


def whole(gold, *predictions, view="all"):
    return score(gold, predictions, draws=0).views[view].counts["attribution", "whole"]


# What is gold


def test_gold_is_cut_into_views_and_kinds(harbour):
    assert [(a.kind, a.speech) for a in harbour[0].gold] == [
        ("indirect", True),
        ("direct", True),
        ("indirect", False),
        ("mixed", True),
    ]


def test_quoted_words_are_reported_speech_whatever_the_cue():
    text = "She wants “a wide bridge” and a quay."
    page = Page(text)
    quoted, plain = (
        page.attribution(content=spans(text, part), source=[], cue=spans(text, "wants"), speaker=None)
        for part in ("“a wide bridge” and a quay", "a quay")
    )
    assert (quoted.kind, quoted.speech) == ("mixed", True)
    assert (plain.kind, plain.speech) == ("indirect", False)


def test_gold_sources_go_through_our_resolver(harbour):
    assert [a.speaker for a in harbour[0].gold] == ["Rui Costa", "Ana Brito", "Ana Brito", "the council"]
    assert [a.crude for a in harbour[0].gold] == ["costa", "brito", "she", "the council"]


def test_gold_is_the_first_annotator_in_sorted_order(tmp_path):
    one, other = marked(HARBOUR, *MARKED[0]), marked(HARBOUR, *MARKED[1])
    file = written(tmp_path, {"id": "a", "text": HARBOUR, "annotations": {"zoe": [one], "ann": [other, one]}})
    assert len(read_polnear(file)[0].attributions) == 2


def test_the_words_of_communication_are_verbs_and_nouns_of_speech_in_our_lexicons():
    known = {e["lemma"] for e in entries("cues") if e["class"] == "speech"}
    nouns = {e["noun"] for e in entries("noun_cues") if e["class"] == "speech"}
    for entry in entries("communication_cues"):
        assert entry["kind"] in ("verb", "noun", "word")
        assert entry["lemma"] in {"verb": known, "noun": nouns, "word": nouns | {"according"}}[entry["kind"]]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", True),
        ("has repeatedly told", True),
        ("ACCORDING TO", True),
        ("in two speeches", True),
        ("wrote on Monday", True),
        ("wants", False),
        ("sad", False),
        ("accord", False),
        (":", False),
        ("", False),
    ],
)
def test_a_cue_communicates(cue, expected):
    assert communicates(cue) is expected


def test_marks_of_punctuation_are_no_words_unless_there_is_nothing_else():
    page = Page("Ana Brito: “Yes,” and more")
    assert len(page.words([(0, 10)])) == 2  # Ana Brito :
    assert len(page.words([(9, 10)])) == 1  # :
    assert page.words([(10, 18)]) == page.words([(12, 15)])  # with and without its marks
    assert page.words([]) == frozenset()


def test_a_quotation_that_is_not_closed_ends_with_its_line():
    text = "“One two three\nfour five six."
    page = Page(text)
    kinds = [
        page.attribution(content=spans(text, c), source=[], cue=[], speaker=None).kind
        for c in ("two", "five")
    ]
    assert kinds == ["direct", "indirect"]


# Heads


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("Rui Costa", "Costa"),
        ("a spokeswoman for the port", "spokeswoman"),
        ("the mayor of Porto, Rui Costa", "mayor"),
        ("Ana Brito, a spokeswoman", "Brito"),
        ("the aide who left", "aide"),
        ("the port's owner", "owner"),
        ("the port's", "port"),
        ("in the memo", "memo"),
        ("she", "she"),
        (":", ":"),
    ],
)
def test_head_by_rule(source, head):
    words = source.replace("'s", " 's").replace(",", " ,").split()
    assert words[simple_head(words)] == head


def test_no_words_have_no_head():
    assert simple_head([]) is None


PORT = "The port of Oslo hopes."
# The <- port, port <- hopes, of <- Oslo, Oslo <- port, hopes root, . <- hopes
TREE = [
    [
        [0, 3, "DT", "the", "O", 2, "det"],
        [4, 8, "NN", "port", "O", 5, "nsubj"],
        [9, 11, "IN", "of", "O", 4, "case"],
        [12, 16, "NNP", "Oslo", "O", 2, "nmod"],
        [17, 22, "VBZ", "hope", "O", 0, "root"],
        [22, 23, ".", ".", "O", 5, "punct"],
    ]
]


@pytest.mark.parametrize(
    ("source", "head"),
    [("The port of Oslo", "port"), ("of Oslo", "Oslo"), ("Oslo hopes", "hopes"), ("The", "The")],
)
def test_head_by_parse(source, head):
    start, end = Parse(TREE).head(PORT, spans(PORT, source))
    assert PORT[start:end] == head


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the mayor of Porto", "mayor", True),
        ("the mayor of Porto", "the mayor of Porto and the aides", True),
        ("the mayor", "the mayor aides", False),  # "mayor" is in both, the head "aides" only in one
        ("the mayor", "Porto", False),
        ("the mayor", "", False),
        ("", "", True),
    ],
)
def test_heads_must_match_in_both_directions(one, other, same):
    text = "the mayor aides" if "mayor aides" in other else "the mayor of Porto and the aides"
    page = Page(text)
    first, second = (
        page.attribution(content=[], source=spans(text, part), cue=[], speaker=None) for part in (one, other)
    )
    assert same_source(first, second) is same_source(second, first) is same


# Scores


def test_what_people_marked_is_right_in_everything(harbour):
    result = score(harbour, [perfect()], draws=20)
    for view, n in (("all", 4), ("speech", 3)):
        figures = result.views[view]
        assert {key for key, c in figures.counts.items() if c.f1 not in (1.0, None)} <= {
            (kind, how)
            for kind in ("direct", "mixed", "indirect")
            for how in ("covered", "recall", "precision")
        }
        assert figures.counts["attribution", "strict"].gold == n
        assert figures.shares["speaker"].mean == figures.shares["crude"].mean == 0
        assert figures.shares["speaker"].top == figures.coverage == 1
        assert figures.intervals["attribution whole"] == (1.0, 1.0)


def test_nothing_found_costs_everything(harbour):
    figures = score(harbour, [[]], draws=0).views["all"]
    assert figures.counts["attribution", "whole"] == Counts(right=0, predicted=0, gold=4)
    assert (figures.shares["speaker"].mean, figures.shares["speaker"].top) == (1.0, 0.0)
    assert figures.coverage == 0.0
    assert figures.intervals == {} and figures.calibration == ()


def test_half_of_the_content_is_enough_and_less_is_not(tmp_path):
    text = "Ana Brito said one two three four."
    gold = cases(tmp_path, row(text, marked(text, "Ana Brito", "said", "one two three four")))
    rights = [
        whole(gold, [said(text, "Ana Brito", "said", content)]).right
        for content in ("one two", "one", "two three four")
    ]
    assert rights == [1, 0, 1]


def test_strict_wants_half_of_what_was_found_to_be_gold(tmp_path):
    text = "Ana Brito said one two. Then came three four five."
    gold = cases(tmp_path, row(text, marked(text, "Ana Brito", "said", "one two")))
    counts = score(gold, [[said(text, "Ana Brito", "said", text[15:])]], draws=0).views["all"].counts
    assert counts["attribution", "whole"].f1 == 1.0  # 2 of 2 gold words
    assert counts["attribution", "strict"].f1 == 0.0  # 2 of 7 words found
    assert counts["content", "overlap"].f1 == 1.0
    assert counts["content", "exact"].f1 == 0.0
    assert counts["content", "token"].precision == pytest.approx(2 / 7)
    assert counts["content", "token"].recall == 1.0


def test_one_long_statement_cannot_be_right_twice(tmp_path):
    text = "Ana Brito said one two and said three four."
    first, second = (marked(text, "Ana Brito", "said", c) for c in ("one two", "three four"))
    gold = cases(tmp_path, row(text, first, second))
    counts = score(gold, [[said(text, "Ana Brito", "said", text[15:-1])]], draws=0).views["all"].counts
    assert counts["attribution", "whole"] == Counts(right=1, predicted=1, gold=2)
    # both share one source, which counts once; the cue is found once, too
    assert counts["source", "exact"].gold == 1 and counts["source", "exact"].f1 == 1.0


def test_the_wrong_source_is_wrong_and_its_content_is_found(harbour):
    found = perfect()
    found[1] = said(HARBOUR, "Mayor Rui Costa", "said", MARKED[1][2], speaker="Rui Costa")
    counts = score(harbour, [found], draws=0).views["speech"].counts
    assert counts["attribution", "whole"].right == counts["attribution", "strict"].right == 2
    assert counts["attribution", "covered"].right == 3
    assert (counts["direct", "recall"].recall, counts["direct", "covered"].recall) == (0.0, 1.0)
    assert counts["direct", "precision"].precision == 0.0
    assert counts["mixed", "recall"].recall == counts["indirect", "precision"].precision == 1.0


def test_share_distance_by_hand(harbour):
    # words: Costa 7, Brito 6 + 3, council 5 = 21; without the bridge and with the council's five for Costa:
    # Costa 12, Brito 6 of 18
    found = [
        perfect()[0],
        perfect()[1],
        said(HARBOUR, "Mayor Rui Costa", "According to", MARKED[3][2], speaker="Rui Costa"),
    ]
    figures = score(harbour, [found], draws=0).views["all"]
    expected = (abs(7 / 21 - 12 / 18) + abs(9 / 21 - 6 / 18) + 5 / 21) / 2
    assert figures.shares["speaker"].mean == pytest.approx(expected)
    assert figures.shares["speaker"].top == 0.0  # Brito has most, not Costa
    assert figures.coverage == pytest.approx(18 / 21)
    # the crude key takes "She" for another one: costa 7, brito 6, she 3, the council 5
    crude = (abs(7 / 21 - 12 / 18) + abs(6 / 21 - 6 / 18) + 3 / 21 + 5 / 21) / 2
    assert figures.shares["crude"].mean == pytest.approx(crude)


def test_attributions_without_a_source_are_left_out_of_shares(tmp_path):
    text = "Ana Brito said one two. Reportedly three four five."
    gold = cases(
        tmp_path,
        row(
            text,
            marked(text, "Ana Brito", "said", "one two"),
            marked(text, "", "Reportedly", "three four five"),
        ),
    )
    found = [
        said(text, "Ana Brito", "said", "one two", speaker="Ana Brito"),
        said(text, "", "Reportedly", "three four five"),
    ]
    figures = score(gold, [found], draws=0).views["all"]
    assert figures.counts["attribution", "whole"].f1 == 1.0  # both sources empty is a match
    assert figures.counts["source", "exact"].gold == 1
    assert figures.shares["speaker"].mean == 0.0
    assert figures.coverage == 1.0


def test_share_of_several_articles(tmp_path):
    text = "Ana Brito said one two."
    gold = cases(tmp_path, *(row(text, marked(text, "Ana Brito", "said", "one two"), name=n) for n in "abc"))
    right = [said(text, "Ana Brito", "said", "one two", speaker="Ana Brito")]
    share = score(gold, [right, right, []], draws=0).views["speech"].shares["speaker"]
    assert share == pytest.approx((3, 1 / 3, 0.0, 0.8, 2 / 3))


def test_confidence_is_compared_with_strict_rights(harbour):
    found = [*perfect()[:3], said(HARBOUR, "She", "According to", MARKED[3][2], confidence=0.71)]
    (row,) = score(harbour, [found], draws=0).views["all"].calibration
    assert (row.low, row.n, row.right) == (0.7, 4, 0.75)
    assert row.confidence == pytest.approx((3 * 0.75 + 0.71) / 4)


def test_publishers_are_kept_apart(tmp_path):
    text = "Ana Brito said one two."
    one = marked(text, "Ana Brito", "said", "one two")
    rows = [
        row(text, one, name="gull_1"),
        row(text, one, name="x", publisher="tern"),
        row(text, one, name="gull_2"),
    ]
    right = [said(text, "Ana Brito", "said", "one two")]
    publishers = score(cases(tmp_path, *rows), [right, right, []], draws=0).views["all"].publishers
    assert {name: c.recall for name, c in publishers.items()} == {"gull": 0.5, "tern": 1.0}


def test_predictions_must_be_as_many_as_the_articles(harbour):
    with pytest.raises(ValueError):
        score(harbour, [])


# Files that are not as they should be

GOOD = json.dumps(row(HARBOUR, marked(HARBOUR, *MARKED[0])))
BAD = [
    ("", "corpus.jsonl holds no article."),
    ("\n \n", "corpus.jsonl holds no article."),
    (GOOD + "\n{", "corpus.jsonl, line 2: not JSON."),
    (GOOD + "\n\n[]", "corpus.jsonl, line 3: not a JSON object."),
    (GOOD + "\n" + GOOD, "corpus.jsonl, line 2: the id 'a' was there before."),
    ('{"id": "a", "text": "Hm."}', "corpus.jsonl, line 1: annotations is missing."),
    ('{"text": "Hm.", "annotations": {}}', "corpus.jsonl, line 1: id is missing."),
    ('{"id": "a", "text": 3, "annotations": {}}', "corpus.jsonl, line 1: id and text must be text."),
    ('{"id": "a", "text": "Hm.", "annotations": {}}', "annotations must hold at least one annotator."),
    ('{"id": "a", "text": "\\ud800", "annotations": {}}', "line 1: the text holds half a character."),
    ('{"id": "a", "text": "Hm.", "annotations": {"x": 1}}', "an annotator's attributions must be a list."),
    ('{"id": "a", "text": "Hm.", "annotations": {"x": [1]}}', "an object with source, cue and content."),
    ('{"id": "a", "text": "Hm.", "annotations": {"x": [{"source": []}]}}', "line 1: cue is missing."),
    (
        '{"id": "a", "text": "Hm.", "annotations": {"x": [{"source": [[0, 9]], "cue": [], "content": []}]}}',
        "line 1: source [0, 9] is not within the text of 3 characters.",
    ),
    (
        '{"id": "a", "text": "Hm.", "annotations": {"x": [{"source": [0, 1], "cue": [], "content": []}]}}',
        "line 1: source must be a list of [start, end].",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), BAD)
def test_a_broken_file_is_one_sentence_with_its_line(tmp_path, monkeypatch, capsys, content, sentence):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus.jsonl").write_text(content, "utf-8")
    assert main(["evaluate", "polnear", "corpus.jsonl"]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("communique: corpus.jsonl") and error.rstrip().endswith(sentence)
    assert error.count("\n") == 1


def test_bytes_that_are_no_text_and_half_an_archive(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "latin.jsonl").write_bytes(GOOD.encode() + b"\n\xff\n")
    whole = gzip.compress((GOOD + "\n").encode() * 1)
    (tmp_path / "half.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "plain.jsonl.gz").write_bytes(GOOD.encode())
    for name in ("latin.jsonl", "half.jsonl.gz", "plain.jsonl.gz", "nowhere.jsonl", "."):
        assert main(["evaluate", "polnear", name]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "communique: latin.jsonl, line 2: not UTF-8.",
        "communique: half.jsonl.gz is not a whole gzip file: it breaks after line 0.",
        "communique: plain.jsonl.gz is not a whole gzip file: it breaks after line 0.",
        "communique: There is no file nowhere.jsonl.",
        "communique: . is a folder; name the file with the annotated articles.",
    ]


def test_parses_must_fit(tmp_path):
    file = written(tmp_path, row(PORT, marked(PORT, "The port of Oslo", "hopes", "hopes")))
    other = written(tmp_path, {"id": "b", "sentences": TREE}, name="other.jsonl")
    with pytest.raises(CommuniqueError, match=r"holds the parse of none of the articles of"):
        read_polnear(file, parses=other)
    wrong = written(
        tmp_path, {"id": "a", "sentences": [[[0, 3, "DT", "the", "O", 7, "det"]]]}, name="wrong.jsonl"
    )
    with pytest.raises(CommuniqueError, match=r"line 1: a governor outside its sentence\."):
        read_polnear(file, parses=wrong)
    right = written(tmp_path, {"id": "a", "sentences": TREE}, name="right.jsonl")
    assert read_polnear(file, parses=right)[0].parse is not None


# The command


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Three articles, one of them without a statement, in a gzipped file of the working directory."""
    monkeypatch.chdir(tmp_path)
    quiet = "The ferry runs on Sundays, too."
    rows = [
        row(HARBOUR, *(marked(HARBOUR, *one) for one in MARKED), name="gull_1"),
        row(HARBOUR, *(marked(HARBOUR, *one) for one in MARKED[:2]), name="gull_2"),
        row(quiet, name="tern_1"),
    ]
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in rows)
    return tmp_path / "corpus.jsonl.gz"


def test_the_command_prints_a_table(corpus, capsys):
    assert main(["evaluate", "polnear", corpus.name]) == 0
    out, error = capsys.readouterr()
    assert error == ""
    assert out.startswith("PolNeAR: 3 articles, 84 words; engine: model\n")
    assert "first annotator in sorted order" in out
    labels = "whole attribution,  strict,cue      exact,  mixed,share distance,  gull,confidence"
    for label in labels.split(","):
        assert f"\n{label}" in out, label
    assert max(map(len, out.splitlines())) < 100


def test_the_command_prints_json_and_writes_what_was_found(corpus, capsys):
    options = ["--engine", "rules", "--json", "--limit", "2", "--predictions", "out/found.jsonl"]
    assert main(["evaluate", "polnear", corpus.name, *options]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["articles"], record["engine"]) == (2, "rules")
    counts = record["views"]["speech"]["scores"]["attribution"]["whole"]
    lines = [json.loads(line) for line in (corpus.parent / "out/found.jsonl").read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["gull_1", "gull_2"]
    first = lines[0]["statements"][0]
    assert HARBOUR[slice(*first["spans"][0])] == "that trams matter for the old harbour"
    assert (first["speaker"], first["fate"]) == ("Rui Costa", "strict")
    assert counts["predicted"] >= 4 and counts["gold"] == 5 and 4 <= counts["right"] <= 5


def test_heads_may_come_from_parses(tmp_path, capsys):
    text = "The harbour office memo warns that trams matter."
    corpus = written(
        tmp_path, row(text, marked(text, "The harbour office memo", "warns", "that trams matter"))
    )
    heads = [2, 3, 4, 5, 0, 8, 8, 5]  # The <- harbour <- office <- memo <- warns
    tokens = [
        [text.index(word), text.index(word) + len(word), "NN", word, "O", head, "dep"]
        for word, head in zip(text[:-1].split(), heads, strict=True)
    ]
    parses = written(tmp_path, {"id": "a", "sentences": [tokens]}, name="parses.jsonl")
    assert main(["evaluate", "polnear", str(corpus), "--parses", str(parses)]) == 0
    assert "Heads of sources: from the parses of 1 article, else by rule." in capsys.readouterr().out
    (article,) = read_polnear(corpus, parses=parses)
    (gold,) = prepare(article, *taken_apart(article)).gold
    assert gold.head == Page(text).words(spans(text, "memo"))


def test_a_second_run_gives_the_same_bytes(corpus, capsys):
    def run(number, *options):
        file = f"found{number}.jsonl"
        assert main(["evaluate", "polnear", corpus.name, "--predictions", file, *options]) == 0
        return capsys.readouterr().out, (corpus.parent / file).read_bytes()

    assert run(1) == run(2)
    assert run(3, "--json") == run(4, "--json")


def test_an_engine_of_ones_own_can_be_measured(corpus):
    def silent(document, referents):
        return ()

    result = evaluate_polnear(corpus, engine=silent, draws=0)
    assert result.engine == "silent"
    assert result.views["all"].counts["attribution", "whole"].f1 == 0.0
    with pytest.raises(CommuniqueError, match=r"There is no engine 'oracle' in this copy; it has: .*rules"):
        evaluate_polnear(corpus, engine="oracle")


def test_predictions_do_not_replace_a_folder_and_leave_nothing_half_written(corpus, capsys):
    assert main(["evaluate", "polnear", corpus.name, "--predictions", "."]) == 2
    assert "is a folder" in capsys.readouterr().err

    def broken(document, referents):
        raise CommuniqueError("Broken on purpose.")

    with pytest.raises(CommuniqueError):
        evaluate_polnear(corpus, engine=broken, predictions=corpus.parent / "found.jsonl")
    assert [path.name for path in corpus.parent.iterdir()] == [corpus.name]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "The following arguments are required: NAME. See communique evaluate --help."),
        (["polnear"], "The following arguments are required: FILE. See communique evaluate polnear --help."),
        (["nonsense"], "Argument NAME: invalid choice: 'nonsense'"),
        (["polnear", "f", "--limit", "0"], "Argument --limit: must be a whole number from 1, not '0'."),
        (["polnear", "f", "--engine", "magic"], "Argument --engine: invalid choice: 'magic'"),
    ],
)
def test_the_command_refuses_in_one_sentence(arguments, sentence, capsys):
    assert main(["evaluate", *arguments]) == 2
    error = capsys.readouterr().err
    assert sentence in error and error.count("\n") == 1

import pytest

from analysis.errors import CommuniqueError, ParameterError
from analysis.report.choice import choose
from analysis.report.parameters import convert, declared
from tests.report.conftest import FIXTURES


def cell(source, *tags):
    return {"cell_type": "code", "metadata": {"tags": list(tags)}, "source": source}


@pytest.mark.parametrize(
    ("line", "kind", "optional"),
    [
        ("a: str = 'x'  # a text", "str", False),
        ("a: int = 3", "int", False),
        ("a: float = .5", "float", False),
        ("a: bool = True", "bool", False),
        ("a: str | None = None", "str", True),
        ("a: None | int = None", "int", True),
        ("a: Optional[float] = None", "float", True),
        ("a: 'int' = 1", "int", False),
        ("a: list[str] = []", "", False),
        ("a: str | int = 1", "", False),
        ("a = 3", "int", False),
        ("a = 'x'", "str", False),
    ],
)
def test_a_declaration_says_the_kind(line, kind, optional):
    (found,) = declared(
        {"cells": [cell("b = 1"), cell(["# first\n", line], "parameters"), cell("c: int = 1")]}
    )
    assert (found.name, found.kind, found.optional) == ("a", kind, optional)


def test_a_notebook_without_a_parameters_cell_declares_nothing():
    assert declared({"cells": [cell("a: int = 1")]}) == ()


@pytest.mark.parametrize(
    ("text", "annotation", "value"),
    [
        ("007", "str", "007"),
        ("000_4156", "str", "000_4156"),
        ("12e4", "str", "12e4"),
        ("", "str", ""),
        ("None", "str", "None"),
        ("None", "str | None", None),
        ("x", "str | None", "x"),
        ("007", "int", 7),
        ("-3", "int", -3),
        ("12e4", "float", 120000.0),
        ("3", "float", 3.0),
        ("true", "bool", True),
        ("No", "bool", False),
    ],
)
def test_the_annotation_alone_decides_the_value(text, annotation, value):
    (parameter,) = declared({"cells": [cell(f"a: {annotation} = None", "parameters")]})
    got = convert(text, parameter)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("text", "annotation", "sentence"),
    [
        ("three", "int", "The parameter a must be a whole number (int), not 'three'."),
        ("3.5", "int", "The parameter a must be a whole number (int), not '3.5'."),
        ("nan", "float", "The parameter a must be a number (float), not 'nan'."),
        ("maybe", "bool", "The parameter a must be true or false (bool), not 'maybe'."),
        ("x", "int | None", "The parameter a must be a whole number or None (int | None), not 'x'."),
        ("x", "list", "The parameter a is a list, which cannot be given by -p; change it in the notebook."),
    ],
)
def test_what_does_not_fit_is_one_sentence(text, annotation, sentence):
    (parameter,) = declared({"cells": [cell(f"a: {annotation} = None", "parameters")]})
    with pytest.raises(ParameterError) as caught:
        convert(text, parameter)
    assert str(caught.value) == sentence


def test_values_reach_only_the_notebooks_that_declare_them():
    choice = choose(["fine", "broken"], given={"top": "007"}, folder=FIXTURES)
    assert {n.name: dict(n.given) for n in choice.notebooks} == {"broken": {}, "fine": {"top": 7}}


def test_the_runner_passes_article_and_out_only_where_they_are_declared():
    (notebook,) = choose(["fine"], folder=FIXTURES).notebooks
    assert notebook.parameters("inputs/a.txt", "articles/a") == {
        "article": "inputs/a.txt",
        "out": "articles/a",
    }


@pytest.mark.parametrize(
    ("names", "given", "sentence"),
    [
        (["nowhere"], {}, "There is no notebook 'nowhere'; there are broken, "),
        ([], {}, "No notebook was chosen; there are broken, "),
        (
            ["broken"],
            {"top": "3"},
            "None of the chosen notebooks has a parameter 'top'; they declare none that can be given.",
        ),
        (
            ["fine"],
            {"topp": "3"},
            "has a parameter 'topp'; they declare title, top, half, wide, side, names.",
        ),
        (["fine"], {"article": "x"}, "The parameter article is set by the report itself"),
        (["fine"], {"out": "x"}, "The parameter out is set by the report itself"),
        (["no_parameters"], {}, "The notebook no_parameters has no parameter named article"),
        (["no_article"], {}, "The notebook no_article has no parameter named article"),
    ],
)
def test_a_choice_that_cannot_be_run_is_refused_before_anything_runs(names, given, sentence):
    with pytest.raises(ParameterError) as caught:
        choose(names, given=given, folder=FIXTURES)
    assert sentence in str(caught.value)


def test_a_folder_without_notebooks_and_a_file_that_is_none(tmp_path):
    with pytest.raises(CommuniqueError, match="There are no notebooks in"):
        choose(folder=tmp_path)
    (tmp_path / "odd.ipynb").write_text("not JSON")
    with pytest.raises(CommuniqueError, match=r"The notebook odd\.ipynb cannot be read"):
        choose(folder=tmp_path)


def test_the_four_come_first_and_others_follow_by_name(tmp_path):
    for name in ("zebra", "sentiment", "aardvark", "briefing", "cooperation_themes", "speaker_share"):
        (tmp_path / f"{name}.ipynb").write_bytes((FIXTURES / "fine.ipynb").read_bytes())
    names = [n.name for n in choose(folder=tmp_path).notebooks]
    assert names == ["briefing", "speaker_share", "sentiment", "cooperation_themes", "aardvark", "zebra"]

"""The package as a whole: its public names, and that importing it costs next to nothing."""

import subprocess
import sys

import pytest

import analysis
from analysis.paths import PROJECT

HEAVY = ["pandas", "numpy", "matplotlib", "nltk", "papermill", "nbconvert", "IPython", "jinja2", "tqdm"]


def loaded(code: str) -> list[str]:
    """Which heavy packages are there after some code, in a fresh process."""
    code = f"{code}\nimport sys; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("import analysis", []),
        ("import analysis; dir(analysis); analysis.__version__", []),
        ("from analysis import read, CommuniqueError, Article", []),
        ("from analysis import analyse, analyse_frame, Reading", ["pandas", "numpy"]),
        ("from analysis import figures, options, prose, results, schema, tables", ["pandas", "numpy"]),
        ("import analysis.report", None),
    ],
)
def test_an_import_brings_nothing_that_it_does_not_need(code, wanted):
    found = loaded(code)
    if wanted is not None:
        assert set(found) <= set(wanted)
    assert not {"matplotlib", "nltk", "papermill", "nbconvert", "IPython"} & set(found)


def test_every_public_name_is_there():
    assert sorted(analysis.__all__) == analysis.__all__
    assert 10 <= len(analysis.__all__) <= 14
    for name in analysis.__all__:
        assert getattr(analysis, name) is not None
        assert name in dir(analysis)


def test_a_function_is_a_function_whatever_was_imported_before():
    code = (
        "import analysis.engine, analysis.frames, analysis.show, analysis.reading, analysis.record\n"
        "from analysis import analyse, analyse_frame, read, Reading, figures\n"
        "assert callable(analyse) and callable(analyse_frame) and callable(read)\n"
        "assert figures.__name__ == 'analysis.figures'"
    )
    loaded(code)


def test_star_gives_the_public_names():
    names: dict = {}
    exec("from analysis import *", names)
    assert set(analysis.__all__) <= set(names)


def test_the_version_is_a_version():
    assert analysis.__version__[0].isdigit()
    assert "__version__" in dir(analysis)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'analysis' has no attribute 'analyze'"):
        analysis.analyze  # noqa: B018
    with pytest.raises(ImportError, match="analyze"):
        from analysis import analyze  # noqa: F401

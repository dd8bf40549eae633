"""Speakers: whom the words of a source stand for."""

import pytest

from analysis.speech.resolve import IMPLICIT, resolve
from analysis.speech.speaking import head_of, is_speaker
from tests.speech.made import marked


@pytest.mark.parametrize(
    ("text", "name", "kind", "joint"),
    [
        ("| Mayor Ana Silva | spoke.", "Ana Silva", "person", None),
        ("Ana Silva came. | She | spoke.", "Ana Silva", "person", None),
        ("| A spokesman for the Transport Ministry | spoke.", "Transport Ministry", "organisation", None),
        ("| Oslo and Porto | spoke.", "Oslo and Porto", "group", ("Oslo", "Porto")),
        ("| the mayor of Porto, Rui Costa, | spoke.", "Rui Costa", "person", None),
        ("| The local residents | spoke.", "the local residents", "group", None),
        ("| A lone hiker | spoke.", "a lone hiker", "person", None),
        ("| The letter | spoke.", "the letter", "document", None),
        ("| They | spoke.", None, "group", None),
        ("Ana Silva came. | Their speaker, 19-year-old Ana Silva, | spoke.", "Ana Silva", "person", None),
        ("| Vice Mayor for Economic Affairs Kim Do-yeol | spoke.", "Kim Do-yeol", "person", None),
        ("| Bob Ruiz, a California delegate and Costa supporter, | spoke.", "Bob Ruiz", "person", None),
        (
            "Porto City Council met. | A council spokesman | spoke.",
            "Porto City Council",
            "organisation",
            None,
        ),
        ("| A pollster, trained in Oslo, | spoke.", "a pollster", "person", None),
    ],
)
def test_resolve(text, name, kind, joint):
    made, (first, last) = marked(text)
    if made.lower[last - 1] == ",":
        last -= 1
    assert resolve(made, (first, last)) == (name, kind, joint)


def test_a_source_that_is_not_there_is_nobody():
    made, _ = marked("Trams matter.")
    assert resolve(made, None) == IMPLICIT


@pytest.mark.parametrize(
    ("text", "head", "speaker"),
    [
        ("| the head of the council | spoke.", "head", True),
        ("| lawyers for the firm | spoke.", "lawyers", True),
        ("| the sudden visit | spoke.", "visit", False),
        ("| this | spoke.", "this", False),
        ("| a report in May | spoke.", "report", True),
    ],
)
def test_who_can_speak(text, head, speaker):
    made, (first, last) = marked(text)
    assert made.lower[head_of(made, first, last)] == head
    assert is_speaker(made, first, last) is speaker

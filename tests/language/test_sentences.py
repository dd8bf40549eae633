"""Where a sentence ends, and where a full stop, a question or a quotation does not end it."""

import pytest

from tests.language.made import document

ROWS = [
    "The mayors met. | They signed.",
    "Dr. Costa met Mr. Silva. | They signed.",
    "Gov. Ana Ruiz of St. Louis spoke.",
    "U.S. President Ana Ruiz met the U.N. envoy.",
    "He flew to the U.S. | The ministry said so.",
    "It opens at 9 a.m. | The port is ready.",
    "It opens at 9 a.m. on Monday.",
    "It opened at 11 p.m. | “We are tired,” he said.",
    "J. R. Silva spoke. | A. Costa did not.",
    "It costs 1.5 million. | No. 5 sails on Jan. 3 with him.",
    "Silva Inc. sold it. | Costa Ltd. bought it.",
    "“We start,” he said. | “It is late.”",
    "“Is it open?” she asked.",
    "“Stop!” Silva cried. | Nobody did.",
    "“Is it open?” | The mayor had no answer.",
    "“We start in May.” | He added that fares stay low.",
    "“We start in May.” | “We end in June.”",
    "“Is it open? | Is it late?” she asked.",
    "He paused... and went on.",
    "He paused... | Then he went on.",
    "Why? | Because it pays.",
    "The deal (signed in May.) is off.",
    "They met (in Porto.) | They signed.",
    "She said: “It is done.” | Nobody doubted it.",
    "Costa, of Harbour Co., said no. | Silva said yes.",
    "He left … | Nobody knew.",
    "'It is done,' she said. | 'We sail.'",
]


@pytest.mark.parametrize("marked", ROWS)
def test_sentences(marked):
    wanted = marked.split(" | ")
    doc = document(" ".join(wanted))
    assert [doc.text[s.start : s.end] for s in doc.sentences] == wanted


def test_a_paragraph_ends_a_sentence():
    doc = document("Ports agree\nThe mayors met")
    assert [(doc.text[s.start : s.end], s.paragraph) for s in doc.sentences] == [
        ("Ports agree", 0),
        ("The mayors met", 1),
    ]


@pytest.mark.xfail(reason="an initial at the end looks like the first of two initials", strict=True)
def test_a_sentence_that_ends_in_an_initial():
    doc = document("They chose plan B. Costa was glad.")
    assert len(doc.sentences) == 2

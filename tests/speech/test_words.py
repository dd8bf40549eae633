"""Words: where quotations, names and sentences are, by token, and which quotations are somebody's words."""

import pytest

from tests.speech.made import words


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ('She said "we will build the line".', True),
        ('The mayor said "never."', True),
        ('It is a "smart" city.', False),
        ('They sang "Harbour of Dreams" together.', False),
        ('They watched "Who Goes There?" on Friday.', True),
        ('The word "tram," he said, is older.', True),
    ],
)
def test_which_quotations_are_speech(text, speech):
    assert [quote.speech for quote in words(text).quotes] == [speech]


def test_a_quotation_over_two_sentences_is_one_passage():
    text = words('The day was long. "We start now. We end in May," Lindqvist said. Nobody left.')
    assert len(text.document.sentences) == 4
    assert [text.lower[first] for first, _ in text.passages] == ["the", '"', "nobody"]


def test_tokens_know_their_sentence_quotation_and_name():
    text = words('Trams matter. Mayor Ana Silva said "we will build them".')
    silva, will = text.lower.index("silva"), text.lower.index("will")
    assert text.sentence(silva) == 2 and text.sentence_of(silva).first == 3
    assert text.quote_at[silva] is None and text.quote_at[will].speech
    assert text.mention_at[silva].mention.referent.name == "Ana Silva"
    assert text.mention_at[silva].type == "person" and text.mention_at[0] is None


def test_beyond_the_ends_there_is_no_word():
    text = words("Trams matter.")
    assert [text.word(i) for i in (-1, 0, 2, 3)] == ["", "trams", ".", ""]


@pytest.mark.parametrize(
    ("word", "adverb"), [("recently", True), ("also", True), ("fly", False), ("allies", False)]
)
def test_adverbs(word, adverb):
    assert words(f"They {word} agree.").is_adverb(1) == adverb

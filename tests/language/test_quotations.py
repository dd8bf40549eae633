"""What stands inside quotation marks, in every style newspapers use."""

import pytest

from analysis.language.plain import paragraphs, plain
from analysis.language.quotations import find_quotations


def find(text):
    return find_quotations(text, paragraphs(plain(text), 0, len(text)))


ROWS = [
    # each style
    ("“Yes,” he said.", ["“Yes,”"]),
    ('"Yes," he said.', ['"Yes,"']),
    ("‘Yes,’ he said.", ["‘Yes,’"]),
    ("'Yes,' he said.", ["'Yes,'"]),
    ("``Yes,'' he said.", ["``Yes,''"]),
    ("''Yes,'' he said.", ["''Yes,''"]),
    ("«Oui,» he said.", ["«Oui,»"]),
    ("„Ja“, he said.", ["„Ja“"]),
    ("»Ja«, he said.", ["»Ja«"]),
    ("”Yes,” he said.", ["”Yes,”"]),
    # punctuation outside, dashes, brackets
    ("“Yes”, he said, “and no.”", ["“Yes”", "“and no.”"]),
    ("(“Yes”) and —“no”—", ["“Yes”", "“no”"]),
    ("“Stop!”—he cried", ["“Stop!”"]),
    ('"What?" she asked. "Nothing."', ['"What?"', '"Nothing."']),
    ('"A" "B"', ['"A"', '"B"']),
    # nested
    ("‘She promised us “swift action” in May,’ he said.",
     ["‘She promised us “swift action” in May,’", "“swift action”"]),
    ("\"My father told me 'never sign first',\" she said.",
     ["\"My father told me 'never sign first',\"", "'never sign first'"]),
    ("“He said, ‘Go.’”", ["“He said, ‘Go.’”", "‘Go.’"]),
    # apostrophes are no quotation marks
    ("The mayors' plan and the cities' ports.", []),
    ("O'Brien's boats don't sail in the '90s style.", []),
    ("rock 'n' roll, 'em all, 'tis late", []),
    ("'Tis the season, and they're 'bout ready.", []),
    ("‘The mayors’ plan is ours,’ she said.", ["‘The mayors’ plan is ours,’"]),
    ("'The mayors' plan is ours,' she said.", ["'The mayors' plan is ours,'"]),
    ("'We'll see,' said O'Neil. 'Let's go.'", ["'We'll see,'", "'Let's go.'"]),
    ("The workers' union said 'no'.", ["'no'"]),
    # feet and inches
    ("a 6'2\" man in a 10' boat", []),
    ('A 12" screen and a 14" one.', []),
    # scare quotes are quotations too; whether they are speech is decided elsewhere
    ("the so-called ‘green corridor’ opened", ["‘green corridor’"]),
    # never closed: to the end of its paragraph
    ("“Never closed, he said.\nNext one.", ["“Never closed, he said."]),
    ('"Never closed, he said.\n"Closed," he said.', ['"Never closed, he said.', '"Closed,"']),
    ('"', []),
    ("''", []),
    ("no marks at all", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_quotations(text, wanted):
    assert [text[q.start : q.end] for q in find(text)] == wanted


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»"])
def test_a_quotation_over_paragraphs_goes_on(marks):
    opening, closing = marks
    text = f"{opening}First part.\n{opening}Second part.\n{opening}Third,{closing} she said."
    found = find(text)
    assert [q.start for q in found] == [0, 13, 27]
    assert [(q.closed, q.continued) for q in found] == [(False, False), (False, True), (True, True)]


def test_depth_counts_from_the_outside():
    found = find("“A ‘b “c” d’ e” and “f”")
    assert [q.depth for q in found][:2] == [0, 1]
    assert found[-1].depth == 0


def test_a_lost_mark_spoils_one_paragraph_at_most():
    text = "“Lost he said.\nShe said: “Kept.”\n“Kept too,” he said."
    assert [text[q.start : q.end] for q in find(text) if q.closed] == ["“Kept.”", "“Kept too,”"]

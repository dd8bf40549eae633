import pytest

from analysis.report.names import folder_name, folder_names


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("000_41bef5cbfffa6439", "000_41bef5cbfffa6439"),
        ("Seoul {draft} 2.1 / final", "Seoul-draft-2.1-final"),
        ("{param}", "param"),
        ("  ", "article"),
        ("..", "article"),
        ("...hidden", "hidden"),
        ("a\\b:c*d?e", "a-b-c-d-e"),
        ("서울 회담", "서울-회담"),
        ("cafe\u0301", "caf\u00e9"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("<b>&amp;</b>", "b-amp-b"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_folder_name_is_safe(id, name):
    assert folder_name(id) == name


def test_no_two_articles_share_a_folder_even_where_capitals_do_not_count():
    assert folder_names(["a", "A", "a b", "a-b", "a-2", "a"]) == ["a", "A-2", "a-b", "a-b-2", "a-2-2", "a-3"]

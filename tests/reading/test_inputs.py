"""Files and standard input become articles, or one sentence says why not."""

import hashlib
import io
import sys
from types import SimpleNamespace

import pytest

from analysis.errors import CommuniqueError, UnreadableError
from analysis.paths import SEEDS, find
from analysis.reading import MAX_BYTES, expand, from_text, read

STORY = (
    "The mayor of Porto said on Monday that the ferry line would open in May. "
    "“We are ready,” she told reporters.\n"
)


def put(tmp_path, data, name="story.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding", "note"),
    [
        (STORY.encode(), "utf-8", ""),
        (b"\xef\xbb\xbf" + STORY.encode(), "utf-8", ""),
        (STORY.encode("cp1252"), "cp1252", "is not UTF-8; it was read as cp1252."),
        (STORY.encode("utf-16"), "utf-16", "was read as UTF-16."),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16", "was read as UTF-16."),
    ],
)
def test_encodings_give_the_same_text_and_say_so(tmp_path, data, encoding, note):
    article = read(put(tmp_path, data))
    assert article.text == STORY
    assert article.encoding == encoding
    assert [n.endswith(note) for n in article.notes] == ([True] if note else [])
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.id, article.n_chars, article.n_words) == ("story", len(STORY), 21)


def test_nothing_else_of_the_text_is_changed(tmp_path):
    text = "  The port\tof Riga,\u00a0 said\r\nits director — “open”.\r\n\r\nIt is.  \n"
    article = read(put(tmp_path, text.encode()))
    assert article.text == text
    assert article.text[slice(*article.body)] == text.strip()


DUTCH = "De burgemeester sprak gisteren met zijn collega over de haven en de nieuwe veerdienst. " * 2
REFUSED = [
    ("empty", "a.txt", b"", "is empty."),
    ("only white space", "a.txt", b" \n\t \r\n", "holds nothing but white space."),
    ("only a mark", "a.txt", b"\xef\xbb\xbf", "holds nothing but white space."),
    ("only signs", "a.txt", b"--- 12 :: 34 ---", "holds no words."),
    ("zero bytes", "a.txt", b"The mayor\x00\x01\x02 said", "is not plain text but a binary file"),
    ("a PDF", "a.txt", b"%PDF-1.7 the mayor of Porto", "is not plain text but a binary file"),
    ("a Word file", "a.txt", b"PK\x03\x04 the mayor of Porto", "is not plain text but a binary file"),
    ("rich text", "a.txt", b"{\\rtf1 the mayor of Porto}", "is not plain text but a binary file"),
    ("control characters", "a.txt", b"\xff\x02\x03\x04\x05 mayor" * 9, "is not plain text but a"),
    ("neither encoding", "a.txt", b"the mayor \x81\x8d of Porto", "is neither UTF-8 nor cp1252 text"),
    ("broken UTF-16", "a.txt", b"\xff\xfeT\x00h\x00e", "starts like UTF-16 and is not."),
    ("too large", "a.txt", b"the mayor " * (MAX_BYTES // 10 + 1), "is larger than 2,000,000 bytes"),
    ("unknown suffix", "a.docx", STORY.encode(), "Communiqué reads .txt files so far, not .docx."),
    ("no suffix", "story", STORY.encode(), "Communiqué reads .txt files so far, not files without a suffix."),
    ("Dutch", "a.txt", DUTCH.encode(), "does not look like English; Communiqué reads English news only"),
    ("Russian", "a.txt", ("Мэр сказал, что порт открыт. " * 5).encode(), "does not look like English"),
    ("Korean", "a.txt", "서울시장은 항구가 열렸다고 말했다.".encode(), "does not look like English"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "name", "data", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_with_one_sentence(tmp_path, case, name, data, said):
    path = put(tmp_path, data, name)
    with pytest.raises(UnreadableError) as error:
        read(path)
    message = str(error.value)
    assert message.startswith(str(path))
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere.txt", "There is no file nowhere.txt."),
        ("", "No path was given"),
        ("  ", "No path was given"),
    ],
)
def test_no_such_file(tmp_path, monkeypatch, path, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommuniqueError, match=said):
        read(path)


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(UnreadableError, match="is a folder; name one article in it"):
        read(tmp_path)


def test_a_file_that_may_not_be_opened_says_why(tmp_path, monkeypatch):
    path = put(tmp_path, STORY.encode())

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(UnreadableError, match=r"cannot be opened: Permission denied\."):
        read(path)


def test_the_largest_size_is_still_read(tmp_path):
    data = (STORY.encode() * (MAX_BYTES // len(STORY.encode()) + 1))[:MAX_BYTES]
    assert len(read(put(tmp_path, data.rsplit(b"\n", 1)[0])).text) > MAX_BYTES // 2


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(STORY.encode())))
    article = read("-")
    assert (article.id, article.path, article.text) == ("stdin", None, STORY)


def test_empty_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(UnreadableError, match=r"^standard input is empty\.$"):
        read("-")


def test_a_text_at_hand():
    article = from_text("The mayors met in Porto.", id="a1")
    assert (article.id, article.path, article.n_words, article.body) == ("a1", None, 5, (0, 24))


def test_a_text_with_half_a_pair_of_surrogates_is_not_a_crash():
    with pytest.raises(UnreadableError, match="holds half a character"):
        from_text("The mayor \ud83d said that the port is open")


def test_a_text_at_hand_is_kept_as_it_is():
    assert from_text("\ufeffThe mayors met.").text == "\ufeffThe mayors met."


def test_a_folder_gives_its_articles_in_name_order(tmp_path):
    for name in ("b.txt", "a.TXT", "notes.md", ".hidden.csv"):
        put(tmp_path, STORY.encode(), name)
    (tmp_path / "inner.txt").mkdir()
    assert [p.name for p in expand([tmp_path])] == ["a.TXT", "b.txt"]


def test_a_file_named_twice_is_listed_once(tmp_path):
    path = put(tmp_path, STORY.encode())
    assert expand([tmp_path, path, str(path), "-", "-"]) == [path, "-"]


def test_a_folder_without_articles(tmp_path):
    put(tmp_path, b"a,b", "table.csv")
    with pytest.raises(UnreadableError, match=r"holds no article: Communiqué reads \.txt files\."):
        expand([tmp_path])


def test_a_missing_path_is_left_for_the_reader_to_complain_about():
    assert expand(["nowhere.txt"]) == ["nowhere.txt"]


@pytest.mark.parametrize("where", ["", "inner", "inner/deeper"])
def test_a_relative_path_is_found_from_folders_below(tmp_path, monkeypatch, where):
    put(tmp_path, STORY.encode())
    folder = tmp_path / where
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)
    assert find("story.txt") == tmp_path / "story.txt"
    assert read("story.txt").path == "story.txt"


def test_the_seed_is_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = min(SEEDS.glob("*.txt")).name
    assert read(f"seeds/{name}").credit == "WEB DESK"


def test_the_working_directory_comes_before_the_project(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    name = min(SEEDS.glob("*.txt")).name
    put(tmp_path / "seeds", STORY.encode(), name)
    monkeypatch.chdir(tmp_path)
    assert read(f"seeds/{name}").text == STORY

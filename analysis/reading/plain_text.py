"""Plain text: bytes to characters, and nothing else changed."""

from analysis.errors import UnreadableError

SAMPLE = 4096  # bytes looked at to tell text from other files
SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b", b"{\\rtf")  # PDF, zip and Word, PNG, gzip, RTF


def decode(data: bytes, *, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode the bytes of a text file: (text, encoding, notes for the reader).

    UTF-8 is read with or without a byte order mark; what is not UTF-8 is read as cp1252, the old encoding of
    western newsrooms, and a note says so. UTF-16 with its mark is read too. Anything else is refused.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16", (f"{name} was read as UTF-16.",)
        except UnicodeDecodeError:
            raise UnreadableError(f"{name} is not text: it starts like UTF-16 and is not.") from None
    if b"\x00" in data[:SAMPLE] or data.startswith(SIGNATURES):
        raise UnreadableError(f"{name} is not plain text but a binary file; Communiqué reads .txt files.")
    try:
        return data.decode("utf-8-sig"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"{name} is neither UTF-8 nor cp1252 text, so it cannot be read.") from None
    controls = sum(c < " " and c not in "\n\r\t\x0c" for c in text)
    if 50 * controls > len(text):  # more than 2 % control characters: no newsroom wrote this
        raise UnreadableError(f"{name} is not plain text but a binary file; Communiqué reads .txt files.")
    return text, "cp1252", (f"{name} is not UTF-8; it was read as cp1252.",)

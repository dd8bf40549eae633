"""A plain copy of the text, of exactly the same length, and its paragraphs.

Newspapers set curly quotes, long dashes and thin spaces; rules are written once, against their ASCII cousins.
Because each character is replaced by exactly one, an offset into the copy is an offset into the text.
"""

SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("“”„‟″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
        **dict.fromkeys("–—―‒−﹘﹣－‐‑", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
            " ",
        ),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),  # invisible: a space hurts no rule
        **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    }
)


def plain(text: str) -> str:
    """Copy a text with every quote, dash and space in its ASCII form; the length stays the same.

    >>> plain("“Oslo’s port — ours,” she said.")
    '"Oslo\\'s port - ours," she said.'
    """
    return text.translate(SAME_LENGTH)


def paragraphs(copy: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Find the paragraphs of `copy[start:end]` as half-open spans without surrounding white space.

    A line is a paragraph, unless the text is hard-wrapped (blank lines between blocks, and most lines inside
    a block stop in mid-sentence): then a block is.
    """
    lines, offset = [], start
    for line in copy[start:end].split("\n"):
        bare = line.strip()
        lines.append((offset + line.index(bare), offset + line.index(bare) + len(bare)) if bare else None)
        offset += len(line) + 1
    blocks: list[list[tuple[int, int]]] = [[]]
    for line in lines:
        if line is None:
            blocks.append([])
        else:
            blocks[-1].append(line)
    blocks = [block for block in blocks if block]
    inner = [line for block in blocks for line in block[:-1]]
    broken = [line for line in inner if copy[line[1] - 1] not in ".!?\"':;"]
    if len(blocks) > 1 and inner and 2 * len(broken) > len(inner):
        return tuple((block[0][0], block[-1][1]) for block in blocks)
    return tuple(line for block in blocks for line in block)

"""Reading: files and standard input become Articles, each through the reader registered for its suffix."""

from analysis.reading.inputs import MAX_BYTES, READERS, expand, from_text, read

__all__ = ["MAX_BYTES", "READERS", "expand", "from_text", "read"]

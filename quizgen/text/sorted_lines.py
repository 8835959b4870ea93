"""Search a sorted list of many lines that is kept as one text: splitting it would take longer than a small check."""

from bisect import bisect_left, bisect_right

from quizgen.text.data_files import data_file

_PREFIX = 3
"""Lines that begin with the same three letters are few, and are searched together."""


class SortedLines:
    """The lines of ``text``, which are in the order of their bytes."""

    def __init__(self, text: bytes) -> None:
        self.text = b"\n" + text.strip(b"\n") + b"\n"
        self._spans: dict[bytes, tuple[int, int]] = {}
        """Where the lines with a prefix are, for each prefix that was looked up."""

    @classmethod
    def from_data(cls, name: str) -> "SortedLines":
        """Return the lines of a compressed file in ``quizgen/text/data``."""
        import gzip

        return cls(gzip.decompress(data_file(name).read_bytes()))

    def find(self, beginning: bytes) -> bytes | None:
        """Return the rest of the first line that begins with ``beginning``; None if none does.

        A line feed at its end stands for the end of the line.
        """
        prefix = beginning[:_PREFIX]
        span = self._spans.get(prefix)
        if span is None:
            span = self._spans[prefix] = self._span_of(prefix)
        at = self.text.find(b"\n" + beginning, *span)
        if at < 0:
            return None
        start = at + 1 + len(beginning)
        return self.text[start : self.text.find(b"\n", start)]

    def _span_of(self, prefix: bytes) -> tuple[int, int]:
        """Return the part of the text that has the lines with ``prefix``, and the line feed before them."""
        text = self.text

        def prefix_at(at: int) -> bytes:
            start = text.rfind(b"\n", 0, at) + 1
            return text[start : start + len(prefix)]

        places = range(1, len(text))
        first = bisect_left(places, prefix, key=prefix_at)
        return first, 1 + bisect_right(places, prefix, lo=first, key=prefix_at)

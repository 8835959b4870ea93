"""Word lists as one reads them: words with spaces between."""


def listed(words: str) -> frozenset[str]:
    """The words of ``words``, parted at spaces and line ends."""
    return frozenset(words.split())

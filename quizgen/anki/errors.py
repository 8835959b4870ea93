"""What can go wrong in an export."""


class ExportError(Exception):
    """An export that cannot be; the message says what is in the way and how to mend it. Nothing has been written."""

"""Where the lines after a broken line begin."""

import re

_LEAD = re.compile(r"(?:\s|[-•▸→›>] |\d{1,3}[.)] |[a-j]\) )*")


def lead_of(line: str) -> str:
    """Return what precedes the text of ``line``: spaces, and the signs and numbers of list items.

    The lines after a break are indented by as many columns, so that a list item hangs.
    """
    found = _LEAD.match(line)
    return found[0] if found else ""

"""Recognize the past tense of English verbs."""

import re

IRREGULAR_PAST = (
    "was|were|had|did|went|met|took|began|became|fell|broke|left|came|sent|held|won|lost|found|led|built|heard|made|gave"
    "|got|saw|wrote|rose|grew|kept|sank|set|split|ran|spoke|stood|told|sold|paid|put|read|said|bought|brought|fought"
    "|thought|taught|drew|chose|drove|flew|hung|knew|laid|lay|meant|sat|shot|shut|spent|spread|struck|swept|threw|wore"
    "|shrank|sprang|stole|tore|woke|wound|bound|bred|burst|cast|cost|cut|dealt|dug|fed|fled|froze|hid|hit|hurt|lent|lit"
    "|rode|rang|sang|shook|slept|slid|swam|swung|underwent|withdrew|understood|overtook"
    "|arose|ate|awoke|bent|blew|caught|clung|crept|drank|felt|forbade|foresaw|forgot|forgave|knelt|overcame|overthrew"
    "|rebuilt|shone|sought|spun|strode|stuck|swore|undertook|wept|withstood"
)
_PAST = re.compile(
    rf"\b(?:{IRREGULAR_PAST}|(?!hundred|sacred|naked|kindred|called\b|named\b|known\b|estimated\b)\w{{2,}}[^e\W]ed)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|can|may|must|will|does|do|contains?|lays?|lives?|eats?|grows?|needs?|takes?|becomes?|makes?|means?"
    r"|gives?|keeps?|holds?|uses?|turns?|forms?|works?|protects?|produces?|absorbs?|stores?)\b"
)


def past_verb(text: str) -> re.Match[str] | None:
    """Return the first verb of ``text`` in the past tense, unless one in the present tense comes before it."""
    found = _PAST.search(text)
    return None if found is None or _PRESENT.search(text, 0, found.start()) else found

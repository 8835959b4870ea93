"""The head of a for loop with three parts, as C and its relatives have it, in one notation."""

from quizgen.text.code import TURNED
from quizgen.text.lazy_pattern import lazy_pattern

_HEAD = lazy_pattern(
    r"for\s*\(\s*(?P<type>int|let|var|long)\s+(?P<name>[A-Za-z_]\w*)\s*=\s*(?P<start>-?\d+)\s*;"
    r"\s*(?P<test>[^;]+?)\s*;\s*(?P<step>[^;]+?)\s*\)(?P<rest>.*)"
)
_TEST = lazy_pattern(
    r"(?P<one>[A-Za-z_][\w.]*(?:\(\w*\))?|-?\d{1,9})\s*(?P<sign><=|>=|<|>)\s*(?P<other>[A-Za-z_][\w.]*(?:\(\w*\))?|-?\d{1,9})"
)
_STEP = lazy_pattern(
    r"(?P<sign>\+\+|--)\s*(?P<before>\w+)|(?P<after>\w+)\s*(?P<signs>\+\+|--)"
    r"|(?P<added>\w+)\s*(?P<adds>[-+])=\s*1|(?P<set>\w+)\s*=\s*(?P=set)\s*(?P<plus>[-+])\s*1"
)


def with_plain_loop(code: str) -> str:
    """Return code with the head of a loop over whole numbers in one notation: i < 10 for i <= 9, i++ for i += 1.

    Other code is returned as it is.
    """
    head = _HEAD.fullmatch(code.strip())
    test, step = (_TEST.fullmatch(head["test"]), _STEP.fullmatch(head["step"])) if head else (None, None)
    if head is None or test is None or step is None:
        return code
    counter, one, sign, other = head["name"], test["one"], test["sign"], test["other"]
    if other == counter:
        one, sign, other = other, TURNED[sign], one
    stepped = step["before"] or step["after"] or step["added"] or step["set"]
    if one != counter or stepped != counter:
        return code
    if len(sign) == 2 and other.lstrip("-").isdigit():
        sign, other = sign[0], str(int(other) + (1 if sign == "<=" else -1))
    way = (step["sign"] or step["signs"] or step["adds"] or step["plus"])[0]
    return (
        f"for ({head['type']} {counter} = {head['start']}; {counter} {sign} {other}; {counter}{way}{way}){head['rest']}"
    )

"""What a program prints or returns: every character counts, since a wrong one is a misunderstanding, not a typo."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grading.stems.code import case_in_code, quotes_are_the_same
from quizgen.text.folding import LETTERS, fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.word_forms import is_english_word

_VALUE_OF = (
    r"(?:output|result|value|content)s?\b|(?:print|output|display|log|show|echo|return|yield|produce|give)(?:s|n|ed)?\b"
    r"|printed\b|evaluates?\b|shown\b|equals?\b|contains?\b"
)
_ASKS = lazy_pattern(
    rf"""
    # What does it print? What value is shown?
    \b(?:what|which)\s+(?:(?:value|type|string|result|text)\s+)?(?:does|do|will|would|is|are|gets|did|was)\b
        [^?]*?\b(?:{_VALUE_OF})
    # What is x after the loop? x = 3 … What is x?
    |\bwhat\s+(?:is|are)\s+(?:in\s+)?`?\w+`?\s+(?:after|now|at\s+the\s+end)\b
    |\b(?P<name>[A-Za-z_]\w*)\s*[-+*/]?=[^=].*\bwhat\s+is\s+(?:in\s+)?`?(?P=name)\b
    # Give the output. The value of 3 + 4, but not of the key "a" in d
    |^\W*(?:(?:give|write|state|predict|find)\s+(?:down\s+)?)?(?:the\s+)?(?:exact\s+)?output\b|\boutput\s+of\b
    |\b(?:result|value)\s+of\s+
        (?!(?:the\s+)?(?:key\s+|entry\s+|item\s+|field\s+)?(?P<quote>["'`])\w+(?P=quote)\s+in\b)
        (?:evaluating\s+|the\s+expression\s+)?\W*["'`\w]
    |\bevaluate\b
    # The time printed by f(3)
    |\b(?:printed|returned|displayed|shown)\s+by\b
    # It prints ___. What is typeof x? What is "3" + 4?
    |\b(?:prints?|outputs?|displays?|logs|returns?|evaluates\s+to|gives|is\s+equal\s+to)\s*:?\s*\W?(?:_{{2,}}|$)
    |\bwhat\s+is\s+(?:typeof\b|not\s|`?["'\[])
    # The same in other languages: value, result, the output of, what does it print
    |\b(?:valor|valeur|valore|wert|resultado|résultat|risultato|ergebnis|ergibt)\b
    |\b(?:salida|saída|sortie|ausgabe|uscita)\s+(?:de|do|da|du|von|di)\b
    |\bqué\s+(?:imprime|muestra|devuelve|valor)\b|\bqu['’]affiche\b|\bque\s+(?:renvoie|affiche|imprime)\b
    |\bwas\s+(?:gibt|druckt|liefert)\b|\b(?:cosa|che)\s+(?:stampa|restituisce)\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A question for what code prints or returns, or what a variable holds."""
_RUNS = lazy_pattern(
    r"""
    # Code in backticks, and a block of code
    `[^`]*(?:["'\d\[=]|\w\([^)`])[^`]*`|```
    # Calls of functions with an argument, and echo "a"
    |\b(?:print(?:ln|f)?|console\.log|System\.out\.print\w*|puts|echo|len|range|str|int|float|list|sorted|type|sum|max|min|abs
        |round|join|bool|sizeof|chr|ord|zip|map|filter)\s?\([^)]|\bcout\s*<<|\b(?:echo|puts)\s+[\w"'$]
    # Literals with an operator: not True, null ?? x, x == None; 3 < 4, 7 % 2
    |\btypeof\s+\S|\b(?:not|and|or|is|in|instanceof)\s+(?:True|False|None|null|undefined|NaN|true|false)\b
    |\b(?:True|False|None|null|undefined|NaN|true|false)\s+(?:and|or|is|in|if|&&|\|\||\?\?)\s
    |(?:==|!=)=?\s*(?:True|False|None|null|undefined|NaN|true|false)\b|\d\s*(?:[<>]=?|%)\s*\d
    # f(3), xs[0]; "a" + "b", "a" in x, but not "a" in the text; s.upper()
    |\w\(\s*["'\d\[]|["'][^"'\n]*["']\s*(?:[\[*+%.]|==|in\b(?!\s+(?:the|an?)\b))|\w\.\w+\(
    # x += 1, x // 2, for x in xs, x = 3
    |\w\s*(?:[-+*/%]=|==|//|\*\*|<<|>>)\s*\w|\bfor\s+\w+\s+in\s+[\w(\["']|^\s*\w+\s*=\s*\S""",
    re.VERBOSE | re.MULTILINE,
)
"""Code that has something to evaluate: an argument, a string, a number."""
_MAY_RUN = lazy_pattern(
    r"[`(\['\"=<>*+&|%]|//|\b(?:typeof|echo|puts|for)\s|\b(?:True|False|None|null|undefined|NaN|true|false)\b"
)
"""Without one of these, no code needs to be looked for."""
_QUOTED = lazy_pattern(r"`?(?:\"[^\"`]*\"|'[^'`]*')`?")
"""A string as it is written in code."""
_ASKS_FOR_STRING = lazy_pattern(r"\b(?:what|which)\s+(?:\w+\s+){0,2}?(?:string|value)\b", re.IGNORECASE)
_PRESENTED = lazy_pattern(
    r"(?:it\s+is\s+)?(?:the|an?)\s+(?:(?P<kind>string|text|word|letter|character)|value|type|literal|constant|keyword"
    r"|(?:list|array)(?=\s+\[)|tuple(?=\s+\()|(?:set|dict(?:ionary)?|object)(?=\s+\{))\s+",
    re.IGNORECASE,
)
"""What may be said before a value: the string "object"."""
_CASE_SAID = lazy_pattern(
    r"(?:(?:the|an?)\s+)?(?:(?:capital|upper[- ]?case)\s+(?:letter\s+)?(?P<capital>[A-Z])"
    r"|(?:small|lower[- ]?case)\s+(?:letter\s+)?(?P<small>[a-z]))"
)
"""A letter with the words that say how it is written: capital B."""
_TRUTH_VALUES = frozenset({"true", "false", "none"})
"""Constants that are English words too, but describe nothing among printed values: True False."""
_LITERAL = lazy_pattern(r"`?(?:True|False|None|null|nil|undefined|NaN|true|false)`?")
_TYPE = lazy_pattern(
    r"int(?:eger)?|float|double|char|str(?:ing)?|bool(?:ean)?|list|dict|tuple|set|bytes|complex|NoneType|object|number|undefined|function"
    r"|symbol|bigint|array"
)
"""The name of a type."""
_TYPE_OF = lazy_pattern(
    r"""\b(?:what|which)\s+(?:data\s*)?(?:type|class)\b[^?]*?(?:\d|["'`\[{]|\w\()
    |\b(?:type|class)\s+of\s+(?:the\s+(?:result|value|expression)\s+(?:of\s+)?)?(?:\d|["'`\[{(]|\w+\()""",
    re.IGNORECASE | re.VERBOSE,
)
"""A question for the type of a value: the type of 3.0."""
_AROUND_TYPE = lazy_pattern(r"^(?:it\s+is\s+)?(?:an?|the)\s+|\s+(?:type|object)$|^<class\s+'|'>$", re.IGNORECASE)
_REMARK = lazy_pattern(r"\s+\((?!.*\b(?:not|or|and|but)\b)[A-Za-z][A-Za-z ,'’-]*\)$", re.IGNORECASE)
"""What may be said after a value: "object" (a historical bug)."""
_PRINTS = lazy_pattern(
    r"\bprint|\bputs\b|\becho\b|\bconsole\.log|\bcout\b|\boutput|\bdisplay|\b(?:def|function)\s+\w+\(", re.IGNORECASE
)
_COMPREHENSION = lazy_pattern(r"[\[{][^\[\]{}]*\sfor\s+\w+\s+in\s[^\[\]{}]*")
_KIND = lazy_pattern(r"\b(?:what|which)\s+(?:data\s*)?(?:kind|type|class|error|exception)\b", re.IGNORECASE)
"""A question for a kind of value or error, which is a name."""
_DESCRIPTION = lazy_pattern(
    r"(?:an?|the|all|only|every|each)\b.*\w|.*\b(?:nothing|errors?|exceptions?|infinite|empty)\b", re.IGNORECASE
)
_LOOKED_UP = lazy_pattern(r"`?(?:(?:print|console\.log)\(.+\)|(?P<name>[a-z_]\w*)(?:\.\w+\(.*\)|\[.+\]))`?")
"""Code that uses a variable of the stem, or prints something: d['age'], d.get('age', 0)."""
_ESCAPED_END = lazy_pattern(r"(?:\s*\\n)+$")
_IN_QUOTES = lazy_pattern(r"[\"'“‘][^\"'“”‘’]*[\"'”’]")
_COUNTS = lazy_pattern(r"\b(?:len|int|float|sum|parseInt|count|index(?:Of)?|find)\(|\.length\b")
"""Functions whose value is a number, even if strings are in them."""
_LISTED = lazy_pattern(r"\s*(?:[$€£]|[\[{(][^\])}]*,|\{.*:.*\})")
_BRACKETED = lazy_pattern(r"[\[({].*[\])}]", re.DOTALL)
_STRING = lazy_pattern(r"'([^'\"]*)'")
_SPACE = lazy_pattern(r"\s*([,:\[\](){}])\s*")
_NUMBER = lazy_pattern(r"-?\d+(?:\.\d+)?")
_NEVER_PRINTED = lazy_pattern(
    r"-?\d{1,3}(?:[, '_\u00a0\u202f]\d{3})+(?:\.\d+)?|-?\d+(?:[.,]\d+)?,|-?\d+,\d+|-?\d+(?:\.\d+)?[fFdDlLuU]"
    r"|-?(?:\d+\s+)?\d+\s?[/⁄]\s?\d+"
)
"""A number in a form in which programs do not print it: with a comma, as a literal, as a fraction: 3,333, 2.5f, 5/2."""


@lru_cache(maxsize=1024)
def asks_what_is_printed(stem: str) -> bool:
    """Return whether the stem has code, and asks what it prints or returns, or what a variable holds after it."""
    if not _MAY_RUN.search(stem) or not _ASKS.search(stem) or not _RUNS.search(stem):
        return False
    if _KIND.search(stem) and "typeof" not in stem:
        return False
    return _names_code(stem)


def _names_code(stem: str) -> bool:
    """Return whether the stem names a programming language or has code in backticks: f(3) may be mathematics."""
    if case_in_code(stem) is not None or "`" in stem:
        return True
    return _PRINTS.search(stem) is not None or _COMPREHENSION.search(stem) is not None


def _asks_for_string(stem: str) -> bool:
    """Return whether the stem asks for a value in a language in which both kinds of quotes mean the same."""
    asks = _ASKS.search(stem) or _ASKS_FOR_STRING.search(stem)
    return asks is not None and _names_code(stem) and quotes_are_the_same(stem) is not False


@lru_cache(maxsize=1024)
def is_output(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is text that the code in the stem prints, and not words that describe it.

    Words describe it if the code has none of them (``the number of lines``). A number is a value.
    """
    plain = answer.strip("` \"'")
    if not plain or parse_number(plain) is not None:
        return False
    if _QUOTED.fullmatch(answer) and _asks_for_string(stem):
        return True
    if _TYPE.fullmatch(plain) and _TYPE_OF.search(stem) and _names_code(stem):
        return True
    if not asks_what_is_printed(stem) or _is_code_to_write(answer, stem):
        return False
    words = [word for word in LETTERS.findall(fold(plain)) if word not in _TRUTH_VALUES]
    said = {*LETTERS.findall(fold(stem))}
    unsaid = [word for word in words if len(word) >= 3 and word not in said and is_english_word(word)]
    return not unsaid or (len(words) == 1 and not _DESCRIPTION.match(plain))


def _is_code_to_write(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is code that the stem asks for, not text that code in the stem prints: d['age']."""
    found = _LOOKED_UP.fullmatch(answer)
    if found is None or answer.strip("`") in stem:
        return False
    return found["name"] is None or re.search(rf"\b{found['name']}\b(?![.(\[])", stem) is not None


def same_output(answer: str, given: str) -> bool:
    """Return whether ``given`` is the printed text ``answer``; spaces and quotes around it do not count.

    Nor do spaces and the kind of quotes inside brackets. A new line is a space, since an answer has one line. The value
    may be called what it is (the string "a"), and a remark in parentheses may follow it.
    """
    right = _printed(answer)
    values = tuple(_values_said(answer, given))
    return right in {_printed(said) for value in values for said in (value, value.rstrip().removesuffix("."))}


def _values_said(answer: str, given: str) -> Iterator[str]:
    """Yield ``given``, and what it says without a remark after it and words that say what kind of value it is."""
    yield given
    plain = given if answer.rstrip("`\"' ").endswith(")") else _REMARK.sub("", given)
    found = _PRESENTED.match(plain)
    if _TYPE.fullmatch(answer.strip("` \"'")):
        yield _AROUND_TYPE.sub("", plain)
    if letter := _CASE_SAID.fullmatch(plain):
        yield letter["capital"] or letter["small"]
    is_text = _QUOTED.fullmatch(answer) or not (_LITERAL.fullmatch(answer) or _BRACKETED.fullmatch(answer))
    yield plain[found.end() :] if found and (found["kind"] is None or is_text) else plain


def is_literal(answer: str) -> bool:
    """Return whether ``answer`` is a number or a constant of a programming language, which has no quotes."""
    return bool(_NUMBER.fullmatch(answer) or _LITERAL.fullmatch(answer))


def quotes_value(stem: str, given: str) -> bool:
    """Return whether ``given`` has quotes, and the stem asks for the value of code, but not for what it prints."""
    may_be_string = re.search("[\"'`]", stem) is not None and not _COUNTS.search(stem)
    value = given.strip()
    return (
        _IN_QUOTES.fullmatch(value) is not None
        and not (may_be_string and parse_number(value[1:-1]) is not None)
        and asks_what_is_printed(stem)
        and not _PRINTS.search(stem)
    )


def quotes_constant(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` is the constant ``answer`` of a language in quotes, which make it a string: "NaN"."""
    is_constant = _LITERAL.fullmatch(answer) is not None and _QUOTED.fullmatch(given.strip()) is not None
    return is_constant and _names_code(stem) and not _PRINTS.search(stem)


_COMPUTES = lazy_pattern(r"\d\s*(?:[-+*/%&|^]|//|<<|>>)\s*\(?\w|\w\s*[-+*/%]\s*\d|\w\(")
_READS = lazy_pattern(r"\b(?:input|readline|prompt|str|String)\b", re.IGNORECASE)


def is_number(answer: str) -> bool:
    """Return whether ``answer`` is a number in digits."""
    return _NUMBER.fullmatch(answer) is not None


def quotes_number(stem: str, given: str) -> bool:
    """Return whether ``given`` is a number in quotes, and the stem asks for that of code without any string."""
    value = given.strip()
    if not _IN_QUOTES.fullmatch(value) or not is_number(value[1:-1].strip()):
        return False
    without_strings = not re.search("[\"'“‘]", stem) and not _READS.search(stem)
    return (without_strings or _COUNTS.search(stem) is not None) and bool(
        _COMPUTES.search(stem) and (_ASKS.search(stem) or _ASKS_FOR_STRING.search(stem)) and _names_code(stem)
    )


def adds_quotes(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` is text that is printed, and has quotes around it that ``answer`` has not: 'a-b'."""
    quoted = _QUOTED.fullmatch(given.strip()) is not None
    return quoted and not _QUOTED.fullmatch(answer.strip()) and _PRINTS.search(stem) is not None


def is_more_than_number(stem: str, answer: str, given: str) -> bool:
    """Return whether ``answer`` is a number that code gives, and ``given`` has a currency sign or is a list: $3."""
    return bool(_NUMBER.fullmatch(answer) and _LISTED.match(given) and _names_code(stem))


def is_other_number(answer: str, given: str) -> bool:
    """Return whether both are numbers in digits, written differently: ``print(4 / 2)`` prints 2.0, and not 2."""
    one, other = (text.strip("` \"'").rstrip(".").replace("−", "-") for text in (answer, given))
    return one != other and bool(
        _NUMBER.fullmatch(one) and (_NUMBER.fullmatch(other) or _NEVER_PRINTED.fullmatch(other))
    )


def _printed(text: str) -> str:
    plain = _ESCAPED_END.sub("", text.strip().strip("`").strip())
    plain = plain.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')
    if len(plain) >= 2 and plain[0] == plain[-1] and plain[0] in "\"'" and plain.count(plain[0]) == 2:
        inside = _ESCAPED_END.sub("", plain[1:-1])
        plain = inside if inside == inside.strip() else plain
    plain = " ".join(plain.replace("\\n", " ").split())
    return _STRING.sub(r'"\1"', _SPACE.sub(r"\1", plain)) if _BRACKETED.fullmatch(plain) else plain

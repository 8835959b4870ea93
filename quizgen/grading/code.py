"""Code and commands: what must be the same in two pieces of code, and what may be written in another way.

Symbols have one notation, ``x**2`` is not ``x^2``, and case may count, depending on the programming language.
"""

import builtins
import re
import unicodedata
from keyword import iskeyword

from quizgen.grading.answer_key import ENDS
from quizgen.grading.source_code import in_fixed_order, words_of
from quizgen.grading.stems.code import (
    asks_for_literal,
    asks_for_name_in_code,
    asks_for_tag,
    case_in_code,
    is_about_commands,
    is_about_printing,
    is_word_of_code,
    quotes_are_the_same,
)
from quizgen.text.code import STRAIGHT_QUOTES, is_command
from quizgen.text.comparisons import compared
from quizgen.text.notation import canonical
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import listed

_ENTITY = re.compile(r"&#?\w+;")
"""An entity of HTML: &amp;."""
_SET_IN_SHELL = re.compile(r"[A-Za-z_]\w*=\S+")
"""An assignment in a shell: x=3."""
_NAME = re.compile(r"(?:--?|\.)?(?:\w+\.)*(?P<name>[A-Za-z_][\w-]+)(?:\(\))?")
"""A name in code, perhaps with its object: --amend, JSON.parse()."""
_SUBCOMMAND = re.compile(r"`?(?P<tool>git|docker|npm|pip|yarn|cargo|apt|conda|kubectl) (?P<name>[a-z]+)`?")
"""A command of a tool: git push."""
_WORDS = re.compile(r"[a-z]+")
_AROUND_COMMAND = listed("the a command use run type with by using you can would enter write")
_IN_CODE = re.compile(r"^`|\(\)$")
"""What marks a name as one in code: `split`, split()."""
_CUT_KEYWORD = re.compile(r"(?<=\w)\s+(?:by|in|on|as|to|from|is|of|and|or)\W*$", re.IGNORECASE)
"""A small word at the end, which makes a keyword another one: HAVING BY."""
_NAMES = re.compile(r"[A-Za-z_][\w-]*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_STRING = re.compile(r"(?<![\w'])'(?P<text>[^'\"\\$#]*)'(?![\w'])")
"""A string in single quotes, without an escape or a variable."""
_CALLED = re.compile(r"`?(?P<name>[\w.]+\.\w+|[\w.]+(?=\())(?:\(\w*\))?`?")


def is_call_of(answer: str, given: str) -> bool:
    """Return whether ``given`` is a call of the function ``answer``, or has an object before it: s.upper, s.upper()."""
    name = answer.strip("`").removesuffix("()").removeprefix(".")
    found = _CALLED.fullmatch(given.strip(ENDS))
    named = name.replace(".", "").isidentifier()
    return found is not None and named and name in {found["name"], found["name"].partition(".")[2]}


_KIND = (
    "(?:keyword|method|function|command|operator|property|attribute|option|flag|clause|statement|exception|error|module"
    "|modifier)"
)
_NAMED = re.compile(
    rf"(?:(?:the|an?)\s+)?(?:import\s+|{_KIND}\s+)?[`\"']?(?P<name>[\w.-]+)(?:\(\))?[`\"']?(?:\s+{_KIND})?\.?"
)


_WRITTEN_IN_CODE = re.compile(
    r"""`[A-Za-z_]\w*`    # `split`
    |[.\#@$][A-Za-z_][\w-]*    # .box, #main, @media, $name
    |--?[a-z][\w-]*    # -m, --amend
    |[a-z]+[A-Z]\w*|[A-Za-z]+_\w+|[A-Z]\w*(?:Error|Exception)    # toString, max_users, ValueError""",
    re.VERBOSE,
)
"""A name that is none of a language, a company or a person."""
_ERROR = re.compile(r"`?(?P<name>[A-Z]\w*(?:Error|Exception|Interrupt|Iteration|Warning|Exit))`?")
_KEYWORDS = listed(
    "const let var typeof instanceof null undefined void int double char boolean static final switch catch throw "
    "throws extends implements async await printf scanf println func fn mut impl elif sizeof typedef foreach endif"
)
"""Keywords and functions of languages that are no names of things."""


def is_name_in_code(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is a name in code, by what the stem asks for or by how it is written."""
    if asks_for_name_in_code(stem) or is_word_of_code(answer, stem):
        return True
    if is_command(answer.strip("`")) and is_about_commands(stem):
        return True
    case = case_in_code(stem)
    if case is None:
        is_written = answer.startswith("`") and _WRITTEN_IN_CODE.fullmatch(answer) is not None
        return is_written or _ERROR.fullmatch(answer) is not None
    if _WRITTEN_IN_CODE.fullmatch(answer) or iskeyword(answer) or (case and answer in _KEYWORDS):
        return True
    if case and "python" in stem.lower() and answer in dir(builtins) and not is_english_word(answer.lower()):
        return True
    return not case and answer.isascii() and answer.isalpha() and answer.isupper()  # SQL


_WITH_VALUE = re.compile(r"(?P<name>[a-z][a-z-]*)\s?=\s?(?:\"[^\"]*\"|'[^']*')?")
"""An attribute of HTML with a value: ``alt=""``."""


def is_named(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` is the name ``answer``, for which the stem asks, with what kind of name it is."""
    found = _NAMED.fullmatch(given.strip())
    if found is None and "attribute" in stem.lower():
        found = _WITH_VALUE.fullmatch(given.strip(" `"))
    return found is not None and found["name"] == answer.strip("`").removesuffix("()") and is_name_in_code(answer, stem)


def same_code(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one piece of code, with single or double quotes where these mean the same.

    If the stem names no language, a string must have two characters or more: in C, ``'a'`` is not ``"a"``.
    """
    same = quotes_are_the_same(stem)
    if same is False:
        return False
    least = 0 if same else 2
    one, other = (
        _STRING.sub(lambda found: f'"{found["text"]}"' if len(found["text"]) >= least else found[0], text.strip("` "))
        for text in (answer, given)
    )
    return canonical(one) == canonical(other)


_DIRECTORY = re.compile(r"(?:~|\.{1,2})?(?:/[\w.-]+)+/?|[\w.-]+(?:/[\w.-]+)*/?")


def is_same_directory(answer: str, given: str, stem: str) -> bool:
    """Return whether both are the path of a directory, for which the stem asks, with or without a slash at the end."""
    answer, given = answer.strip("` "), given.strip("` ")
    is_path = "/" in answer and _DIRECTORY.fullmatch(answer) and _DIRECTORY.fullmatch(given)
    asked = is_path and {"directory", "folder"} & set(re.findall(r"\w+", stem.lower()))
    return bool(asked) and answer.removesuffix("/") == given.removesuffix("/")


_EMPHASIS = re.compile(r"`?(?P<marks>[*_]{1,2})(?P<text>[^\s*_`](?:[^*_`]*[^\s*_`])?)(?P=marks)`?")


def emphasized(text: str, stem: str) -> tuple[int, str] | None:
    """Return how strongly Markdown emphasizes ``text``, for which the stem asks, and its words: __note__, **note**."""
    found = _EMPHASIS.fullmatch(text.strip()) if "markdown" in stem.lower() else None
    return None if found is None else (len(found["marks"]), found["text"])


_SEPARATORS = re.compile(r"[,;:|]")
_LIST = re.compile(r"[-\w.,;:| ]+")
"""Printed values with something between them."""
_SIGN = re.compile(r"[*=<>{}\[\]|&!%+^;#@/\\~$]")
"""A sign that makes an answer code in a language."""
_CODE_LIKE = re.compile(
    r"""\w\(.*\)|\.\w+\(    # len(x), xs.append(
    |^(["'])(?:[\d.]+|\w|True|False|None)\1$    # "5", 'a'
    |^\w.*:$|\w\[.*\]    # else:, xs[0]""",
    re.VERBOSE,
)
"""A call, a quoted number or character, the head of a block or an element: code, whatever words are in it."""
_COMMAND = re.compile(
    r"""^[a-z]{2,}\b.*\s(?:-{1,2}[a-zA-Z]|\.{1,2}(?:$|\s|/))    # ls -l, cd .., git add .
    |^\*\.\w    # *.txt""",
    re.VERBOSE,
)
"""Options, folders and patterns of a command line, each of which counts."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTES = str.maketrans("'‘’“”−", '"""""-')
_NOT_COMPARED = frozenset("()`\"';.:,-")
"""Signs that are optional, that responses have around the code, or that other rules compare."""
_GROWTH = re.compile(r"[OoΘΩθω]\(.*\)")
"""How a function grows: O(n log n), which is a formula."""
_NAMES_ALONE = re.compile(r"^[^()+*/%<>=\[\]]*(?:\(\))?[^()+*/%<>=\[\]]*$")
"""Names without operators, after the last of which empty brackets make no difference: s.upper()."""
_TAG = re.compile(r"<(?P<name>\w+)\s*/?>")
_TYPED_TAG = re.compile(
    r"(?:the\s+|an?\s+)?<?(?P<name>\w+)(?:\s+[\w-]+=[^<>]{0,60})?\s*/?>?(?:(?:\s*\.\.\.)?\s*</(?P=name)>)?"
    r"(?:\s+(?:tag|element)s?)?",
    re.IGNORECASE,
)
"""A tag as it is typed: p, the <p> tag, <p class="a">...</p>."""


def is_other_code(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` differs from ``answer`` in what counts in code.

    Commands, entities and operators in backticks are code whatever the stem is about. What counts in other answers
    depends on the programming language that the stem names or shows, if any.
    """
    if (command := _SUBCOMMAND.fullmatch(answer)) and not _has_subcommand(command["tool"], command["name"], given):
        return True
    if given.rstrip("` ").endswith("..") and not answer.rstrip("` ").endswith("."):
        return case_in_code(stem) is not None or is_about_commands(stem)  # more than a full stop: cd..
    if asks_for_tag(stem) and _TAG.fullmatch(answer.strip("` ")) and given.lstrip("` ").startswith("<"):
        return not same_tag(answer, given, stem)
    if _COMMAND.search(answer):
        return not _has(in_fixed_order(words_of(answer.casefold())), in_fixed_order(words_of(given.casefold())))
    if _is_other_in_any_language(answer, given, stem):
        return True
    case = case_in_code(stem)
    if is_name_in_code(answer, stem) and _is_other_name(answer, given, case):
        return True
    if (
        is_about_printing(stem)
        and " " in answer
        and _SEPARATORS.findall(answer) != _SEPARATORS.findall(given.rstrip("."))
    ):
        return _LIST.fullmatch(answer) is not None
    return case is not None and _is_other_in_language(answer, given, stem, case=case)


def _is_other_in_any_language(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` differs in an entity, an assignment in a shell, an operator, or a string in a query."""
    if _ENTITY.fullmatch(answer) and given.strip("` ") != answer:
        return True
    if is_about_commands(stem) and _SET_IN_SHELL.fullmatch(answer.strip("`")) and re.search(r"\s=|=\s", given):
        return True  # spaces around the sign make it a command
    if answer.startswith("`") and (_operators(answer) != _operators(given) or ("**" in answer and "**" not in given)):
        return True
    return quotes_are_the_same(stem) is False and _has_other_quotes(answer, given)


def _is_other_name(answer: str, given: str, case: bool | None) -> bool:
    """Return whether ``answer`` is a name that ``given`` lacks, or has as part of another name."""
    if (found := _NAME.fullmatch(answer.strip("`"))) is None:
        return False
    says = _says(found["name"], given, True if case is None and _IN_CODE.search(answer) else case)
    return not says or _CUT_KEYWORD.search(given) is not None or not _has_same_object(answer, given, case)


def _is_other_in_language(answer: str, given: str, stem: str, *, case: bool) -> bool:
    """Return whether ``given`` is other code in the language of the stem.

    The tokens of code with signs must occur in ``given`` in their order, and a string is compared by its characters. If
    the stem asks for a keyword or for what is printed, capitals count in a single word too, unless the language ignores
    them.
    """
    if _GROWTH.fullmatch(answer.strip()):
        return False
    if _CODE_LIKE.search(answer.strip("` ")) and not _has(_code(answer, case=case), _code(given, case=case)):
        return True
    if case and compared(answer.strip("` ")) and not _has(_code(answer, case=case), _code(given, case=case)):
        return True  # brackets count: a + (b > 10)
    if _SIGN.search(answer) and not _TAG.fullmatch(answer.strip()):
        return _adds_quotes(answer, given) or not _has(_tokens(answer, case=case), _tokens(given, case=case))
    if is_about_printing(stem) and _is_spaced_out(answer, given):
        return True
    if case and _QUOTED.fullmatch(text := answer.strip("` ").translate(STRAIGHT_QUOTES)):
        return _is_other_string(text, given)
    if not case or not answer.isidentifier() or not asks_for_literal(stem):
        return False
    return any(word.casefold() == answer.casefold() for word in re.findall(r"\w+", given)) and answer not in given


def _has_subcommand(tool: str, name: str, given: str) -> bool:
    """Return whether ``given`` has the command, after nothing but its tool, a space and words that are around it."""
    said = given.casefold()
    if re.search(rf"\b{tool}[^\w\s]+{name}\b", said):
        return False  # git-pull
    words = _WORDS.findall(said)
    at = words.index(name) if name in words else -1
    return at >= 0 and {*words[:at]} <= {tool, *_AROUND_COMMAND} and tool not in words[at:]


def _is_other_string(text: str, given: str) -> bool:
    """Return whether ``given`` differs from the string ``text`` in a character or, without quotes, only in spaces.

    Its quotes have to match.
    """
    said = given.strip("` .").translate(STRAIGHT_QUOTES)
    if said[:1] in {"'", '"'} or said[-1:] in {"'", '"'}:
        return said[1:-1] != text[1:-1] or said[0] != said[-1]
    return said != text[1:-1] and _without_spaces(said) == _without_spaces(text[1:-1])


def _says(name: str, given: str, case: bool | None) -> bool:
    """Return whether ``given`` has the name; capitals count unless the language ignores them or the name has some."""
    names = _NAMES.findall(given.translate(STRAIGHT_QUOTES))
    return name in names or (
        not (name.islower() if case is None else case) and name.casefold() in map(str.casefold, names)
    )


def _has_same_object(answer: str, given: str, case: bool | None) -> bool:
    """Return whether ``given`` has the object before the name as the answer has it, or has none: JSON.parse, parse."""
    before = answer.strip("`").rpartition(".")[0]
    return not case or not before or before in given or before.casefold() not in given.casefold()


def _without_spaces(text: str) -> str:
    return "".join(text.casefold().split())


def _is_spaced_out(answer: str, given: str) -> bool:
    """Return whether ``given`` is ``answer``, printed text without brackets, with more spaces: a - b for a-b."""
    said = given.strip("\"'` ")
    more = said.count(" ") > answer.count(" ")
    return more and not re.search(r"[\[({]", answer) and said.replace(" ", "") == answer.replace(" ", "")


def _operators(code: str) -> list[str]:
    """Return the operators that are words, in their order."""
    return re.findall(r"\b(?:and|or|not)\b", code)


def _has_other_quotes(answer: str, given: str) -> bool:
    """Return whether ``given`` has other quotes around the strings in ``answer``, or none: a character, a column."""
    one, other = ([found[0] for found in _QUOTED.findall(text.translate(STRAIGHT_QUOTES))] for text in (answer, given))
    return bool(one) and not _QUOTED.fullmatch(answer.strip("` ")) and one != other


_ASSIGNED = re.compile(r"`?\s*(?:[A-Za-z][\w<>\[\]]*\s+)?[A-Za-z_]\w*\s*=(?!=)")
_METHOD_CALL = re.compile(r"`?[\w.\[\]\"']+\.\w+\(")


def adds_assignment(answer: str, given: str) -> bool:
    """Return whether ``given`` assigns the result of a method that ``answer`` only calls: x = x.sort() is None."""
    return _METHOD_CALL.match(answer) is not None and _ASSIGNED.match(given) is not None


_JAVA_LANG = listed(
    "Arithmetic ArrayIndexOutOfBounds ArrayStore ClassCast ClassNotFound IllegalArgument IllegalState IndexOutOfBounds"
    " NegativeArraySize NullPointer NumberFormat StringIndexOutOfBounds UnsupportedOperation"
)
"""Exceptions of java.lang, without the last part of their names."""


def names_error(answer: str, given: str) -> bool:
    """Return whether ``given`` is the error ``answer`` with its message or package, as it is printed: KeyError: 'a'."""
    right, (name, colon, message) = _ERROR.fullmatch(answer.strip()), given.strip().partition(":")
    if (
        right
        and given.strip(" `.") == f"java.lang.{right['name']}"
        and right["name"].removesuffix("Exception") in _JAVA_LANG
    ):
        return True
    return bool(right and colon and name == right["name"] and message.strip()) and not _ERROR.search(message)


def same_tag(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one tag, with or without angle brackets, if the stem asks for a tag: ``<p>``, ``p``."""
    if not asks_for_tag(stem):
        return False
    right, said = (
        _TAG.sub(r"\g<name>", answer.strip().strip("`\"'")),
        _TYPED_TAG.fullmatch(given.strip().strip("`\"'.")),
    )
    is_whole = given.count("<") == given.count(">")  # not <ul
    return said is not None and is_whole and right.casefold() == said["name"].casefold()


def _has(right: list[str], said: list[str]) -> bool:
    """Return whether ``said`` has the tokens of ``right`` next to each other, in their order."""
    return any(said[at : at + len(right)] == right for at in range(len(said) - len(right) + 1))


def _code(code: str, *, case: bool) -> list[str]:
    """Return the tokens of code with its parentheses and quotes, which may be single or double."""
    plain = unicodedata.normalize("NFKC", code).translate(_QUOTES)
    plain = plain.replace("()", "") if _NAMES_ALONE.search(plain) else plain
    tokens = [token for token in _TOKEN.findall(plain if case else plain.casefold()) if token not in {"`", ";"}]
    return tokens[:-1] if tokens[-1:] == [":"] else tokens


def _adds_quotes(answer: str, given: str) -> bool:
    """Return whether ``given`` has a part of ``answer``, which has no quotes, in quotes: n = "3" for n = 3."""
    if re.search("[\"'‘’“”]", answer):
        return False
    plain = given.translate(STRAIGHT_QUOTES).strip("` ")
    return not _QUOTED.fullmatch(plain) and any(found[0][1:-1] in answer for found in _QUOTED.finditer(plain))


def _tokens(code: str, *, case: bool) -> list[str]:
    plain = unicodedata.normalize("NFKC", code).replace("−", "-")
    plain = plain if case else plain.casefold()
    return [token for token in _TOKEN.findall(plain) if token not in _NOT_COMPARED]

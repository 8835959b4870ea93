"""Answers that are code without backticks: queries, command lines and lines of a program, compared token by token."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grading.data import is_data, same_data
from quizgen.grading.stems.code import (
    asks_for_function,
    asks_for_javascript,
    asks_for_length_of_option,
    asks_for_name_in_code,
    asks_for_regex,
    asks_for_selector,
    case_in_code,
    is_about_code,
    is_about_commands,
    is_about_queries,
    names_given,
    options_may_follow,
    quotes_are_the_same,
    says_command,
    semicolon_counts,
)
from quizgen.text.code import (
    HYPHENS,
    STRAIGHT_QUOTES,
    Code,
    code_kind,
    code_tokens,
    is_surely_code,
    is_template,
    is_tool_with_command,
    query_tokens,
    with_own_names,
    with_plain_fields,
    with_plain_spaces,
)
from quizgen.text.css_values import with_plain_colors
from quizgen.text.loops import with_plain_loop
from quizgen.text.options import BUNDLE, has_value, with_short_options
from quizgen.text.regular_expressions import same_pattern
from quizgen.text.selectors import is_selector, same_selector
from quizgen.text.words import listed

_BUNDLING = listed("ls rm cp mv tar ps df du grep chmod chown mkdir ln cat sort uniq wc")
"""Commands whose options of one letter may be written together."""
_WITHOUT_VALUES = listed("ls rm cp mv chmod chown ln cat wc")
"""Those whose options have no values."""
_WITH_NUMBERS = {
    "head": "nc", "tail": "nc", "cut": "bcf", "grep": "ABCm", "sort": "k", "split": "lb", "fold": "w", "uniq": "fsw",
    "ping": "c", "xargs": "nP", "make": "j", "ssh": "p", "nice": "n", "git": "n",
}  # fmt: skip
"""Commands with options whose value may be a number, which may follow without a space: tail -n20."""
_RUNNING_OTHERS = listed("xargs make ssh nice git")
"""Commands after whose arguments other words are not theirs."""
_NUMBERED_OPTION = re.compile(r"-(?P<letter>[a-zA-Z])?(?P<number>\d+)")
_JOINS = frozenset("| || & && > >> < ;".split())
_PATTERN = re.compile(r"[\\\[\](){}+*?^$.|]")
"""What only a regular expression has."""
_NAME_IN_TAG = re.compile(r"<[/!]?\w+|\s[\w-]+(?==)")
"""The names of tags and attributes, whose capitals do not count."""
_OF_FOLDERS = listed("mkdir rmdir cd ls rm")
"""Commands whose arguments are folders."""
_RECURSIVE = re.compile(r"-[a-zA-Z]*[rRa][a-zA-Z]*|--recursive|--archive")
"""An option with which cp copies folders."""
_NUMBER_SET = re.compile(r"[A-Za-z_]\w*\s*=\s*-?\d*\.?\d+")
"""An assignment of a number to a variable."""
_QUOTED_WORD = re.compile(r"(?<!\S)([\"'])(?P<word>[\w./-]+)\1(?!\S)")
_HERE = re.compile(r"(?<=[\s\"])\./(?=\w)")
"""The current folder before a file, which makes no difference to a command."""
_OPTIONAL_SEMICOLON = re.compile(r"(?<=[^;{}\s])\s*;(?=\s*\}$)(?<!return )")
"""The semicolon after the last declaration of a rule of a style sheet."""
_RULE = re.compile(r"[^{}:;]*\{[^{}]*\}")
"""A rule of a style sheet."""
_DECLARATION = re.compile(r"(?!--|(?i:animation|counter|grid|view|will))[A-Za-z-]+\s*:[\w\s#%.-]+;?\s*")
"""A declaration of a style sheet without names of one's own, in which capitals do not count."""
_OCTAL = re.compile(r"(?<=\bchmod )0(?=[0-7]{3}\b)")
"""The zero before the mode of chmod, which is octal anyway."""
_FROM_ZERO = re.compile(r"\brange\(\s*0\s*,\s*(?=[^(),]+\))")
"""Where a range starts by default in Python: range(0, 10)."""
_PARAMETER = re.compile(r"\(\s*(?P<name>[A-Za-z_$][\w$]*)\s*\)\s*=>")
"""The only parameter of a function without a name, in brackets, which it does not need."""
_BRACKETED = re.compile(r"(?<=[&=+*/!<>-])\s*\((?P<name>\w+)\)(?!\s*[\w(])")
"""A name in needless brackets: &(x)."""
_BODY = re.compile(r"=>\s*\((?P<body>[^(){}]*(?:\([^(){}]*\)[^(){},]*)*)\)(?=\s*;?\s*$)")
"""What such a function returns, in brackets."""
_PROPERTY = re.compile(r"(?<=[{;])\s*[a-zA-Z][\w-]*(?=\s*:)")
_MEMBER = re.compile(r"[a-z]\w*(?:\.[A-Za-z_]\w*)+")
"""A property of an object: arr.length."""
_SET_TO = re.compile(r"⟵|<-+|:=|(?<![=<>!←])=(?!=)")
"""What may be typed for the arrow that sets a variable in pseudo-code."""
_PSEUDO = re.compile(r"::?[a-z].*")
"""A pseudo-class or a pseudo-element of CSS, before which an element may be, or whose colons may be left out."""
_BEFORE_PSEUDO = re.compile(r"^(?:\*|[a-zA-Z][\w.#-]*)(?=:)")
_BARE = re.compile(r"(?:\$(?=\w+$))?(?P<name>\w+)(?:\([^()\w]*\))?")
"""A variable of a shell, or a function without arguments of its own, whose sign or brackets a name may lack."""
_MODIFIERS = re.compile(
    r"^(?:(?:public|private|protected|internal|static|final|abstract|const|readonly|synchronized|volatile|override)\s+){2,}"
)
"""Words before a declaration, which may be in any order."""
_JOINING = re.compile(r"\|\|?|&&|(?:(?<!\S)[\d&])?>{1,2}(?![&>])")
"""What joins commands, or sends their output to a file: spaces around it make no difference."""
_INTRODUCED = re.compile(
    r"\s*(?:(?:you|we|i)\s+(?:can\s+|would\s+)?)?(?:(?:use|type|run|enter|write|with|by|using)\s+)?"
    r"(?:(?:the|this)\s+)?(?:(?:shell\s+|git\s+)?(?:command|query|statement|expression|code|line|selector|file)(?:\s*:|\s+is)?\s+)?(?P<code>.+?)"
    r"(?:\s+(?:command|query|statement|selector|file))?\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What may be said around code: use the command `ls -l`."""


_METHOD_ASKED = re.compile(
    r"\b(?:which|what)\s+(?:(?!the\b|an?\b)[\w.#+'’-]+\s+){0,3}(?:method|function)\b", re.IGNORECASE
)
"""What asks for a method or a function rather than for a call of it."""


@lru_cache(maxsize=1024)
def statement_kind(answer: str, stem: str) -> Code | None:
    """Return what kind of code ``answer`` is as a whole; None if it is none, or if it may be prose for this stem."""
    if asks_for_regex(stem) and _PATTERN.search(answer):
        return "pattern"
    if asks_for_selector(stem) and is_selector(answer.strip("`")):
        return "selector"
    if is_template(answer) and asks_for_javascript(stem):
        return "line"
    if "\\" in answer and "latex" in stem.lower():
        return "line"
    if is_data(answer, stem):
        return "data"
    if case_in_code(stem) and _MEMBER.fullmatch(answer.strip("` ")) and not asks_for_name_in_code(stem):
        return "line"
    kind = code_kind(answer)
    if kind is None and says_command(stem) and is_tool_with_command(answer):
        return "command"
    if kind is None and _NUMBER_SET.fullmatch(answer.strip("` ")) and is_about_code(stem) and case_in_code(stem):
        return None if is_about_commands(stem) else "line"  # x=3 is no x = 3 in Bash; x = 1.5 is no x = 1,5 in Python
    if kind is None or answer.startswith("`") or is_surely_code(answer, kind):
        return kind
    about = {"query": is_about_queries, "command": is_about_commands}
    return kind if about.get(kind, is_about_code)(stem) else None


def same_statement(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` has the tokens of ``answer``, which is a statement, in their order and with their case.

    Spaces, the kind of quotes where it makes no difference, capitals in SQL and a semicolon at the end do not count.
    """
    kind = statement_kind(answer, stem)
    if kind == "pattern":
        bare, said = (" ".join(text.strip().strip("`").split()) for text in (answer, given))
        return bare in {said, said.strip("\"'")} or same_pattern(answer, given)
    readings = _without_words_around(answer, given, stem)
    if kind == "data":
        return any(same_data(answer, said, stem) for said in readings)
    if kind == "selector":
        return any(same_selector(answer, said) for said in readings)
    if kind == "line" and is_template(answer) and asks_for_javascript(stem):
        right = with_plain_spaces(answer.strip())
        return any(right == with_plain_spaces(said.rstrip("; ")) for said in readings)
    if kind == "query":
        readings = {_with_bare_names(answer, said, stem) for said in readings}
    if kind == "line" and given.strip("`. ").endswith(":") != answer.strip("` ").endswith(":"):
        return False
    if kind == "line":
        readings = {_with_quoted_values(said, stem) for said in _as_line(answer, readings, stem)}
    right = answer.translate(HYPHENS)  # an author may have another dash, which no program reads, in an answer
    return kind is not None and any(_form(kind, right, stem) == _form(kind, said, stem) for said in readings)


def _without_words_around(answer: str, given: str, stem: str) -> set[str]:
    """Return ``given``, and what it may be without what is said around code, or quotes, or with brackets."""
    written = given.translate(STRAIGHT_QUOTES).strip()
    written = written if answer.endswith(".") else written.rstrip(".")
    introduced = _INTRODUCED.fullmatch(written)
    readings = {written, introduced["code"] if introduced else written}
    if not re.search("[\"'\\s]", answer):
        readings.add(written.strip("\"'"))  # "package.json"
    if answer.rstrip("`").endswith("()") and _METHOD_ASKED.search(stem):
        readings |= {f"{said}()" for said in readings if said and not said.endswith(")")}  # JSON.parse
    return readings


_QUOTED_NAME = re.compile(
    r"\"(?P<double>[A-Za-z_]\w*)\"(?!\()|`(?P<back>[A-Za-z_]\w*)`|\[(?P<square>[A-Za-z_]\w*)\](?!\()"
)
_DOUBLE_IN_STRINGS = re.compile(r"\b(?:mysql|mariadb)\b", re.IGNORECASE)


def _with_bare_names(answer: str, query: str, stem: str) -> str:
    """Return a query without quotes around the tables and columns that ``answer`` has without them: "name", `name`.

    In MySQL, what is in double quotes is a string.
    """
    names = {name.casefold() for name in re.findall(r"(?<![\w'\"`\[])[A-Za-z_]\w*(?![\w'\"`\]])", answer)}

    def bare(found: re.Match[str]) -> str:
        name: str = found["double"] or found["back"] or found["square"]
        is_string = found["double"] is not None and _DOUBLE_IN_STRINGS.search(stem) is not None
        return name if name.casefold() in names and not is_string else found[0]

    return _QUOTED_NAME.sub(bare, query)


_UNQUOTED_VALUE = re.compile(r"(?<=\s)(?P<name>[\w-]+)=(?P<value>[^\s\"'<>=`]+)(?=\s[^<>]*>|>)")
_STRICT_MARKUP = re.compile(r"\b(?:x(?:ht)?ml|jsx|react|svg)\b", re.IGNORECASE)


def _with_quoted_values(markup: str, stem: str) -> str:
    """Return HTML with quotes around the values of attributes, which need none if they have no space: href=a.html."""
    return _UNQUOTED_VALUE.sub(r'\g<name>="\g<value>"', markup) if _is_html(markup, stem) else markup


def _is_html(code: str, stem: str) -> bool:
    """Return whether ``code`` is HTML for a stem that asks for some, and not for the stricter XHTML or JSX."""
    return code.startswith("<") and "html" in stem.lower() and _STRICT_MARKUP.search(stem) is None


_VOID = re.compile(r"(<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*?)\s*/>")
"""An element of HTML that has no content, with a slash at its end, which changes nothing: <br/>."""
_ATTRIBUTE = re.compile(r"""\s+[\w:-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?""")
_START_TAG = re.compile(rf"<(?P<name>\w+)(?P<attributes>(?:{_ATTRIBUTE.pattern}){{2,12}})(?=\s*/?>)")
_IN_SINGLE_QUOTES = re.compile(r"'([^'\"]*)'")


def _with_plain_tags(markup: str) -> str:
    """Return HTML with the attributes of each tag in one order, and without the slash that ends an empty element."""

    def in_order(tag: re.Match[str]) -> str:
        attributes = (
            _IN_SINGLE_QUOTES.sub(r'"\1"', found[0].strip()) for found in _ATTRIBUTE.finditer(tag["attributes"])
        )
        return f"<{tag['name']} {' '.join(sorted(attributes))}"

    return _START_TAG.sub(in_order, _VOID.sub(r"\1>", markup))


_PLAIN_TEMPLATE = re.compile(r"(?<=[(\[,=+?])(?P<space>\s*)`(?P<text>(?:[^`\\$\"\n]|\$(?!\{))*)`(?=\s*[)\],;+.?]|\s*$)")
"""A template of JavaScript without a value in it, where a string may be."""


def _as_line(answer: str, readings: set[str], stem: str) -> set[str]:
    """Return the readings of a response to a line of a program with what may be written in another way, or left out."""
    if asks_for_function(stem) or "variable" in stem.lower():
        name = _BARE.fullmatch(answer)
        readings = readings | {answer} if name and name["name"] in readings else readings  # COUNT, for COUNT(*)
    if _PSEUDO.fullmatch(answer):
        readings = {_BEFORE_PSEUDO.sub("", said) for said in readings}
        readings |= {answer} if answer.lstrip(":") in readings else set()  # hover, a:hover
    return {_SET_TO.sub("←", said) for said in readings} if "←" in answer else readings


def _form(kind: Code, code: str, stem: str) -> list[str]:
    """Return what counts in ``code``, which is compared."""
    plain = code.translate(STRAIGHT_QUOTES)
    if kind == "line" and asks_for_javascript(stem):
        plain = _PLAIN_TEMPLATE.sub(r'\g<space>"\g<text>"', plain)
    plain = plain.strip("` ")
    if kind == "query":
        return query_tokens(plain)
    if kind == "command":
        plain = _OCTAL.sub("", _HERE.sub("", plain.replace("'", '"').removeprefix("$ ").rstrip("; ")))
        words = words_of(plain)
        words = _with_numbers_apart(words if asks_for_length_of_option(stem) else with_short_options(words))
        return in_fixed_order(_with_options_first(words) if options_may_follow(stem) else words)
    if "css" in stem.lower():
        plain = _with_plain_style(plain, stem)
    plain = plain if _LOOP_SIGN.search(stem) else with_plain_loop(plain)
    if is_path := _PATH.fullmatch(plain) is not None:
        plain = plain.removeprefix("./") if _RELATIVE_PATH.search(stem) else plain
    plain = _MODIFIERS.sub(lambda words: f"{' '.join(sorted(words[0].split()))} ", plain)
    plain = plain if semicolon_counts(stem) else _OPTIONAL_SEMICOLON.sub("", plain.rstrip("; "))
    plain = _BRACKETED.sub(r"\g<name>", plain)
    plain = _BODY.sub(r"=> \g<body>", _PARAMETER.sub(r"\g<name> =>", plain))
    plain = with_own_names(plain, names_given(stem))
    plain = plain if "php" in stem.lower() else _FROM_ZERO.sub("range(", plain)
    markup = plain.startswith("<") and not plain.startswith("<?")  # XML
    plain = _NAME_IN_TAG.sub(lambda name: name[0].lower(), plain) if markup else plain
    plain = _with_plain_tags(_SITE.sub(r"\g<site>", plain)) if _is_html(plain, stem) else plain
    tokens = code_tokens(
        with_plain_fields(plain).rstrip(":{ "), case=markup or is_path or case_in_code(stem) is not False
    )
    tokens = list(_with_plain_decimals(tokens))
    same = quotes_are_the_same(stem)
    least = 4 if same is None else 2  # in C, 'a' is not "a"
    if same is not False:
        tokens = [f'"{token[1:-1]}"' if token[0] == "'" and len(token) >= least else token for token in tokens]
    return tokens


_LOOP_SIGN = re.compile(r"[-+]=|\+\+|--|[<>]=?")
"""What a stem has that says how to write the head of a loop."""
_PATH = re.compile(r"(?:~|\.{1,2})?(?:/[\w.-]+)+")
_RELATIVE_PATH = re.compile(r"\brelative\s+(?:file\s+)?path\b", re.IGNORECASE)
_SITE = re.compile(r"(?P<site>\bhttps?://[\w.-]+(?::\d+)?)/(?=[\"'])")
"""The address of a whole site, with a slash at its end that changes nothing."""
_NEEDLESS_STAR = re.compile(r"(?:(?<=^)|(?<=[\s,>+~]))\*(?=[.#:\[][^{}]*\{)")
_NOTATION_ASKED = re.compile(r"\b(?:hex\w*|rgb|names?|notation|#)", re.IGNORECASE)
"""What asks for one way of writing a color."""


def _with_plain_style(style: str, stem: str) -> str:
    """Return a rule or a declaration of CSS without capitals and stars that do not count, and with colors in digits."""
    if not _NOTATION_ASKED.search(stem):
        style = with_plain_colors(style)
    if _DECLARATION.fullmatch(style):
        return style.lower()
    if _RULE.fullmatch(style):
        return _NEEDLESS_STAR.sub("", _PROPERTY.sub(lambda name: name[0].lower(), style))
    return style


def _with_plain_decimals(tokens: list[str]) -> Iterator[str]:
    """Yield the tokens of code with a digit before each decimal point, and without zeros at the end: 0.2 for .20."""
    before = ""
    for at, token in enumerate(tokens):
        is_point = token == "." and tokens[at + 1 : at + 2] != [] and tokens[at + 1].isdigit()
        if is_point and not re.match(r"[\w)\]\"']", before):
            yield "0"
        is_decimals = before == "." and token.isdigit() and (at < 2 or not tokens[at - 2][-1:].isalpha())
        yield token.rstrip("0") or "0" if is_decimals else token
        before = token


def words_of(command: str) -> list[str]:
    """Return the words of a command line, options and folders included.

    Quotes around one word make no difference, nor does a slash after the name of a folder.
    """
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", command.strip("` "))
    parts[::2] = [_JOINING.sub(r" \g<0> ", part) for part in parts[::2]]
    words = _QUOTED_WORD.sub(r"\g<word>", "".join(parts).strip()).strip("\"' ").split()
    if words[:1] == ["cp"] and _JOINS.isdisjoint(words) and any(map(_RECURSIVE.fullmatch, words)):
        return [*(word.rstrip("/") or word for word in words[:-1]), words[-1]]
    return [word.rstrip("/") or word for word in words] if words[:1] and words[0] in _OF_FOLDERS else words


def _with_numbers_apart(words: list[str]) -> list[str]:
    """Return the words of a command with each number apart from its option: tail -n 20, for -n20 and -20."""
    found: list[str] = []
    command = ""
    for at, word in enumerate(words):
        if at == 0 or words[at - 1] in _JOINS:
            command = word
        option = _NUMBERED_OPTION.fullmatch(word)
        letter = (option["letter"] or ("n" if command in {"head", "tail"} else "")) if option else ""
        if option and letter and letter in _WITH_NUMBERS.get(command, ""):
            found += [f"-{letter}", option["number"]]
        else:
            found.append(word)
    return found


def _with_options_first(words: list[str]) -> list[str]:
    """Return the words of a command that is not joined to others with its options before its arguments."""
    command = words[0] if words else ""
    if not _JOINS.isdisjoint(words) or command in _RUNNING_OTHERS or command not in _WITHOUT_VALUES | {*_WITH_NUMBERS}:
        return words
    options: list[str] = []
    arguments: list[str] = []
    rest = iter(words[1:])
    for word in rest:
        if command in _WITHOUT_VALUES and BUNDLE.fullmatch(word):
            options.append(word)
        elif len(word) == 2 and word[0] == "-" and word[1] in _WITH_NUMBERS.get(command, ""):
            options += [word, next(rest, "")]
        elif word.startswith("-"):
            return words  # an option that may have a value
        else:
            arguments.append(word)
    return [command, *options, *arguments]


def in_fixed_order(words: list[str]) -> list[str]:
    """Return the words of a command with options of one letter apart, and in order: ls -l -a for ls -la.

    The last option keeps its place if the argument after it is its value: tar -xzf file.
    """
    start = next((at for at, word in enumerate(words) if word in _BUNDLING), None)
    if start is None:
        return words
    found: list[str] = words[: start + 1]
    run: list[str] = []
    for word in [*words[start + 1 :], ""]:
        if BUNDLE.fullmatch(word):
            run += [f"-{letter}" for letter in word[1:]]
        else:
            last = 1 if word and run and has_value(words[start], run[-1][1]) else 0
            found += [*sorted(run[: len(run) - last]), *run[len(run) - last :], *filter(None, [word])]
            run = []
    return found

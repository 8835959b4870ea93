"""Whether a stem is about code, and which rules of writing its programming language has."""

import re
from functools import lru_cache

from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import is_english_word

_CASE_IGNORED = lazy_pattern(r"\b(?:sql|html|excel|spreadsheets?|fortran|(?-i:BASIC|Pascal|Ada))\b", re.IGNORECASE)
_CASE_COUNTS = lazy_pattern(
    r"""\b(?:python|java|javascript|typescript|kotlin|haskell|scala|perl|php|lua|css|jquery|numpy|pandas|bash)\b
    |\bc\+\+|\bc\#
    |\b(?-i:Ruby|Rust|Swift|Julia)\b    # words of other meanings in lower case
    |\bin\ (?-i:C|R|Go)\b
    |\b(?-i:C|R|Go)\ (?:operator|function|keyword|loop|statement|expression|code|program|declaration|condition|struct
        |pointer|macro|directive)""",
    re.IGNORECASE | re.VERBOSE,
)
_SHOWS_CODE = lazy_pattern(
    r"""
    # Functions that print, and calls of functions and methods
    \bprint(?:ln|f)?\(|\bconsole\.log\(|\bSystem\.out\.|\bcout\s*<<|\brange\(
    |\b[a-z]\w*\.(?:[a-z]\w*|_{2,})\((?!\d{4}\))    # s.upper(), s.___(), but not "et al.(2001)"
    # Signs: x => x + 1, f(x); }, i++;, x += 1, x == y, a && b
    |[(=,]\s*\(?\w[\w,\ ]*\)?\s*=>
    |[\w)\]"']\s*;\s*(?:\}|\n|$)|\+\+\s*[;)]
    |\w\s[-+*/%]=\s[\w"']|\w\s*[=!]==?\s*[\w"'](?<!=\d)|\s&&\s
    # Built-in functions of Python, with an argument; $("p") of jQuery
    |\b(?:int|str|float|len|list|dict|tuple|sorted|isinstance|open|input)\(["'\[\w]|\$\(["']
    # Heads of classes, functions, loops and blocks
    |\bclass\s[A-Z]\w*\s?(?:\(.*\)\s?:|\{)
    |\bdef\s\w+\(
    |\bfor\s\w+\sin\s.*:\s*(?:$|\n)
    # Imports
    |\#\s?include\b
    |\bimport\s\w+\sas\s
    |\bfrom\s\w+\simport\s
    # More heads of blocks: with open(f) as g, while (x) {
    |\bwith\s\w+\(.*\)\sas\s
    |\b(?:while|for|if|switch)\s*\(.*\)\s*\{
    # Declarations: const x =, public static, void f(, int x = 5, int[] xs;
    |\b(?:const|var)\s\w+\s=|\bpublic\s(?:static|class|void)\s
    |\bvoid\s\w+\(|\bint\s\w+(?:\[\d*\])*\s?[=;(]""",
    re.VERBOSE,
)
"""Code in a stem that names no language."""
_MAY_SHOW_CODE = lazy_pattern(r"[(<=;+&:#{]|\bSystem\.out\b|\bimport\s|\bpublic\s")
"""Every match of ``_SHOWS_CODE`` contains one of these, which most stems lack."""
_SHOWS_MARKUP = lazy_pattern(
    r"""</[a-z]\w*>|<[a-z]\w*\s+[\w-]+=["'_]    # </p>, <a href="…
    |\bSELECT\s.+\sFROM\s|\bINSERT\sINTO\s|\b(?:ORDER|GROUP)\sBY\s""",
    re.VERBOSE,
)
"""HTML or SQL in a stem that names neither."""


@lru_cache(maxsize=1024)
def case_in_code(stem: str) -> bool | None:
    """Return whether case counts in the programming language that the stem names or shows; None if there is none."""
    if _CASE_IGNORED.search(stem):
        return False
    if _CASE_COUNTS.search(stem):
        return True
    if _SHOWS_MARKUP.search(stem):
        return False
    return True if _MAY_SHOW_CODE.search(stem) and _SHOWS_CODE.search(stem) else None


_CODE = lazy_pattern(
    r"""\b(?:program\w*|codes?|coding|loops?|statements?|functions?|methods?|class(?:es)?|variables?|comprehensions?
    |lambdas?|keywords?|arrays?|lists?|strings?|scripts?|modules?|librar(?:y|ies)|integers?|objects?|elements?|tags?
    |selectors?|style)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_about_code(stem: str) -> bool:
    """Return whether the stem is about programming."""
    return case_in_code(stem) is not None or _CODE.search(stem) is not None


_JAVASCRIPT = lazy_pattern(
    r"\b(?:javascript|typescript|js|node(?:\.js)?|template\s+(?:literal|string)s?)\b", re.IGNORECASE
)


def asks_for_javascript(stem: str) -> bool:
    """Return whether the stem is about JavaScript, in which backticks are around templates."""
    return _JAVASCRIPT.search(stem) is not None


_QUERIES = lazy_pattern(
    r"\b(?:\w*sql(?:ite)?|quer(?:y|ies)|tables?|databases?|rows?|columns?|records?)\b", re.IGNORECASE
)


def is_about_queries(stem: str) -> bool:
    """Return whether the stem is about SQL or tables of a database."""
    return _QUERIES.search(stem) is not None


_COMMANDS = lazy_pattern(r"\b(?:commands?|console|befehle?|comandos?|commandes?|comand[oi])\b", re.IGNORECASE)
_TOOL = lazy_pattern(
    r"""\b(?:(?:terminal|shell)\s+(?:commands?|scripts?)|(?:in|at)\s+(?:the|a)\s+(?:terminal|shell)
    |bash|zsh|linux|unix|git|docker|npm|pip|powershell|command\s+prompt|(?:on|in|for)\s+(?-i:Windows|macOS))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_about_commands(stem: str) -> bool:
    """Return whether the stem is about commands of a shell."""
    return _COMMANDS.search(stem) is not None or _TOOL.search(stem) is not None


def says_command(stem: str) -> bool:
    """Return whether the stem has a word for a command: which Git command."""
    return _COMMANDS.search(stem) is not None


_PERMUTING = lazy_pattern(r"\b(?:linux|gnu|ubuntu|debian|fedora)\b", re.IGNORECASE)


def options_may_follow(stem: str) -> bool:
    """Return whether the stem is about a system on which options may also come after the arguments."""
    return _PERMUTING.search(stem) is not None


_LENGTH_OF_OPTION = lazy_pattern(
    r"\b(?:long|short|full|abbreviated|(?:single|one)[- ]letter)\s+(?:options?|flags?|forms?|names?|versions?)\b",
    re.IGNORECASE,
)


def asks_for_length_of_option(stem: str) -> bool:
    """Return whether the stem asks for the long or the short form of an option."""
    return _LENGTH_OF_OPTION.search(stem) is not None


_OUTPUT = lazy_pattern(r"\bprint|\boutput|\breturns?\b|\bevaluat", re.IGNORECASE)


def asks_for_output(stem: str) -> bool:
    """Return whether the stem asks for what a program prints or returns."""
    return _OUTPUT.search(stem) is not None


_PRINTED = lazy_pattern(r"\bprint|\boutput", re.IGNORECASE)


def is_about_printing(stem: str) -> bool:
    """Return whether the stem is about what a program prints."""
    return _PRINTED.search(stem) is not None


_LITERAL = lazy_pattern(
    r"\bkeyword\b|\breserved word\b|\bprint|\boutput|\bevaluat|\breturns?\b|\bliteral\b|\bconstant\b", re.IGNORECASE
)


def asks_for_literal(stem: str) -> bool:
    """Return whether the stem asks for a keyword or a value, whose capitals count."""
    return _LITERAL.search(stem) is not None


_TAG = lazy_pattern(r"\b(?:tag|element)s?\b", re.IGNORECASE)


def asks_for_tag(stem: str) -> bool:
    """Return whether the stem asks for a tag, or the element that it marks."""
    return _TAG.search(stem) is not None


_REGEX = lazy_pattern(r"\bregular\s+expression|\bregex", re.IGNORECASE)


def asks_for_regex(stem: str) -> bool:
    """Return whether the stem asks for a regular expression."""
    return _REGEX.search(stem) is not None


_SELECTOR = lazy_pattern(r"\bselectors?\b|\bselektor(?:en)?\b|\bs[eé]lecteurs?\b|\bselettor[ei]\b", re.IGNORECASE)


def asks_for_selector(stem: str) -> bool:
    """Return whether the stem asks for a selector of CSS, and not for a part of one, such as a pseudo-class."""
    return _SELECTOR.search(stem) is not None and "pseudo" not in stem.lower()


_FUNCTION = lazy_pattern(r"\b(?:function|method|command|call)\b", re.IGNORECASE)


def asks_for_function(stem: str) -> bool:
    """Return whether the stem asks for a function of a programming language, which may be typed with parentheses."""
    return _FUNCTION.search(stem) is not None


_NAMED_IN_CODE = lazy_pattern(
    r"""\b(?:(?:string|list|dictionary|dict|array|tuple|set|object|built-?in|static)\s+(?:method|function)
        |keyword|reserved\s+word|access\s+(?:modifier|specifier))s?\b
    # A keyword in other languages
    |\bpalabra\s+(?:clave|reservada)\b|\bmot[-\ ](?:clé|clef|réservé)\b|\bschlüsselwort
    |\bpalavra[-\ ](?:chave|reservada)\b|\bparola\s+(?:chiave|riservata)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is a name in code whatever the stem is about: which string method …?"""
_NAMED_IN_LANGUAGE = lazy_pattern(
    r"""\b(?:which|what|name\s+the|the|write\s+the)\s+(?:[\w.#+'’-]+\s+){0,4}?
        (?:command|method|function|operator|tag|attribute|property|flag|option|switch|statement|clause|selector
        |instruction|directive|subcommand|exception|error|module|modifier|decorator|literal|constant|value)\b
    # The same in other languages: which function, the property
    |\b(?:funci[oó]n|método|comando|operador|instrucción|propiedad|etiqueta|atributo
        |fonction|méthode|commande|opérateur|propriété|balise|attribut
        |funktion|methode|befehl|eigenschaft|anweisung|funzione|metodo|istruzione|proprietà)\b
    # It raises a ___, calling ___
    |\b(?:raises?|raising|throws?|throwing|calls|calling)\s+(?:(?:an?|the)\s+)?_{2,}""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is a name if the stem is about a programming language or a tool: which git command …?"""


@lru_cache(maxsize=1024)
def asks_for_name_in_code(stem: str) -> bool:
    """Return whether the stem asks for a name of a programming language or a tool: a keyword, a method, a flag."""
    if _NAMED_IN_CODE.search(stem):
        return True
    in_language = case_in_code(stem) is not None or _TOOL.search(stem) is not None
    return in_language and _NAMED_IN_LANGUAGE.search(stem) is not None


_KIND_OF_NAME = lazy_pattern(
    r"\b(?:which|what|name\s+the|the)\s+(?:[\w.#+'’-]+\s+){0,4}?(?:method|function|tag|attribute|property|event)\b",
    re.IGNORECASE,
)
_WORD_OF_CODE = lazy_pattern(r"(?P<word>[a-z]{3,}|[a-z]+[A-Z]\w*|[a-z]+(?:_[a-z]+)+)(?:\(\))?")


@lru_cache(maxsize=1024)
def is_word_of_code(answer: str, stem: str) -> bool:
    """Return whether the stem asks for what may be a name in code, and ``answer`` is no word of English: onclick."""
    if not _KIND_OF_NAME.search(stem) or (found := _WORD_OF_CODE.fullmatch(answer)) is None:
        return False
    return not is_english_word(found["word"].lower()) and guessed_language(stem) is None


_NAME_GIVEN = lazy_pattern(
    r"\b(?:variables?|called|named|using|arguments?|parameters?|input)\s+[`'\"]?(?P<name>[A-Za-z_]\w*)"
)


def names_given(stem: str) -> frozenset[str]:
    """Return the names that the stem wants for variables: with a loop variable n."""
    return frozenset(found["name"] for found in _NAME_GIVEN.finditer(stem))


_OTHER_LANGUAGE = lazy_pattern(
    r"\b(?:sql|java|kotlin|haskell|scala|json|ada|pascal|rust|swift|julia)\b|\bc\+\+|\bc#"
    r"|\b(?-i:C|Go)\b",
    re.IGNORECASE,
)
_ONE_QUOTE = lazy_pattern(
    r"\b(?:python|javascript|typescript|html|css|numpy|pandas|lua|yaml|php|perl|ruby|bash|shell)\b|\bin (?-i:R)\b",
    re.IGNORECASE,
)


def quotes_are_the_same(stem: str) -> bool | None:
    """Return whether single and double quotes mean the same in the language of the stem; None if it names none."""
    if _OTHER_LANGUAGE.search(stem):
        return False
    return True if _ONE_QUOTE.search(stem) else None


_SEMICOLON = lazy_pattern(r"\bsemi-?colons?\b|\b(?-i:Rust|MATLAB|Octave)\b", re.IGNORECASE)


def semicolon_counts(stem: str) -> bool:
    """Return whether a semicolon at the end counts: the stem is about one, or its language gives it a meaning."""
    return _SEMICOLON.search(stem) is not None


_WITH_SEMICOLONS = lazy_pattern(r"\b(?:Java|C|PHP|Perl)\b(?![+#])|\bC\+\+|\bC#")
_STATEMENT = lazy_pattern(r"\b(?:statements?|lines?|declar\w+|initiali[sz]\w+|assign\w*)\b", re.IGNORECASE)


def language_with_semicolons(stem: str) -> str | None:
    """Return the language in which the stem asks for a statement, if its statements end with a semicolon."""
    found = _WITH_SEMICOLONS.search(stem)
    return found[0] if found is not None and _STATEMENT.search(stem) else None


_SLASHES_IN = r"\b(?:java|javascript|typescript|kotlin|scala|php)\b|\bc\+\+|\bc#|\b(?-i:C|Go|Rust|Swift)\b"
_SLASHES = lazy_pattern(_SLASHES_IN, re.IGNORECASE)
_HASH = lazy_pattern(r"\b(?:python|perl|bash|numpy|pandas)\b|\b(?-i:Ruby|R|Julia)\b", re.IGNORECASE)

_STARS = lazy_pattern(rf"{_SLASHES_IN}|\bcss\b", re.IGNORECASE)
_DASHES = lazy_pattern(r"\b(?:sql|mysql|sqlite|postgres\w*|haskell|lua)\b", re.IGNORECASE)
_ANGLES = lazy_pattern(r"\b(?:html|xml|svg)\b", re.IGNORECASE)
_COMMENTED = {"//": _SLASHES, "/*": _STARS, "--": _DASHES, "<!--": _ANGLES}
"""How comments begin, with the languages in which they do; in others, with #."""


def begins_comment(sign: str, stem: str) -> bool:
    """Return whether ``sign`` begins a comment in the programming language of the stem: # in Python, // in C."""
    return _COMMENTED.get(sign, _HASH).search(stem) is not None

"""Code in one form, and how to tell it from prose: queries, command lines and lines of a program."""

import re
from collections.abc import Collection
from itertools import chain, zip_longest
from typing import Literal

from quizgen.text.lazy_pattern import lazy_pattern

_LONGEST = 1_000

_END = lazy_pattern(r"\s*;\s*(?P<tick>`?)\s*$")
_SQL = lazy_pattern(r"\s*`?\s*(?:select|update|delete|where|having)\b", re.IGNORECASE)
_CONDITION = lazy_pattern(
    r"(?P<before>\b(?:where|having|and|or|on|not)\s+\(?)(?P<value>-?\d+(?:\.\d+)?|'[^']*')\s*(?P<sign><=|>=|<>|!=|[<>=])\s*"
    r"(?P<name>[a-z_][\w.]*)(?=\s*(?:$|[;)`]|(?:and|or|order|group|having|limit)\b))",
    re.IGNORECASE,
)
"""A comparison whose value comes first: WHERE 18 < age."""
_TABLE = lazy_pattern(
    r"\b(?:from|update)\s+(?P<table>[a-z_]\w*)(?!\s*,|\s+(?:as|join|inner|left|cross)\b)", re.IGNORECASE
)
_JOINED = lazy_pattern(r"\b(?:join|from|update)\b", re.IGNORECASE)
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The sign of a comparison whose sides change places."""
_QUERY = lazy_pattern(
    r"""(?:
    # Statements
    select\s.+\sfrom\s+\S|insert\s+into\s+\S|update\s+\w+\s+set\s+\S|delete\s+from\s+\S
    |values\s*\(.+\)
    |(?:create|alter|drop|truncate)\s+(?:(?:temporary|unique|or\s+replace)\s+)?
        (?:table|view|index|database|schema|user|column)\s+\w
    # Clauses: WHERE a > 3, GROUP BY a, LEFT JOIN b, LIMIT 3
    |(?:\w+\s+)?(?:not\s+)?in\s*\(\s*(?:'[^']*'|\d+)\s*[,)]
    |(?:where|having)\s.*(?:[<>=]|\s(?:like|in|between|is)\s)|(?:order|group)\s+by\s+\S
    |(?:(?:inner|left|right|full|cross|outer)\s+)+join\s+\w|limit\s+\d|add\s+column\s+\w|grant\s.+\sto\s+\w)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_COMMANDS = frozenset(
    """ls cd pwd mkdir rmdir rm cp mv ln cat chmod chown chgrp grep egrep sed awk tar gzip gunzip zip unzip ssh scp
    sftp rsync curl wget ping ifconfig ip netstat nmap ps kill killall top df du mount umount node python
    python3 java javac gcc g++ clang make touch head tail less more sort uniq wc find locate which man echo
    export source diff history alias date tee xargs tree dir copy move del ren cls type ipconfig tracert
    traceroute dig nslookup mysql psql sqlite3 vim nano pytest php perl ruby ffmpeg openssl gpg shutdown reboot
    nohup env whoami uname lsof stat file sleep cut tr paste join split useradd usermod passwd crontab
    sudo su""".split()
)
"""Programs and commands of shells."""
_TOOLS = frozenset(
    """git hg svn apt apt-get yum dnf brew pip pip3 conda npm npx yarn cmake cargo rustc go docker docker-compose
    kubectl helm terraform systemctl service journalctl dotnet mvn gradle rails rake gem bundle composer adb""".split()
)
"""Programs whose first argument is a command: git push."""
_OPTIONS = lazy_pattern(r"\s(?:--?[A-Za-z]|[|>]\s*\w|\.{0,2}/|[\w*-]+\.[a-z]\w{0,4}(?:\s|$)|[ugoa]+[+=-][rwxX]+\s)")
"""What only a command line has after its first word: an option, a pipe, a folder, a file, rights."""
_LINE = lazy_pattern(
    r"""
    # Calls: print(x), Math.max(a, b);, xs[0].sort()
    (?:\w+\.)*(?:print(?:ln|f)?|input|len|range|scanf|malloc|free|alert|require|sizeof|str|int|float|list|dict|sorted|type
        |isinstance|open|append|console\.log)\([^()]*(?:\([^()]*\)[^()]*)*\);?
    |[A-Za-z_]\w*(?:\[\w+\])?(?:\.[A-Za-z_]\w*)+\(.*\);?
    # Heads of blocks, functions, classes and loops
    |with\s.+\sas\s+\w+:?|except\b.*:
    |(?:async\s+)?(?:def|function|func|fn|fun)\s+\w+\s*\(.*\).*|class\s+\w+.*[:{]
    |for\s*\(.*;.*\).*|for\s+[\w,\s]+\s+in\s+.+:|(?:while|if|elif|else\s+if|else|switch)\b.*[:{]
    # echo "Hi", while (x > 0), =SUM(A1:A3)
    |(?:echo|print|puts)\s+["'].*|(?:while|if|for|switch)\s*\(.*\)\s*\{?|=[A-Za-z]+\(.*\)
    # x += 1, name == "Ada"
    |[A-Za-z_]\w*\s*(?:[-+*/%|&^]|//|\*\*|<<|>>)=\s*.+|[A-Za-z_]\w*\s*(?:==|!=)\s*["'].*
    # Imports
    |import\s+[\w.]+(?:\s+as\s+\w+)?;?|from\s+[\w.]+\s+import\s+[\w*, ]+
    |\#\s*include\s*[<"].*|using\s+namespace\s+\w+;
    # Declarations, with a value or a semicolon
    |(?:(?:public|private|static|final|const|let|var|int|float|double|char|boolean|bool|long|String|auto|void)\s+)+
        [\w\[\]<>]+\s*(?:\[\w*\])?\s*(?:=[^=].*|;)
    # return x;, throw new Error(), new Scanner(System.in)
    |return\s.+;|throw\s+new\s.+|new\s+\w+\(.*\);?
    # Elements of HTML, rules and declarations of a style sheet: <b>x</b>, p { color: red }, color: red;
    |<[a-zA-Z]\w*(?:\s+[\w-]+=[^<>]+>.*|>.+</\w+>)|[.\#]?[\w-]+\s*\{\s*[\w-]+\s*:.*\}
    |[\w-]+\s*:\s*[\w\#%().-]+\s*;""",
    re.VERBOSE | re.DOTALL,
)
"""A line of a program: a call, the head of a block, an import, a declaration, a tag, a rule of a style sheet."""
_EXPRESSION = lazy_pattern(
    r"""(?:["'][^"']*["']\.)?[\w.]*[\[({].*\S\s+for\s+\(?[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*\)?\s+in\s.+[\])}]
    |(?:.*\W)?lambda\b[\w\s,*=]*:.+|\(?(?P<parameter>[A-Za-z_]\w*)[\w\s,]*\)?\s*=>.*\b(?P=parameter)\b.*
    |[A-Za-z_][\w.]*(?:\[[^\[\]]*\])*\[[^\[\]]*:[^\[\]]*\]
    |(?=.*(?:[=!]=|[<>%(\["']))\S.*\sif\s.+\selse\s.+|if\s*\(.+\)\s*\S.*\selse\s.+""",
    re.VERBOSE | re.DOTALL,
)
"""A part of a line of a program: a comprehension, a function without a name, a slice, a choice."""
_STRING_BUILT = lazy_pattern(
    r"""[fF](?:\"[^\"]+\"|'[^']+')
    |(?=.*[\"'])(?:\"[^\"]*\"|'[^']*'|[A-Za-z_][\w.]*(?:\([^()]*\)|\[[^\[\]]*\])?)
        (?:\s*\+\s*(?:\"[^\"]*\"|'[^']*'|[A-Za-z_][\w.]*(?:\([^()]*\)|\[[^\[\]]*\])?))+""",
    re.VERBOSE,
)
"""An f-string, or strings and variables joined by plus signs."""
_SURE = lazy_pattern(
    r"""
    # A comment, a document type, a declaration of XML
    <[!?][^<>]+>
    # Formulas of a spreadsheet: =SUM(A1:A3), =$A$1*2
    |=[A-Za-z]+\(.*\)|=.*\$?[A-Z]{1,2}\$?\d+.*(?<=\d|["')%])
    # Elements of lists and dictionaries: items[-1], d["age"]
    |[a-z_]\w*(?:\.\w+)*\s+is\s+(?:not\s+)?(?:None|True|False)
    |[a-z_]\w*(?:(?<=\w\w)\[[^\[\],;]+\]|\[["'][^"']*["']\])+
    # Assignments: x = "a", xs = [], total ← 0
    |[A-Za-z_]\w*\s*=\s*(?:["'].*["']|new\s.+|True|False|None|null)|[a-z_]\w*\s*=\s*(?:\{\s*\}|\[\s*\])
    |[a-z_]\w*(?:\[.*?\])?\s*←.+
    # Style sheets and Markdown: @media (print), **bold**, ~~old~~, [text](link)
    |@[a-z-]+\s*\(.+\)
    |\*\*[^*]+\*\*|~~[^~]+~~|!?\[[^\[\]]+\]\([^()\s]+\)
    # Paths: /usr/bin, ~/docs, ../a, C:\temp
    |(?:~|\.{1,2})?(?:/[\w.-]{2,}){1,20}(?<!/)|(?:~|\.{1,2})(?:/[\w.-]+){1,20}/?|[A-Z]:\\\S*
    # The web: text/html, Content-Type: text/html, localhost:8080
    |(?:application|audio|image|text|video)/[a-z0-9.+-]+|[A-Z][a-z]+(?:-[A-Z][a-z]+)+\s*:\s*\S*[/=;]\S*
    |[a-z]+(?:-[a-z]+)*:\d{2,5}(?:/\S*)?
    # Declarations of a style sheet: font-size: large, color: #fff, width: 50%
    |(?:[a-z]+(?:-[a-z]+)+\s*:\s*\S.*|[a-z]+\s*:\s*(?:\#[0-9a-fA-F]{3,8}|[\d.]+(?:px|r?em|v[hw]|%)))
    # Names of files: package.json
    |[\w-]+\.(?:json|xml|html?|css|jsx?|tsx?|py|java|cpp|txt|md|csv|ya?ml|toml|sh|exe|php|sql|ini|lock)
    # Heads of blocks of Python
    |(?:except\s\w+|elif\s.+|try|else):
    # .gitignore, from math import pi
    |\.[a-z]{2,}(?:ignore|rc|env|profile)|from\s[a-z_.]+\simport\s[\w*,\ ]+
    # COUNT(*), open("a.txt"); *.txt; $name; :hover, ::first-line
    |[A-Za-z_]\w+\((?:\*|[^()'"]*(?:"[^"]*"|'[^']*')[^()]*)\)
    |\*\.\w+|\$[A-Za-z_]\w+|::?[a-z]+(?:-[a-z]+)*(?:\(.+\))?
    # A choice: x > 0 ? 1 : 2
    |(?=.*(?:[=<>%]|["']))\S.*\s\?\s*\S.*:\s*\S.*""",
    re.VERBOSE | re.DOTALL,
)
"""What prose and mathematics do not have, and what is compared sign by sign, whatever the stem is about."""
_SIGN_IN_LINE = lazy_pattern(r"\w.*[=()\[\]<>+*{←].*[;{:]$|\w\s*\{$", re.DOTALL)
"""A sign before the end of a line, without which it may be prose with a wrong sign at its end."""
_SURE_END = (";", ":", "{")
"""What code may end with, and prose does not."""
_FORMATTED = lazy_pattern(r"\b[fF](?P<string>\"[^\"]*\"|'[^']*')")
_FIELD = lazy_pattern(r"(?<!\{)(?P<open>\$?\{)\s*(?P<value>[^{}]*?)\s*\}(?!\})")
"""A value in an f-string or a template, with spaces around it that do not count."""
_TEMPLATE = lazy_pattern(r"`[^`]*\$\{[^`{}]+\}[^`]*`", re.DOTALL)
_BOUND = lazy_pattern(
    r"\bfor\s+\(?(?P<names>\w+(?:\s*,\s*\w+)*)\)?\s+in\b|\blambda\s+(?P<arguments>\w+(?:\s*,\s*\w+)*)\s*:"
    r"|(?<![\w.])\(?(?P<parameters>\w+(?:\s*,\s*\w+)*)\)?\s*=>"
)
"""Where a comprehension or a function without a name names its own variables."""
_NAME = lazy_pattern(r"[A-Za-z_]\w*")
_TOKEN = lazy_pattern(r"\"[^\"]*\"|'[^']*'|\w+|<=|>=|<>|!=|[^\w\s]")
STRING = lazy_pattern(r"\"[^\"]*\"|'[^']*'")
STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")
HYPHENS = str.maketrans("−–", "--")
TYPEWRITTEN = STRAIGHT_QUOTES | HYPHENS
"""The signs of code for those that word processors put in their place."""
_IMPLIED = frozenset({"asc", "inner", "outer"})
"""Words of SQL that change nothing: ascending is the default, LEFT OUTER JOIN is LEFT JOIN."""
_WHERE = lazy_pattern(
    r"(?P<before>.*\bwhere\s+)(?P<condition>(?:(?!\b(?:or|between|select|order|group|having|limit)\b)[^()])+)(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COMPARISON = lazy_pattern(
    r"\b(?P<before>where|having|and|or|on)\s*\((?P<inside>(?:(?!\b(?:and|or|select)\b)[^()])*[<>=][^()]*)\)",
    re.IGNORECASE,
)
"""A comparison in brackets of its own."""
_AND = lazy_pattern(r"\s+and\s+", re.IGNORECASE)
_LITERAL = lazy_pattern(r"'[^']*'|[\d.]+")
_NO_DECIMALS = lazy_pattern(r"(?P<before>[=<>(,]\s*-?\d+)\.0+(?=\s*(?:[;,)]|\s\w|$))")
"""A number of a query with only zeros after its decimal point: price = 20.00."""
_IN_LIST = lazy_pattern(
    r"(?<=\bin)\s*\((?P<values>\s*(?:'[^']*'|[\d.]+)(?:\s*,\s*(?:'[^']*'|[\d.]+))+\s*)\)", re.IGNORECASE
)
"""The values of which a column has one: IN ('Rome', 'Oslo')."""


def without_final_semicolon(code: str) -> str:
    """Return ``code`` without a semicolon at its end, unless it has nothing else: ``int x = 5;``, ``;``."""
    bare = code if code.lstrip("` ").startswith("&") else _END.sub(r"\g<tick>", code)  # &amp;
    return bare if bare.strip("` ") and not bare.rstrip("` ").endswith(";") else code


def plain_sql(code: str) -> str:
    """Return a query or a clause of SQL with names before values, and without its only table's name before columns.

    ``SELECT * FROM users WHERE 18 < users.age`` gives ``SELECT * FROM users WHERE age > 18``. Other code is returned
    as it is.
    """
    if not _SQL.match(code):
        return code
    tables = [found["table"] for found in _TABLE.finditer(code)]
    plain = code
    if len(tables) == len(_JOINED.findall(code)) == 1:
        plain = re.compile(rf"(?<![\w.]){tables[0]}\.(?=[\w*])", re.IGNORECASE).sub("", plain)
    return _CONDITION.sub(
        lambda found: f"{found['before']}{found['name']} {TURNED.get(found['sign'], found['sign'])} {found['value']}",
        plain,
    )


Code = Literal["query", "command", "line", "pattern", "selector", "data"]


def is_command(word: str) -> bool:
    """Return whether ``word`` is the name of a program or a command of a shell: ls."""
    return word in _COMMANDS


def is_tool_with_command(text: str) -> bool:
    """Return whether ``text`` is a program and its command, in two words, which prose may also be: git status."""
    words = text.strip("` $").split()
    return len(words) == 2 and words[0] in _TOOLS and words[1].isascii() and words[1].islower()


def code_kind(text: str) -> Code | None:
    """Return what ``text`` looks like: a query in SQL, a command line, a line of a program, or none of these.

    A command has two words or more, and is not the name of a command alone: git push. Prose may look like each of
    them: "make peace", "import duties".
    """
    plain = text.strip("` $")
    if len(plain) > _LONGEST or not plain or plain.removesuffix("()").isidentifier():
        return None
    if _QUERY.match(plain):
        return "query"
    if plain.endswith((";", "{")) and (_LINE.fullmatch(plain) or _SIGN_IN_LINE.search(plain)):
        return "line"
    words = plain.split()
    if len(words) > 1 and (words[0] in _COMMANDS or (words[0] in _TOOLS and len(words) > 2)):
        return "command"
    patterns = (_LINE, _EXPRESSION, _STRING_BUILT, _SURE)
    return "line" if any(pattern.fullmatch(plain) for pattern in patterns) else None


def is_surely_code(text: str, kind: Code) -> bool:
    """Return whether ``text``, which looks like ``kind``, can be nothing else: it has options, files or capitals."""
    plain = text.strip("` $")
    if kind == "command":
        return _OPTIONS.search(plain) is not None
    if kind == "line":
        ends = plain.endswith(_SURE_END) and _SIGN_IN_LINE.search(plain) is not None
        return ends or _SURE.fullmatch(plain) is not None
    return kind == "query" and re.match("[A-Z]{4,}", plain) is not None


def code_tokens(code: str, *, case: bool = True) -> list[str]:
    """Return the words, numbers, strings with their quotes, and signs of ``code``, without the spaces between them."""
    tokens = _TOKEN.findall(code.translate(TYPEWRITTEN))
    return tokens if case else [token if token[0] in "\"'" else token.casefold() for token in tokens]


def with_plain_fields(code: str) -> str:
    """Return ``code`` with its f-strings and templates in one form: f"{x}" for F"{ x }".

    The f becomes a word of its own, since one apart from its string is none.
    """
    return _FORMATTED.sub(lambda found: f"f_{with_plain_spaces(found['string'])}", code)


def with_plain_spaces(text: str) -> str:
    """Return the text of an f-string or a template without spaces around its values."""
    return _FIELD.sub(r"\g<open>\g<value>}", text)


def is_template(text: str) -> bool:
    """Return whether ``text`` is a template of JavaScript with a value in it: `Hello ${name}`."""
    return _TEMPLATE.fullmatch(text.strip()) is not None


def with_own_names(code: str, kept: Collection[str] = ()) -> str:
    """Return an expression with numbers for the variables that exist only in it: ``[n for n in xs]``.

    It is returned as it is if it may use one of these names for anything else, or if one is in ``kept``.
    """
    if not _EXPRESSION.fullmatch(code) and not _LINE.fullmatch(code):
        return code
    if code.lstrip().startswith("for") or "{" in "".join(STRING.findall(code)):  # a loop; a string with variables
        return code
    own: dict[str, str] = {}
    for found in _BOUND.finditer(code):
        names = _NAME.findall(found["names"] or found["arguments"] or found["parameters"])
        # What a loop goes through is read before its variable exists, and arguments exist in their function alone.
        outside = code[found.end() :].split()[:1] if found["names"] else [code[: found.start()]]
        if not set(names).isdisjoint({*own, *_NAME.findall("".join(outside))}):
            return code
        own |= {name: f"#{len(own) + at}" for at, name in enumerate(names)}
    if not own.keys().isdisjoint(kept) or any(re.search(rf"\.{name}\b|\b{name}\(", code) for name in own):
        return code
    parts = STRING.split(code)
    plain = [_NAME.sub(lambda name: own.get(name[0], name[0]), part) for part in parts]
    return "".join(chain.from_iterable(zip_longest(plain, STRING.findall(code), fillvalue="")))


def query_tokens(query: str) -> list[str]:
    """Return the tokens of a query without capitals and implied words.

    Conditions joined by AND, and the values after IN, are in one order.
    """
    plain = _COMPARISON.sub(r"\g<before> \g<inside>", plain_sql(without_final_semicolon(query.strip("` "))))
    if (found := _WHERE.fullmatch(plain)) and _AND.search(found["condition"]):
        parts = sorted(" ".join(code_tokens(part, case=False)) for part in _AND.split(found["condition"]))
        plain = f"{found['before']}{' and '.join(parts)} {found['after']}"
    plain = _IN_LIST.sub(lambda listed: f" ({', '.join(sorted(_LITERAL.findall(listed['values'])))})", plain)
    plain = "".join(
        chain.from_iterable(
            zip_longest(
                (_NO_DECIMALS.sub(r"\g<before>", part) for part in STRING.split(plain)),
                STRING.findall(plain),
                fillvalue="",
            )
        )
    )
    tokens = ["<>" if token == "!=" else token for token in code_tokens(plain, case=False)]
    return [token for token in tokens if token not in _IMPLIED]

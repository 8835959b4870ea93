"""The preview as one HTML page: styles and script inside, and by its own policy nothing comes from outside."""

import base64
import hashlib
import json
from collections import Counter
from functools import cache
from importlib.resources import files

from quizgen.facts.coverage import asked_facts
from quizgen.markup import escape, escape_attribute, to_html
from quizgen.preview.questions import KIND_NAMES, entry_html, key_html, notes_html
from quizgen.preview.sheet import Entry, Sheet
from quizgen.preview.text import text_html
from quizgen.questions import KINDS

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


def page(sheet: Sheet, stamp: tuple[str, str] | None = None) -> str:
    """The page of ``sheet``.

    With ``stamp``, (name of a script beside the page, what it says now), the page loads itself anew as soon as that
    script (``stamp_script`` makes it) says something else. A page without a server may read no other kind of file.
    """
    found = sheet.question_set
    style, script = _resource("page.css"), _resource("page.js")
    language = f' lang="{escape_attribute(found.language)}"' if found.language else ""
    direction = " dir=rtl" if (found.language or "").lower().split("-")[0] in _RIGHT_TO_LEFT else ""
    watch = f' data-stamp="{escape_attribute(stamp[1])}" data-script="{escape_attribute(stamp[0])}"' if stamp else ""
    shown = [entry for entry in sheet.entries if entry.question is not None]
    entries = "\n".join(
        entry_html(number, entry, _topic(sheet, entry), sheet.pictures) for number, entry in enumerate(sheet.entries, 1)
    )
    return f"""<!doctype html>
<html lang=en{watch}>
<head>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="{_policy(style, script, watched=stamp is not None)}">
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=color-scheme content="light dark">
<meta name=referrer content=no-referrer>
<title>{escape_attribute(found.title)}</title>
<style>{style}</style>
</head>
<body>
<header class=top>
<div{language}{direction}>
<h1 dir=auto>{escape(found.title)}</h1>
{f"<div class=about dir=auto>{to_html(found.description)}</div>" if found.description else ""}
{f"<p class=origin dir=auto>{escape(found.source.title)}</p>" if found.source else ""}
</div>
{_summary(sheet, len(shown))}
{notes_html(sheet.notes)}
</header>
{_tools(sheet)}
<main{language}{direction}>
{entries}
<p class=none hidden>No question is like that.</p>
</main>
{text_html(sheet.text, _asking(sheet))}
<section class=key{language}{direction} aria-hidden=true>
<h2>Key</h2>
<ol>{_key(sheet)}</ol>
</section>
<script>{script}</script>
</body>
</html>
"""


def stamp_script(stamp: str) -> str:
    """The script beside a watched page that says which state of the page is the latest."""
    return f"window.quizgenStamp = {json.dumps(stamp)};\n"


@cache
def _resource(name: str) -> str:
    return (files("quizgen.preview") / name).read_text("utf-8").strip()


def _policy(style: str, script: str, *, watched: bool) -> str:
    beside = " file:" if watched else ""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'{beside};"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _topic(sheet: Sheet, entry: Entry) -> str:
    return sheet.question_set.topic_name(entry.question.topic) if entry.question and entry.question.topic else ""


def _summary(sheet: Sheet, shown: int) -> str:
    notes = [*sheet.notes, *(note for entry in sheet.entries for note in entry.notes)]
    levels = Counter(note.level for note in notes)
    parts = [_count(shown, "question")]
    parts += (_count(levels[level], level) for level in ("error", "warning") if levels[level])
    if sheet.text:
        count = sum(paragraph.is_open for paragraph in sheet.text)
        parts.append(f"<a href=#text>the text</a> with {_count(count, 'open paragraph')}")
    return f"<p class=summary>{', '.join(parts)}</p>"


def _asking(sheet: Sheet) -> dict[str, list[int]]:
    """By fact: the numbers of its questions."""
    asking: dict[str, list[int]] = {}
    for number, entry in enumerate(sheet.entries, 1):
        for fact in sorted(asked_facts(filter(None, (entry.question,)))):
            asking.setdefault(fact, []).append(number)
    return asking


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _tools(sheet: Sheet) -> str:
    questions = [entry.question for entry in sheet.entries if entry.question is not None]
    topics = Counter(question.topic for question in questions if question.topic)
    kinds = Counter[str](question.kind for question in questions)
    topic_options = "".join(
        f'<option value="{escape_attribute(topic)}">{escape_attribute(sheet.question_set.topic_name(topic))} ({count})'
        for topic, count in topics.items()
    )
    kind_options = "".join(f"<option value={kind}>{KIND_NAMES[kind]} ({kinds[kind]})" for kind in KINDS if kinds[kind])
    noted = any(entry.notes for entry in sheet.entries)
    only = "<label><input type=checkbox id=noted> Only with faults or warnings</label>" if noted else ""
    return f"""<form class=tools role=search hidden>
<label>Search <input type=search id=search></label>
<label>Topic <select id=topic><option value="">all{topic_options}</select></label>
<label>Kind <select id=kind><option value="">all{kind_options}</select></label>
{only}
<span class=buttons><button type=button id=fold>Show answers</button>
<button type=button id=take aria-pressed=false>Take it</button></span>
<output id=score></output>
</form>"""


def _key(sheet: Sheet) -> str:
    return "".join(
        f"<li value={number} data-for=q{number}>{key_html(entry.question)}</li>"
        for number, entry in enumerate(sheet.entries, 1)
        if entry.question is not None
    )

"""The preview as one HTML page, with its style and script inside. Its content security policy blocks the network."""

import base64
import hashlib
import json
from collections import Counter
from functools import cache
from importlib.resources import files

from quizgen.markup import escape, escape_attribute, linked, to_html
from quizgen.preview.questions import diagnostics_html, entry_html, key_html
from quizgen.preview.sheet import Entry, Sheet
from quizgen.preview.text import text_html
from quizgen.questions.base import Reference
from quizgen.questions.kinds import KINDS, kind_label
from quizgen.questions.sets import topic_name
from quizgen.text.plurals import count
from quizgen.text.writing_direction import is_right_to_left


def page(sheet: Sheet, stamp: tuple[str, str] | None = None) -> str:
    """Return the page of ``sheet``.

    With ``stamp``, the name of a script in the same folder and its current value, the page reloads as soon as that
    script (see ``stamp_script``) has a different value. Without a server, a page can read no other kind of file.
    """
    found = sheet.heading
    style, script = _resource("page.css"), _resource("page.js")
    language = f' lang="{escape_attribute(found.language)}"' if found.language else ""
    direction = " dir=rtl" if is_right_to_left(found.language) else ""
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
{_source(found.source)}
</div>
{_summary(sheet, len(shown))}
{diagnostics_html(sheet.diagnostics)}
</header>
{_tools(sheet)}
<main{language}{direction}>
{entries}
<p class=none hidden>No questions match.</p>
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
    """Return the script that gives a watched page its latest version."""
    return f"window.quizgenStamp = {json.dumps(stamp)};\n"


@cache
def _resource(name: str) -> str:
    return (files("quizgen.preview") / name).read_text("utf-8").strip()


def _policy(style: str, script: str, *, watched: bool) -> str:
    same_folder = " file:" if watched else ""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'{same_folder};"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _topic(sheet: Sheet, entry: Entry) -> str:
    return topic_name(entry.question.topic, sheet.heading.topics) if entry.question and entry.question.topic else ""


def _summary(sheet: Sheet, shown: int) -> str:
    diagnostics = [*sheet.diagnostics, *(one for entry in sheet.entries for one in entry.diagnostics)]
    severities = Counter(one.severity for one in diagnostics)
    parts = [count(shown, "question")]
    points = {point for entry in sheet.entries if entry.question is not None for point in entry.question.points}
    parts += [count(len(points), "point")] if points else []
    parts += (count(severities[one], one) for one in ("error", "warning") if severities[one])
    if sheet.text:
        open_paragraphs = sum(paragraph.is_open for paragraph in sheet.text)
        parts.append(f"<a href=#text>article</a> with {count(open_paragraphs, 'paragraph')} not fully covered")
    retired = "<p class=origin>This set is retired: it is left out of study sessions, quizzes and decks.</p>"
    guesses = f"<p class=summary>Guessing: {escape('; '.join(sheet.guesses))}</p>" if sheet.guesses else ""
    return f"<p class=summary>{', '.join(parts)}</p>{guesses}{retired if sheet.heading.retired else ''}"


def _source(source: Reference | None) -> str:
    """Return the text that the set is based on, as a line under the title."""
    if source is None:
        return ""
    parts = [escape(source.title), *(escape(part) for part in (source.publisher, source.published) if part)]
    if source.url:
        parts.append(linked(escape(source.url), source.url, " rel=noreferrer"))
    short = f"<br>On cards: {escape(source.short)}" if source.short else ""
    return f"<p class=origin dir=auto>Source: {' · '.join(parts)}{short}</p>"


def _asking(sheet: Sheet) -> dict[str, list[int]]:
    """Return, by fact, the numbers of its questions."""
    asking: dict[str, list[int]] = {}
    for number, entry in enumerate(sheet.entries, 1):
        if entry.question is not None:
            for fact in entry.question.all_facts:
                asking.setdefault(fact, []).append(number)
    return asking


def _tools(sheet: Sheet) -> str:
    questions = [entry.question for entry in sheet.entries if entry.question is not None]
    topics = Counter(question.topic for question in questions if question.topic)
    kinds = Counter(question.kind for question in questions)
    priorities = Counter(question.priority for question in questions)
    names = {topic: escape_attribute(topic_name(topic, sheet.heading.topics)) for topic in topics}
    topic_options = "".join(
        f'<option value="{escape_attribute(topic)}">{names[topic]} ({number})' for topic, number in topics.items()
    )
    kind_options = "".join(f"<option value={kind}>{kind_label(kind)} ({kinds[kind]})" for kind in KINDS if kinds[kind])
    priority_options = "".join(
        f"<option value={priority}>{priority} ({number})" for priority, number in sorted(priorities.items())
    )
    priority = (
        f'<label>Priority <select id=priority><option value="">all{priority_options}</select></label>'
        if len(priorities) > 1
        else ""
    )
    diagnosed = any(entry.diagnostics for entry in sheet.entries)
    only = "<label><input type=checkbox id=diagnosed> Only with errors or warnings</label>" if diagnosed else ""
    return f"""<form class=tools role=search hidden>
<label>Search <input type=search id=search></label>
<label>Topic <select id=topic><option value="">all{topic_options}</select></label>
<label>Kind <select id=kind><option value="">all{kind_options}</select></label>
{priority}
{only}
<span class=buttons><button type=button id=fold>Show answers</button>
<button type=button id=take aria-pressed=false>Practice</button></span>
<output id=score></output>
</form>"""


def _key(sheet: Sheet) -> str:
    return "".join(
        f"<li value={number} data-for=q{number}>{key_html(entry.question)}</li>"
        for number, entry in enumerate(sheet.entries, 1)
        if entry.question is not None
    )

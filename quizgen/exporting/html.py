"""Texts of questions as HTML for learning platforms."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from quizgen.anki.errors import QuestionError
from quizgen.exporting.selection import Part
from quizgen.loading.media import MediaError, read_picture, read_sound
from quizgen.markup import Slot, escape, escape_attribute, inline_html, slot_sign, to_html
from quizgen.questions import ChoiceQuestion, ClozeQuestion, MultipleQuestion, Question
from quizgen.questions.base import description_of
from quizgen.questions.marks import Mark, with_signs

Place = Literal["stem", "feedback"]
ANSWER_LINE = "<hr>"
"""Separates the answer from the explanation in the feedback of a flashcard, as on the back of an Anki card."""

_DOLLARS = re.compile(r"\$(?=\$)")
_TAG = re.compile(r"<[^<>]*>")


def block_html(text: str | None, slots: Sequence[Slot] = ()) -> str:
    """Return ``text`` in quizgen's Markdown as HTML.

    ``slots`` are what to insert at each ``slot_sign`` of the text.
    """
    return _without_math_signs(to_html(text or "", slots))


def cloze_html(question: ClozeQuestion, blank_of: Callable[[Mark], str]) -> str:
    """Return the text of ``question`` as HTML; ``blank_of`` returns the HTML of each blank."""
    blanks = map(blank_of, question.marks)
    return block_html(with_signs(question.text, slot_sign), [Slot(blank, blank) for blank in blanks])


def line_html(text: str) -> str:
    """Return ``text``, a single line such as an option, as HTML."""
    return _without_math_signs(inline_html(text))


def _without_math_signs(html: str) -> str:
    """Return ``html`` without ``$$``, between which Moodle shows math."""
    return _DOLLARS.sub("&#36;", html) if "$$" in html else html


def bare_html(text: str) -> str:
    """Return ``text``, a single line, as HTML without elements, for what a platform shows in a list to choose from."""
    return _without_math_signs(escape(line_text(text)))


def line_text(text: str) -> str:
    """Return ``text``, a single line, as plain text without markup."""
    from html import unescape

    return " ".join(unescape(_TAG.sub("", inline_html(text))).split())


@dataclass
class Pictures:
    """The pictures and sounds of one set; ``source`` gives the address that the platform's pages use for a file."""

    part: Part
    source: Callable[[str], str]
    files: dict[str, bytes] = field(default_factory=dict)
    """Content by file name."""

    def html(self, question: Question, place: Place) -> str:
        """Return the picture of ``question`` as HTML if it is shown in ``place``. Raises QuestionError."""
        image = question.image
        if image is None or image.after_answer != (place == "feedback"):
            return ""
        name = self._added(image.file, "picture", lambda folder: read_picture(folder, image), question)
        source, alt = escape_attribute(self.source(name)), escape_attribute(description_of(image))
        return f'<p><img src="{source}" alt="{alt}"></p>'

    def stem_html(self, question: Question) -> str:
        """Return the picture and the sound of ``question`` that belong to its stem as HTML. Raises QuestionError."""
        audio = question.audio
        if audio is None:
            return self.html(question, "stem")
        name = self._added(audio.file, "sound", lambda folder: read_sound(folder, audio), question)
        source, title = escape_attribute(self.source(name)), escape_attribute(line_text(description_of(audio)))
        player = f'<p><audio controls src="{source}" title="{title}"></audio></p>'
        return joined(self.html(question, "stem"), player)

    def _added(self, file: str, what: str, read: Callable[[Path], bytes], question: Question) -> str:
        set_id = self.part.question_set.id
        if self.part.folder is None:
            raise QuestionError(
                set_id,
                question.id,
                f"the {what} {file!r} cannot be found, because its folder is not known; pass the folder as `pictures`",
            )
        try:
            content = read(self.part.folder)
        except MediaError as error:
            raise QuestionError(set_id, question.id, str(error)) from None
        return _named(self.files, Path(file), content)


def _named(files: dict[str, bytes], path: Path, content: bytes) -> str:
    """Add ``content`` to ``files`` under a plain name that no other content has, and return the name."""
    import hashlib

    from quizgen.text.ids import kebab

    stem, ending = kebab(path.stem)[:60].strip("-") or "picture", path.suffix.lower()
    name = f"{stem}{ending}"
    if files.get(name, content) != content:
        name = f"{stem}-{hashlib.sha256(content).hexdigest()[:8]}{ending}"
    files[name] = content
    return name


def feedback_of(question: ChoiceQuestion | MultipleQuestion) -> Mapping[str, str]:
    """Return the feedback for each wrong option that has some, as HTML."""
    return {str(one): block_html(one.feedback) for one in question.wrong_options if one.feedback}


def joined(*blocks: str) -> str:
    """Return HTML blocks below each other; text without a block of its own becomes a paragraph if others follow."""
    found = [block for block in blocks if block]
    return "\n".join(
        found if len(found) == 1 else [block if _is_block(block) else f"<p>{block}</p>" for block in found]
    )


def _is_block(html: str) -> bool:
    return html.startswith(("<p>", "<pre", "<ul>", "<ol", "<table>", "<blockquote>", "<hr>"))


def card_feedback(answer: str, explanation: str) -> str:
    """Return the feedback of a flashcard on a platform: the answer, a line, and the explanation."""
    return joined(answer, ANSWER_LINE, explanation) if explanation else answer

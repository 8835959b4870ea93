"""Typed text that breaks between words. prompt_toolkit breaks it wherever the line is full."""

from itertools import accumulate

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_width, to_formatted_text
from prompt_toolkit.layout import BufferControl, Window
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth


def break_between_words(application: Application[object]) -> None:
    """Make what is typed into the prompt of ``application`` break between words."""
    for window in application.layout.find_all_windows():
        if isinstance(window.content, BufferControl) and window.content.buffer is application.current_buffer:
            processors = window.content.input_processors
            window.content.input_processors = [*(processors or []), _Filler(window)]


class _Filler(Processor):
    """Fills a line with spaces, on the screen only, where the next word does not fit into the rest of it."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        fragments = explode_text_fragments(transformation_input.fragments)
        text = "".join(fragment[1] for fragment in fragments)
        prefix = self._window.get_line_prefix or (lambda line, wraps: "")
        first, others = (
            fragment_list_width(to_formatted_text(prefix(transformation_input.lineno, wraps))) for wraps in (0, 1)
        )
        fillings = _fillings(text, first, others, transformation_input.width)
        shown: StyleAndTextTuples = []
        for fragment, filling in zip(fragments, fillings, strict=True):
            shown += [("", " " * filling), fragment] if filling else [fragment]
        places = [at + added for at, added in enumerate(accumulate(fillings))]
        end = len(text) + sum(fillings)
        return Transformation(
            shown,
            source_to_display=lambda at: places[at] if at < len(places) else end + at - len(text),
            display_to_source=lambda at: next(
                (source for source, place in enumerate(places) if place >= at), len(text)
            ),
        )


def _fillings(text: str, column: int, indent: int, width: int) -> list[int]:
    """Return for each character of ``text`` the number of spaces to show before it.

    The text starts in ``column``, and its other lines at the ``indent``. After each word, there is room for a space,
    with which the next line would begin otherwise.
    """
    fillings = []
    for at, character in enumerate(text):
        filling = 0
        if character != " " and (at == 0 or text[at - 1] == " "):
            cells = get_cwidth(text[at:].partition(" ")[0])
            if column > indent and column + cells >= width > indent + cells:
                filling, column = width - column, indent
        fillings.append(filling)
        cells = get_cwidth(character)
        column = column + cells if column + cells <= width else indent + cells
    return fillings

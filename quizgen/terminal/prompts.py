"""questionary's prompts with one key per answer, wrapped options, and a footer that names the keys.

In questionary 2.1 a shortcut only moves the pointer, long options are cut, lists ignore Ctrl-D, and ``ask()`` swallows
Ctrl-C. Each prompt here therefore adds its own key bindings and runs with ``unsafe_ask()``.

A key pressed twice must not answer the next question unread: prompts that are new to the learner, except typed ones,
drop keys that arrive before they can have been read, and Enter picks an answer only after the pointer was moved to it.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.application.current import get_app
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_width, split_lines, to_formatted_text
from prompt_toolkit.key_binding import ConditionalKeyBindings, KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.bindings.cpr import load_cpr_bindings
from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Window
from prompt_toolkit.utils import get_cwidth, suspend_to_background_supported
from questionary.constants import INDICATOR_SELECTED, INDICATOR_UNSELECTED
from questionary.prompts.common import InquirerControl

from quizgen.session.frontend import Countdown, Quit, TimeUp
from quizgen.terminal import key_labels, messages
from quizgen.terminal.keys import Footer, Option, footer_lines
from quizgen.terminal.screen import MARGIN, RED, Screen
from quizgen.terminal.word_wrap import break_between_words

UNREAD_SECONDS = 0.2
"""A key pressed within this time after a prompt appears was meant for what was on the screen before."""

ANY_KEY: Sequence[str] = ("<any>",)
LEAVING: Sequence[str] = ("enter", "q", "Q")
"""The keys that end a prompt of any kind: pressed twice, they must not act on the next one as well."""

POINTER = "❯"
_POINTER_CELLS = len(f" {POINTER} ")
_BOX_CELLS = len(f"{messages.UNTICKED} ")

_STYLE = questionary.Style(
    [
        ("qmark", ""),
        ("question", "bold"),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", "bold"),
        ("answer", ""),
        ("footer", ""),
        ("notice", "bold fg:{} bg:{}".format(*RED.split(" on "))),
    ]
)


def pick(
    screen: Screen,
    message: str,
    options: Sequence[Option],
    footer: Footer,
    *,
    start: int | None = None,
    notice: str = messages.PICK_FIRST,
    guarded: Sequence[str] = ANY_KEY,
) -> int:
    """Return the index of the option that the learner picks, by its key or by arrows and Enter.

    The pointer starts at the option with the index ``start``, which Enter alone picks; by default, it is nowhere, and
    Enter alone shows ``notice``. The keys that are ``guarded`` are dropped at first; a prompt that continues the one
    before it needs no guard.
    """
    choices = [questionary.Choice(option.text, value=index) for index, option in enumerate(options)]
    if "\n" not in message:
        message = f"\n{MARGIN}".join(screen.wrapped(message, screen.width - len(f"{MARGIN} ")))
    question = questionary.select(
        f"\n{MARGIN}{message}" if message else "",
        choices,
        qmark="",
        pointer=POINTER,
        instruction=" ",
        style=_STYLE,
        use_jk_keys=False,
        erase_when_done=True,
    )
    control = _list_of(question)
    bindings = _bindings(footer)
    if start is not None:
        control.pointed_at = start
    refused = _point_at_nothing(control, bindings, notice) if start is None else None
    for index, option in enumerate(options):
        _bind(bindings, option.keys, _exit_with(index))
    _wrap_titles(question, screen, choices, options, _POINTER_CELLS)
    answer: int = _run(question, bindings, screen, footer, notice=refused, guarded=guarded)
    return answer


def height_without_message(screen: Screen, options: Sequence[Option], footer: Footer) -> int:
    """Return the number of lines that ``pick`` takes besides its message, with a notice that it may show."""
    lines = sum(len(_wrapped_title(screen, option, _POINTER_CELLS)) for option in options)
    empty, notice = 2, len(screen.wrapped(messages.PICK_FIRST, screen.width - len(f"{MARGIN}  ")))
    return lines + empty + notice + len(footer_lines(screen, footer))


def tick(screen: Screen, options: Sequence[Option], footer: Footer, *, ticked: Collection[int] = ()) -> list[int]:
    """Return the indexes of the options that the learner selects, at least one; those ``ticked`` already are."""
    choices = [
        questionary.Choice(option.text, value=index, checked=index in ticked) for index, option in enumerate(options)
    ]
    question = questionary.checkbox(
        "",
        choices,
        qmark="",
        pointer=POINTER,
        instruction=" ",
        style=_STYLE,
        use_jk_keys=False,
        erase_when_done=True,
    )
    control = _list_of(question)
    bindings = _bindings(footer)
    _bind(bindings, ("i",), lambda _: None)  # questionary inverts by it
    for index, option in enumerate(options):
        _bind(bindings, option.keys, _toggle(control, index))
    notice = _refuse_enter(bindings, Condition(lambda: not control.selected_options), messages.PICK_ONE)
    _show_boxes(control)
    _wrap_titles(question, screen, choices, options, _POINTER_CELLS + _BOX_CELLS)
    answer: list[int] = _run(question, bindings, screen, footer, notice=notice)
    return answer


def find(
    screen: Screen,
    title: Callable[[Sequence[int]], str],
    texts: Sequence[str],
    footer: Footer,
    *,
    search_in: Callable[[str], Sequence[int]],
    start: int,
    search: str = "",
    nothing_found: str,
) -> tuple[int, str]:
    """Return the index of the text that the learner picks from a long list by arrows and Enter, and the search.

    Typing leaves only the texts whose indexes ``search_in`` returns for what was typed; ``nothing_found`` is shown if
    it returns none. The search begins as ``search``. ``title`` gives the line above the list, from the indexes of the
    texts in it.
    """
    choices = [questionary.Choice(text, value=index) for index, text in enumerate(texts)]
    question = questionary.select(
        "",
        choices,
        qmark="",
        pointer=POINTER,
        instruction=" ",
        style=_STYLE,
        use_jk_keys=False,
        erase_when_done=True,
    )
    control = _list_of(question)
    typed = search
    found: Sequence[int] = ()

    def look_for(text: str) -> None:
        nonlocal typed, found
        typed, found = text, search_in(text) if text else range(len(texts))
        control.choices = [choices[index] for index in found] or choices[:1]  # which is hidden then
        control.pointed_at = 0

    look_for(search)
    control.pointed_at = [*found].index(start) if start in found else 0
    bindings = KeyBindings()
    bindings.add("c-d", eager=True)(_raise(EOFError))

    def extend_search(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            look_for(typed + event.data)

    bindings.add("<any>", eager=True)(extend_search)
    bindings.add("backspace", eager=True)(lambda _: look_for(typed[:-1]))
    bindings.add("c-w", eager=True)(lambda _: look_for(" ".join(typed.split()[:-1])))
    for key in ("c-u", "escape"):
        bindings.add(key, eager=True)(lambda _: look_for(""))
    bindings.add("enter", eager=True, filter=Condition(lambda: not found))(lambda _: None)
    titles = control.text

    def cut_titles() -> StyleAndTextTuples:
        lines = _cut_apart([*split_lines(to_formatted_text(titles))], screen.width)
        return [part for line in lines for part in (*line, ("", "\n"))][:-1]

    control.text = cut_titles
    for window in question.application.layout.find_all_windows():
        if window.content is control:
            window.height = lambda: None if found else Dimension.exact(0)

    def heading() -> StyleAndTextTuples:
        return [("class:question", MARGIN + screen.cut(title(found), screen.width - len(MARGIN)))]

    def cut_search() -> StyleAndTextTuples:
        if not typed:
            return []
        room = screen.width - len(f"{MARGIN}/   {key_labels.CLEAR_SEARCH}")
        return [("", f"\n{MARGIN}/ {_cut_start(typed, room)}  "), ("class:footer", key_labels.CLEAR_SEARCH)]

    container = question.application.layout.container
    if isinstance(container, HSplit):
        container.children.insert(1, Window(FormattedTextControl(heading)))
        container.children.append(Window(FormattedTextControl(cut_search), dont_extend_height=True))
    notice = lambda: "" if found else nothing_found  # noqa: E731
    answer: int = _run(question, bindings, screen, footer, notice=notice, guarded=("enter",))
    return answer, typed


def type_in(screen: Screen, message: str, footer: Footer, *, notice: str = "", text: str = "") -> str:
    """Return the line that the learner types, which begins as ``text``.

    The footer's keys work, and ``notice`` is shown, while nothing is typed.
    """
    question = questionary.text(
        f"\n{MARGIN}{message} ›",
        default=text,
        qmark="",
        style=_STYLE,
        erase_when_done=True,
        prompt_continuation=MARGIN,
    )
    break_between_words(question.application)
    bindings = KeyBindings()
    nothing_typed = Condition(lambda: not get_app().current_buffer.text)
    for key, exception in footer.keys.items():
        sequence = key.split(" ")  # such as Alt-U, which is never text
        when = nothing_typed if len(sequence) == 1 else Always()
        bindings.add(*sequence, eager=True, filter=when)(_raise(exception))
    refused = ""
    """The text with which a key was pressed that skips only an empty line."""

    def refuse(event: KeyPressEvent) -> None:
        nonlocal refused
        refused = event.current_buffer.text

    if "tab" in footer.keys:
        bindings.add("tab", eager=True, filter=~nothing_typed)(refuse)

    def notice_now() -> str:
        if nothing_typed():
            return notice
        return messages.CLEAR_TO_SKIP if get_app().current_buffer.text == refused else ""

    answer: str = _run(question, bindings, screen, footer, notice=notice_now, guarded=())
    return answer


def wait(screen: Screen, footer: Footer, picks: Mapping[str, object] | None = None) -> Any:
    """Wait for Enter or space, which return None, or for a key in ``picks``, which returns its value."""
    question = questionary.press_any_key_to_continue(" ", style=_STYLE, erase_when_done=True)
    bindings = _bindings(footer)
    _bind(bindings, ("enter", " "), _exit_with(None))
    for key, picked in (picks or {}).items():
        _bind(bindings, (key,), _exit_with(picked))
    return _run(question, bindings, screen, footer, spaced=False)


def suspension(redraw: Callable[[], None] = lambda: None) -> KeyBindings:
    """Return the binding that suspends the program by Ctrl-Z; ``fg`` calls ``redraw`` and draws the prompt again."""
    bindings = KeyBindings()
    supported = Condition(suspend_to_background_supported)

    def suspend(_: KeyPressEvent) -> None:
        def stop_and_redraw() -> None:
            os.kill(0, signal.SIGTSTP)  # 0: all processes of a pipeline, as the terminal itself would
            redraw()

        run_in_terminal(stop_and_redraw)

    bindings.add("c-z", eager=True, filter=supported)(suspend)
    return bindings


def _bindings(footer: Footer) -> KeyBindings:
    bindings = KeyBindings()
    # Eager, so that no key waits to be part of a sequence: Esc and Enter together would submit an empty line.
    bindings.add("<any>", eager=True)(lambda _: None)
    for key, exception in {**footer.keys, "q": Quit, "c-d": EOFError}.items():
        _bind(bindings, (key,), _raise(exception))
    return bindings


def _bind(bindings: KeyBindings, keys: Sequence[str], handler: Callable[[KeyPressEvent], None]) -> None:
    for key in keys:
        bindings.add(key, eager=True)(handler)
        if len(key) == 1 and key.isalpha():
            bindings.add(key.upper(), eager=True)(handler)


def _exit_with(result: object) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(result=result)


def _raise(exception: type[BaseException]) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(exception=exception)


def _list_of(question: questionary.Question) -> InquirerControl:
    """Return the list of options in a select or a checkbox prompt."""
    return next(
        window.content
        for window in question.application.layout.find_all_windows()
        if isinstance(window.content, InquirerControl)
    )


def _point_at_nothing(control: InquirerControl, bindings: KeyBindings, reason: str) -> Callable[[], str]:
    """Hide the pointer until an arrow key moves it to the first or the last option; return the notice for Enter."""
    nowhere = Condition(lambda: control.pointed_at < 0)
    control.pointed_at = -1  # from which questionary moves down to 0

    def last(_: KeyPressEvent) -> None:
        control.pointed_at = control.choice_count - 1

    for key in ("up", "c-p"):
        bindings.add(key, eager=True, filter=nowhere)(last)
    return _refuse_enter(bindings, nowhere, reason)


def _refuse_enter(bindings: KeyBindings, while_: Condition, reason: str) -> Callable[[], str]:
    """Make Enter do nothing under a condition; return a function that gives ``reason`` after it was pressed."""
    refused: list[str] = []
    bindings.add("enter", eager=True, filter=while_)(lambda _: refused.append(reason))
    return lambda: reason if refused and while_() else ""


def _toggle(control: InquirerControl, index: int) -> Callable[[KeyPressEvent], None]:
    def toggle(_: KeyPressEvent) -> None:
        control.pointed_at = index
        if index in control.selected_options:
            control.selected_options.remove(index)
        else:
            control.selected_options.append(index)

    return toggle


def _wrap_titles(
    question: questionary.Question,
    screen: Screen,
    choices: Sequence[questionary.Choice],
    options: Sequence[Option],
    indent: int,
) -> None:
    """Wrap long options before each drawing, so that they also fit after the window was resized."""

    def wrap(_: Any) -> None:
        for choice, option in zip(choices, options, strict=True):
            label = _label(option)
            lines = _wrapped_title(screen, option, indent)
            choice.title = label + ("\n" + " " * (indent + len(label))).join(lines)

    question.application.before_render += wrap


def _show_boxes(control: InquirerControl) -> None:
    """Replace the circles of questionary, which elsewhere mean that one option can be chosen, by boxes."""
    boxes = {f"{INDICATOR_SELECTED} ": f"{messages.TICKED} ", f"{INDICATOR_UNSELECTED} ": f"{messages.UNTICKED} "}
    tokens = control.text

    def with_boxes() -> StyleAndTextTuples:
        return [(style, boxes.get(text, text)) for style, text, *_ in to_formatted_text(tokens)]

    control.text = with_boxes


def _label(option: Option) -> str:
    return f"{option.label}  " if option.label else ""


def _wrapped_title(screen: Screen, option: Option, indent: int) -> list[str]:
    return screen.wrapped(option.text, screen.width - indent - len(_label(option)))


def _run(
    question: questionary.Question,
    bindings: KeyBindings,
    screen: Screen,
    footer: Footer,
    *,
    notice: Callable[[], str] | None = None,
    spaced: bool = True,
    guarded: Sequence[str] = ANY_KEY,
) -> Any:
    """Run ``question`` with ``bindings`` added and ``footer`` below it, after an empty line if ``spaced``.

    ``notice`` gives a line to show above the footer, or nothing.
    """
    application = question.application
    own = [bindings] if application.key_bindings is None else [application.key_bindings, bindings]
    application.key_bindings = merge_key_bindings(_guarded(application, own, screen, guarded))
    always = suspension(screen.redraw)
    # Pasted text with escape sequences may look like a mouse event, which prompt_toolkit 3 fails to parse.
    always.add(Keys.Vt100MouseEvent, eager=True)(lambda _: None)
    always.add("c-c", eager=True)(_raise(KeyboardInterrupt))
    # Ctrl-C comes as a signal until the terminal is in raw mode; prompt_toolkit makes it a key of its own.
    always.add(Keys.SIGINT, eager=True)(_raise(KeyboardInterrupt))
    # The terminal's answer to where its cursor is comes as a key, too.
    for cursor_position in load_cpr_bindings().bindings:
        always.add(*cursor_position.keys, eager=True)(cursor_position)
    application.key_bindings = merge_key_bindings([application.key_bindings, always])
    application.before_render += _redraw_if_resized(screen)
    # Keeps the footer right below the prompt instead of at the bottom of the screen.
    for window in application.layout.find_all_windows():
        window.dont_extend_height = Always()
    container = application.layout.container
    if isinstance(container, HSplit):
        control = FormattedTextControl(
            lambda: [*_notice(screen, notice), ("class:footer", "\n".join(footer_lines(screen, footer)))]
        )
        container.children += [*([Window(height=1)] if spaced else []), Window(control, dont_extend_height=True)]
    if screen.countdown:
        application.refresh_interval = 1.0
        application.pre_run_callables.append(lambda: _end_in_time(application, screen.countdown))
    return question.unsafe_ask()


def _redraw_if_resized(screen: Screen) -> Callable[[Any], None]:
    """Return what prints again what is above a prompt if its lines were broken for another width of the terminal."""
    width = screen.width

    def redraw() -> None:
        screen.console.clear()
        screen.redraw()

    def check(_: Any) -> None:
        nonlocal width
        if width != (width := screen.width):
            run_in_terminal(redraw)

    return check


def _guarded(
    application: Application[Any], bindings: Sequence[KeyBindingsBase], screen: Screen, keys: Sequence[str]
) -> list[KeyBindingsBase]:
    """Return ``bindings`` so that ``keys`` do nothing until the prompt was on screen for a while."""
    appeared: list[float] = []

    def appear(_: Any) -> None:
        if not appeared:
            appeared.append(screen.clock())

    application.after_render += appear
    readable = Condition(lambda: bool(appeared) and screen.clock() - appeared[0] >= UNREAD_SECONDS)
    dropped = KeyBindings()
    for key in keys:
        dropped.add(key, eager=True, filter=~readable)(lambda _: None)
    # A binding of a certain key would precede that of any key.
    active = [ConditionalKeyBindings(merge_key_bindings(bindings), readable)] if keys == ANY_KEY else bindings
    return [*active, dropped]


def _end_in_time(application: Application[Any], countdown: Countdown | None) -> None:
    """Make the prompt raise ``TimeUp`` when the time is over."""

    async def end() -> None:
        while countdown and (left := countdown.seconds_left) > 0:
            await asyncio.sleep(left)
        if application.future and not application.future.done():
            application.exit(exception=TimeUp())

    application.create_background_task(end())


def _cut(line: StyleAndTextTuples, room: int) -> StyleAndTextTuples:
    """Return a line of styled text, shortened to ``room`` columns with an ellipsis."""
    if fragment_list_width(line) <= room:
        return line
    cut: StyleAndTextTuples = []
    left = room - 1
    for style, text, *_ in line:
        kept = ""
        for character in text:
            left -= get_cwidth(character)
            if left < 0:
                return [*cut, (style, f"{kept}…")]
            kept += character
        cut.append((style, kept))
    return cut


def _cut_apart(lines: Sequence[StyleAndTextTuples], room: int) -> list[StyleAndTextTuples]:
    """Return lines shortened to ``room`` columns: at their ends or, where that makes some equal, in their middles."""
    cut = [_cut(line, room) for line in lines]
    titles = ["".join(part[1] for part in line)[_POINTER_CELLS:] for line in cut]
    return [
        _cut_middle(line, room) if shorter != line and titles.count(title) > 1 else shorter
        for line, shorter, title in zip(lines, cut, titles, strict=True)
    ]


def _cut_middle(line: StyleAndTextTuples, room: int) -> StyleAndTextTuples:
    style, text = next((part[0], part[1]) for part in reversed(line) if part[1])
    end = _cut_start(text, room // 2).removeprefix("…")
    return [*_cut(line, room - get_cwidth(end)), (style, end)]


def _cut_start(text: str, room: int) -> str:
    """Return ``text``, of which only the end is shown, after an ellipsis, if it is wider than ``room`` columns."""
    if get_cwidth(text) <= room:
        return text
    start = next(at for at in range(len(text) + 1) if get_cwidth(text[at:]) < room)
    return f"…{text[start:]}"


def _notice(screen: Screen, notice: Callable[[], str] | None) -> list[tuple[str, str]]:
    text = notice() if notice else ""
    lines = screen.wrapped(text, screen.width - len(f"{MARGIN}  ")) if text else []
    return [part for line in lines for part in (("", MARGIN), ("class:notice", f" {line} "), ("", "\n"))]

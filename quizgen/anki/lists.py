"""Lists on cards: options, steps and pairs, in an order that gives nothing away and is the same in every export.

Each of these items has its data in attributes (``data-position`` from 1 in the correct or the author's order,
``data-right`` on correct options, ``data-share`` on wrong ones with a share of the credit), so that a template's script
can shuffle and mark items without knowing the words.
"""

import hashlib
import re
from collections.abc import Sequence
from string import ascii_uppercase

from quizgen.markup import escape, inline_html
from quizgen.questions import ChoiceQuestion, MatchQuestion, MultipleQuestion, OrderQuestion
from quizgen.text.folding import fold_option

_MOST_SHOWN = 4
"""So many other accepted answers are all shown."""
_COMMA = re.compile("[,،、，]")
_WIDEST = 40
"""The characters that half the width of a phone has room for, on a few lines."""


def options_list(question: ChoiceQuestion | MultipleQuestion, guid: str) -> str:
    """Return all options as an HTML list, in their fixed order or shuffled; a pinned last option stays last."""
    shown, keys, fixed = question.shown, set(question.keys), question.fixed_order
    shares = {fold_option(one): one.share for one in question.wrong_options if one.share}
    if fixed is None:
        free = len(shown) - question.pin_last
        order = [*_shuffled(shown[:free], guid), *range(free, len(shown))]
    else:
        order = [shown.index(option) for option in fixed]

    def credit(option: str) -> str:
        if option in keys:
            return ' data-right="yes"'
        share = shares.get(fold_option(option)) if shares else None
        return f' data-share="{share}"' if share else ""

    items = "".join(
        f'<li data-position="{index + 1}"{credit(shown[index])}>{inline_html(shown[index])}</li>' for index in order
    )
    flags = ' data-pin-last="yes"' * question.pin_last
    if question.shuffle:
        flags = f' data-{"shuffle" if fixed is None else "ascending"}="yes"{flags}'
    return f'<ol class="options" type="A"{flags}>{items}</ol>'


def order_lists(question: OrderQuestion, guid: str) -> tuple[str, str]:
    """Return the steps shuffled and lettered, and the steps in the correct order with those letters."""
    order = _moved(_shuffled(question.steps, guid))
    steps = "".join(f'<li data-position="{index + 1}">{inline_html(question.steps[index])}</li>' for index in order)
    answer = "".join(
        f"<li>{inline_html(step)} {_letter(order.index(index))}</li>" for index, step in enumerate(question.steps)
    )
    return f'<ol class="steps" type="A">{steps}</ol>', f'<ol class="ordered">{answer}</ol>'


def match_lists(question: MatchQuestion, guid: str) -> tuple[str, str, str]:
    """Return the left sides numbered, the right sides shuffled and lettered, and the pairs."""
    lefts, rights = zip(*question.pairs, strict=True)
    order = _moved(_shuffled(rights, guid))
    left = "".join(f'<li data-position="{index + 1}">{inline_html(text)}</li>' for index, text in enumerate(lefts))
    right = "".join(f'<li data-position="{index + 1}">{inline_html(rights[index])}</li>' for index in order)
    pairs = "".join(
        f'<li><span class="one">{inline_html(one)}</span><b>&nbsp;–</b> '
        f'<span class="partner">{inline_html(other)}</span> {_letter(order.index(index))}</li>'
        for index, (one, other) in enumerate(question.pairs)
    )
    long = " long" if any(len(side) > _WIDEST for side in (*lefts, *rights)) else ""
    return (
        f'<ol class="left">{left}</ol>',
        f'<ol class="right{long}" type="A">{right}</ol>',
        f'<ol class="pairs">{pairs}</ol>',
    )


def accepted_list(answers: Sequence[str]) -> str:
    """Return other accepted answers as HTML, of which a long list shows the first few and folds the rest.

    The style sheet writes how many there are, so that the text is the list and nothing else.
    """
    if len(answers) <= _MOST_SHOWN:
        return escape(joined_answers(answers))
    shown, folded = answers[: _MOST_SHOWN - 1], answers[_MOST_SHOWN - 1 :]
    separator = _separator(answers)
    return (
        f'{escape(separator.join(shown))}<span class="before-rest">{separator}</span>'
        f'<details><summary data-more="{len(folded)}"></summary>{escape(separator.join(folded))}</details>'
    )


def joined_answers(answers: Sequence[str]) -> str:
    """Return accepted answers as the text of ``accepted_list``: between commas, or semicolons if one has a comma."""
    return _separator(answers).join(answers)


def split_answers(listed: str) -> list[str]:
    """Return the answers that ``joined_answers`` joined."""
    return [answer for answer in listed.split("; " if "; " in listed else ", ") if answer]


def _separator(answers: Sequence[str]) -> str:
    return "; " if any(map(_COMMA.search, answers)) else ", "


def _letter(place: int) -> str:
    return f'<span class="letter">({ascii_uppercase[place]})</span>'


def _moved(order: list[int]) -> list[int]:
    # A shuffle that leaves three or more items in place would give the answer away.
    return [*order[1:], order[0]] if len(order) > 2 and order == sorted(order) else order


def _shuffled(texts: Sequence[str], guid: str) -> list[int]:
    # A hash instead of a random generator: the order is the same in every Python, and a new item moves no other.
    return sorted(range(len(texts)), key=lambda index: hashlib.sha256(f"{guid} {texts[index]}".encode()).digest())

"""What an author most probably means by a value of the wrong type, and how that is written."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quizgen.loading.meant_numbers import Meant, meant_number
from quizgen.text.ids import kebab
from quizgen.text.yaml_scalars import flow, scalar

_LABEL = re.compile(r"\(?(?:[A-Ja-j]|\d{1,2})[.)]?")
"""The letter or the number of an option."""
_ITEM_SIGN = re.compile(r"^(?:[-*•·–]|\(?(?:[A-Ja-j]|\d{1,2})[.)])\s+")
_SEPARATORS = tuple(
    map(re.compile, (r"\s*\n\s*", r"\s*;\s*", r"\s*\|\s*", r"\s*(?:->|→|=>|⇒)\s*", r"\s+/\s+", r"\s*,\s*"))
)
_NEXT_NUMBER = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s)")
_BETWEEN_SIDES = re.compile(r"\s*(?:=>?|->|→|\s[-–—]\s|\|)\s*")
_SIDES = ("left", "right", "term", "definition", "a", "b", "question", "answer", "front", "back", "from", "to", "key",
          "value", "item", "match", "1", "2")  # fmt: skip
_PROSE = {"stem", "text", "statement", "explanation", "hint", "description", "reply", "event", "alt", "feedback"}
_TRUE = frozenset("true right correct t yes wahr richtig ja vrai oui verdadero sí si vero".split())
_FALSE = frozenset("false wrong incorrect untrue f no falsch nein faux non falso".split())
_WEB = re.compile(r"(?i)(?:https?:)?//.*?(?P<name>[^/?#]*)(?:[?#].*)?")
_NAMED_UNDER_ANSWER = "an option cannot be marked as correct", ("answer", "answers")
_LONGEST = 500
"""Characters of a value that help quotes."""


def meant_value(
    name: str, value: Any, expected: str, owner: Mapping[str, Any], *, in_list: bool = False
) -> Meant | None:
    """Return what is meant by ``value`` under the key ``name`` of ``owner``, where ``expected`` is expected, or None.

    ``in_list`` says that ``value`` is an item of a list under ``name``.
    """
    whole = owner.get(name, value)
    match expected:
        case "pairs":
            found = _pairs(whole)
        case "a list" if name != "range":
            found = _list(name, value, owner)
        case "text" if in_list:
            found = _items(name, whole, owner)
        case "text":
            found = _text(name, value, owner)
        case "a number" | "a whole number" if not in_list:
            found = meant_number(name, value, owner)
        case "true or false":
            found = _truth(name, value)
        case "a mapping of keys to values":
            found = _keys(name, value)
        case _:
            found = None
    return found if found is not None and len(found.help) <= _LONGEST else None


# Lists.


def _list(name: str, value: Any, owner: Mapping[str, Any]) -> Meant | None:
    if isinstance(value, str):
        help = f"put the items in brackets, separated by commas: {flow(_split(value))}"
        if name == "answers" and len(parts := re.split(r",?\s+and\s+|\s*,\s*", value.strip())) > 1:
            if "," in value:
                return Meant(f"put the answers in brackets: {flow(parts)}")
            return Meant(f"for several answers, write {flow(parts)}; for a single answer, write [{_in_quotes(value)}]")
        return Meant(help)
    if not isinstance(value, Mapping) or not value:
        return None
    if name in ("questions", "facts"):
        first = next(iter(value))
        help = f"begin each item with a dash and its id: `- id: {kebab(str(first)) or 'first'}`"
        return Meant(f"{help}; write its other keys below `id`")
    return _labeled(name, value, owner)


def _split(text: str) -> list[str]:
    """Return the items of a list that is written as one text."""
    if re.match(r"\(?1[.)]\s", text.strip()):
        return [_ITEM_SIGN.sub("", one, count=1).rstrip(",;") for one in _NEXT_NUMBER.split(text.strip())]
    separator = next((one for one in _SEPARATORS if one.search(text.strip())), None)
    items = separator.split(text.strip()) if separator else [text.strip()]
    return [item for one in items if (item := _ITEM_SIGN.sub("", one, count=1).strip())]


def _labeled(name: str, value: Mapping[Any, Any], owner: Mapping[str, Any]) -> Meant | None:
    """Return what is meant by options with letters or numbers, or with true or false after each of them."""
    if not all(map(_is_plain, value.values())):
        return None
    labels = {_label(str(key)): str(text) for key, text in value.items()}
    if all(_LABEL.fullmatch(str(key)) for key in value):
        what = "numbers" if all(str(key).strip("().").isdigit() for key in value) else "letters"
        written = owner.get("answer", owner.get("answers"))
        several = written if isinstance(written, list) else [written]
        keys = [labels[_label(str(key))] for key in several if _label(str(key)) in labels]
        return Meant(
            _with_answer(name, list(labels.values()), keys, owner),
            f"{name!r} must be a list, without {what} before the items",
        )
    texts = [str(text) for text in value]
    if name == "options" and all(isinstance(one, bool) for one in value.values()):
        keys = [text for text, is_key in zip(texts, value.values(), strict=True) if is_key]
        return Meant(_with_answer(name, texts, keys, owner), *_NAMED_UNDER_ANSWER)
    if name == "distractors" and all(isinstance(one, str) for one in value.values()):
        text, feedback = next(iter(value.items()))
        return Meant(
            "write each distractor as a list item with its text and feedback: "
            f"`- {flow({'text': text, 'feedback': feedback})}`"
        )
    return None


def _with_answer(name: str, items: Sequence[str], keys: Sequence[str], owner: Mapping[str, Any]) -> str:
    help = f"write `{name}: {flow(items)}`"
    if len(keys) == 1 and owner.get("kind") != "multiple":
        return f"{help} and `answer: {scalar(keys[0])}`"
    return f"{help} and `answers: {flow(keys)}`" if keys else help


def _label(text: str) -> str:
    return text.strip("(). ").lower()


def _items(name: str, whole: Any, owner: Mapping[str, Any]) -> Meant | None:
    """Return what is meant by a list with items that are not text."""
    if not isinstance(whole, list):
        return None
    if all(isinstance(item, list) for item in whole):
        inner = [item for items in whole for item in items]
        one_list = f"write a single list without nested lists: `{name}: {flow(list(map(str, inner)))}`"
        message = f"the items of {name!r} must be text, not lists"
        return Meant(one_list, message) if all(map(_is_plain, inner)) else None
    mappings = [item for item in whole if isinstance(item, Mapping)]
    if len(mappings) == len(whole) and (found := _marked(name, whole, owner)) is not None:
        return found
    if len(mappings) == len(whole) and all(len(item) == 1 for item in whole):
        together = {key: text for item in whole for key, text in item.items()}
        if len(together) == len(whole) and (found := _labeled(name, together, owner)) is not None:
            return found
    for item in mappings:
        if len(item) == 1 and _is_plain(text := next(iter(item.values()))):
            option = str(next(iter(item)))
            help = f"put the text in quotes: {_in_quotes(f'{option}: {text}')}"
            if name == "distractors" and isinstance(text, str):
                both = flow({"text": option, "feedback": text})
                help = f"if feedback follows the colon, write `{both}`; if it is part of the option, {help}"
            return Meant(help, f"an item of {name!r} contains a colon followed by a space")
        if isinstance(item.get("text"), str):
            also = "; feedback on a wrong option belongs under `distractors`" if name == "options" else ""
            return Meant(f"write only the text: {scalar(item['text'])}{also}")
    if any(item is None for item in whole):
        return Meant(
            "write text there, or delete the item; if the text is the word null, put it in quotes",
            f"an item of {name!r} is empty",
        )
    return None


def _marked(name: str, items: Sequence[Mapping[str, Any]], owner: Mapping[str, Any]) -> Meant | None:
    """Return what is meant by ``{text: …, correct: true}``."""
    signs = ("correct", "right", "is_correct", "answer")
    texts = [next((item[key] for key in ("text", "option", "label", "value") if key in item), None) for item in items]
    if name != "options" or not all(isinstance(text, str) for text in texts):
        return None
    keys = [str(text) for item, text in zip(items, texts, strict=True) if any(item.get(sign) is True for sign in signs)]
    if not keys:
        return None
    return Meant(_with_answer(name, list(map(str, texts)), keys, owner), *_NAMED_UNDER_ANSWER)


# Texts.


def _text(name: str, value: Any, owner: Mapping[str, Any]) -> Meant | None:
    if isinstance(value, list):
        return _text_from(name, value, owner) if value and all(map(_is_plain, value)) else None
    if isinstance(value, Mapping) and len(value) == 1:
        key, text = next(iter(value.items()))
        if not _is_plain(text):
            return None
        if _LABEL.fullmatch(str(key)) or key == "text":
            return Meant(f"write only the text: `{name}: {scalar(str(text))}`")
        return Meant(f"put the whole text in quotes: `{name}: {_in_quotes(f'{key}: {text}')}`")
    if isinstance(value, bool) and name == "answer" and owner.get("kind") in ("short", "card"):
        word = scalar(value)
        return Meant(
            "for a statement that is true or false, use `kind: true_false`; if the answer is the word "
            f'"{word}", put the word in quotes: `answer: "{word}"`'
        )
    return None


def _text_from(name: str, value: Sequence[Any], owner: Mapping[str, Any]) -> Meant | None:
    texts = [str(text) for text in value]
    first, *others = texts
    if not others:
        return Meant(f"write text, not a list: `{name}: {scalar(first)}`")
    if name in _PROSE:
        return Meant(f"write text, not a list: `{name}: {scalar(' '.join(texts))}`")
    if name == "answer":
        match owner.get("kind"):
            case "choice":
                help = f"if all of these are correct, write `kind: multiple` and `answers: {flow(texts)}`"
                return Meant(f"{help}; if only one is, write it without brackets", "a choice question has one answer")
            case "card":
                return Meant(f"write text, not a list: `answer: {scalar(', '.join(texts))}`")
            case "short":
                return Meant(
                    f"write `answer: {scalar(first)}`, and the other correct answers as `accept: {flow(others)}`"
                )
    if name == "topic":
        tags = ", ".join(kebab(text) for text in others)
        return Meant(f"write one topic: `topic: {scalar(first)}`; the others can be tags: `tags: [{tags}]`")
    if name == "tolerance":
        return Meant(
            f"write one value: `tolerance: {first}`; to set a lower and an upper limit, use `range`",
            "'tolerance' must be a number or a percentage, not a list",
        )
    return Meant(f"write one value: `{name}: {scalar(first)}`")


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool)


def _in_quotes(text: str) -> str:
    return (
        f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


# Other types.


def truth_meant(word: str) -> str | None:
    """Return `true` or `false` if ``word`` means one of them in the language of an author, or None."""
    word = word.strip(" .,:;!").lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def _truth(name: str, value: Any) -> Meant | None:
    if name != "answer" or not isinstance(value, str):
        return None
    first, _, rest = value.strip().partition(" ")
    truth = truth_meant(first)
    if truth is None:
        return Meant("write true or false; if the statement is false, say under `explanation` what is true")
    return Meant(f"write `answer: {truth}`" + (", and move the rest to `explanation`" if rest else ""))


def _pairs(whole: Any) -> Meant | None:
    items = whole if isinstance(whole, list) else [whole]
    mappings = [item for item in items if isinstance(item, Mapping) and item and all(map(_is_plain, item.values()))]
    if mappings and len(mappings) == len(items):
        first = mappings[0]
        named = {str(key).lower() for item in mappings for key in item}
        if len(first) == 2 and len(named) == 2 and (len(items) > 1 or named <= set(_SIDES)):
            pair = _pair(*first.values())
            return Meant(f"write each pair on one line, without a dash: `{pair}`", "each pair must be on one line")
        return Meant(f"remove the dash before each pair: `{_pair(*next(iter(first.items())))}`")
    texts = [text for item in items if isinstance(item, str) for text in _split(item)]
    if texts and len(signs := list(_BETWEEN_SIDES.finditer(texts[0]))) == 1:
        found = signs[0]
        pair = _pair(texts[0][: found.start()], texts[0][found.end() :])
        return Meant(f"write each pair without a dash and with a colon between the two sides: `{pair}`")
    return None


def sides(owner: Mapping[str, Any]) -> dict[str, str]:
    """Return the pairs that the lists ``left`` and ``right`` give; none if they are not equally long."""
    lefts, rights = owner.get("left"), owner.get("right")
    if not isinstance(lefts, list) or not isinstance(rights, list) or len(lefts) != len(rights):
        return {}
    return {str(left): str(right) for left, right in zip(lefts, rights, strict=True)}


def _pair(left: Any, right: Any) -> str:
    return f"{scalar(str(left).strip())}: {scalar(str(right).strip())}"


def _keys(name: str, value: Any) -> Meant | None:
    match name:
        case "image" | "audio" if isinstance(value, str):
            return _file(name, value.strip())
        case "citation" if _is_plain(value) and (found := re.search(r"\d+", str(value))):
            return Meant(f"write `citation: {{paragraph: {found[0]}}}`")
        case "topics" if isinstance(value, str | list):
            texts = _split(value) if isinstance(value, str) else [str(one) for one in value if _is_plain(one)]
            named = {key: text for text in texts if (key := kebab(text))}
            return Meant(f"write an id and a name for each topic: `topics: {flow(named)}`") if named else None
        case "lint" if isinstance(value, str | list):
            codes = _split(value) if isinstance(value, str) else [str(one) for one in value]
            return Meant(f"write `lint: {{ignore: {flow(codes)}}}`")
        case "when" if _is_plain(value):
            return Meant(f"write `when: {{date: {scalar(str(value))}, event: …}}`")
        case "entities" if isinstance(value, list):
            names = [one.get("name") if isinstance(one, Mapping) else one for one in value]
            first = next((str(one) for one in names if _is_plain(one)), None)
            key = kebab(first or "")
            return (
                Meant(f"write each entity without a dash: `{key}: {{name: {scalar(first)}, type: …}}`")
                if first and key
                else None
            )
        case "questions" if isinstance(value, str):
            stem = _in_quotes(value)
            return Meant(f"write each question as keys and values: `- {{kind: short, stem: {stem}, answer: …}}`")
        case _:
            return None


def _file(name: str, value: str) -> Meant:
    folder, words, said = (
        ("pictures", "alt", "a description of the picture")
        if name == "image"
        else ("sounds", "text", "the words that are heard")
    )
    if found := _WEB.fullmatch(value):
        file = f"{folder}/{found['name'] or 'name'}"
        what = "picture" if name == "image" else "sound"
        help = f"save the {what} as {file} in the set's folder, write `{name}: {{file: {scalar(file)}, {words}: …}}`"
        return Meant(f"{help}, and replace … with {said}", f"{name!r} must be a file, not a web address")
    return Meant(f"write `{name}: {{file: {scalar(value)}, {words}: …}}`, and replace … with {said}")

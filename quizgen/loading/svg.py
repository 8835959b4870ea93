"""Safety of SVG pictures: a picture must not run code or load anything, wherever a card or a page shows it."""

import re
from collections.abc import Iterator
from math import inf
from xml.parsers import expat

_ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"}
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_STYLE_REFERENCE = re.compile(r"""@import|url\(\s*+["']?+\s*+(?!#)""", re.IGNORECASE)
_REFERENCES = {"href", "src", "base", "data"}
_ANIMATED = {"to", "from", "values", "by"}
_SHAPES = {"rect", "path", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use"}
_HIDDEN = {"defs", "symbol", "clippath", "mask", "marker", "pattern", "transformed"}
"""Elements whose shapes are not drawn where they stand."""
_SIZES = ("width", "height")
_DARK = re.compile(rb"prefers-color-scheme:\s*dark")
_SEEN_THROUGH = re.compile(r"opacity|display\s*:\s*none|fill\s*:\s*none")


class UnsafeSvgError(ValueError):
    """An SVG picture that is not safe to show; the message says what it contains."""


def require_safe_svg(content: bytes) -> None:
    """Raise UnsafeSvgError for scripts, event handlers, entities and references to anything outside the file."""
    parser = expat.ParserCreate()
    in_style: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _local(name)
        if element in _ACTIVE:
            raise UnsafeSvgError(f"the element <{name}>")
        if element == "style":
            in_style.append("")
        for attribute, value in attributes.items():
            _require_safe_attribute(attribute, value)

    def end(name: str) -> None:
        if _local(name) == "style" and in_style:
            _require_safe_style(in_style.pop())

    def text(data: str) -> None:
        if in_style:
            in_style[-1] += data

    def instruction(target: str, _: str) -> None:
        raise UnsafeSvgError(f"the processing instruction <?{target}?>")

    def entity(*declaration: object) -> None:
        raise UnsafeSvgError(f"the entity {declaration[0]}")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.ProcessingInstructionHandler, parser.EntityDeclHandler = instruction, entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnsafeSvgError(f"invalid XML ({error})") from None


def looks_of(content: bytes) -> Iterator[str]:
    """Yield what a page has to know to show the safe SVG ``content`` at night.

    ``own-ground``: its first shape is a rectangle that covers it, so it needs no paper below it.
    ``day-and-night``: this ground has a dark version, too.
    """
    if _has_ground(content):
        yield "own-ground"
        if _DARK.search(content):
            yield "day-and-night"


def _has_ground(content: bytes) -> bool:
    parser = expat.ParserCreate()
    outer: list[str] = []
    size: list[tuple[float, float, float, float]] = []
    found: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _local(name)
        if not outer:
            size.append(_view(attributes))
        elif element in _SHAPES and not found and not _HIDDEN.intersection(outer):
            found.append(element == "rect" and _covers(attributes, size[0]))
        outer.append("transformed" if "transform" in attributes else element)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: outer.pop()
    parser.Parse(content, True)
    return found == [True]


def _view(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    numbers = re.findall(r"-?[\d.]+", attributes.get("viewBox", ""))
    try:
        left, top, width, height = map(
            float, numbers or (0, 0, *(attributes[key].removesuffix("px") for key in _SIZES))
        )
    except (KeyError, ValueError):
        return 0, 0, inf, inf
    return left, top, width, height


def _covers(rectangle: dict[str, str], view: tuple[float, float, float, float]) -> bool:
    """Return whether a filled ``rectangle`` covers ``view``, but for a frame as wide as a hundredth of it."""
    style = rectangle.get("style", "")
    if (
        "none" in (rectangle.get("fill"), rectangle.get("display"))
        or _SEEN_THROUGH.search(style)
        or ({"transform", "opacity", "fill-opacity"} & rectangle.keys())
    ):
        return False
    left, top, width, height = view
    for edge, extent, begin, full in (("x", "width", left, width), ("y", "height", top, height)):
        start, length = rectangle.get(edge, "0"), rectangle.get(extent, "0")
        try:
            first = float(start.removesuffix("px"))
            last = inf if length == "100%" else first + float(length.removesuffix("px"))
        except ValueError:
            return False
        if first > begin + full / 100 or last < begin + full * 0.99:
            return False
    return True


def _require_safe_attribute(name: str, value: str) -> None:
    local = _local(name)
    if local.startswith("on"):
        raise UnsafeSvgError(f"the event handler {name}")
    if local in _REFERENCES and not value.strip().startswith("#") and not _EMBEDDED.match(value):
        raise UnsafeSvgError(f"the external reference {name}={value[:60]!r}")
    if local in _ANIMATED and "script:" in re.sub(r"\s", "", value).lower():
        raise UnsafeSvgError(f"the script {name}={value[:60]!r}")
    if local == "attributename" and (_local(value) in _REFERENCES or _local(value).startswith("on")):
        raise UnsafeSvgError(f"an animation of {value!r}")
    if ":" not in name:  # attributes with a prefix are notes of drawing programs, such as file names
        _require_safe_style(value)


def _require_safe_style(css: str) -> None:
    # Comments and escapes in CSS can hide a word; pictures need neither.
    if "\\" in css or _STYLE_REFERENCE.search(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        raise UnsafeSvgError("an external reference in a style")


def _local(name: str) -> str:
    """Return ``name`` in lowercase without its namespace prefix."""
    return name.rpartition(":")[2].lower()

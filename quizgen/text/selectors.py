"""CSS selectors in one notation, without regard to spaces that mean nothing and to the order of a list."""

from quizgen.text.lazy_pattern import lazy_pattern

_SIMPLE = r"(?:[.#][\w-]+|\[[^\[\]]+\]|::?[a-zA-Z][\w-]*(?:\([^()]*\))?)"
_TYPE = r"(?:[a-zA-Z][\w-]*|\*)"
_COMPOUND = rf"(?:{_TYPE}{_SIMPLE}*|{_SIMPLE}+)"
_SELECTOR = lazy_pattern(rf"{_COMPOUND}(?:(?:\s*[>+~,]\s*|\s+){_COMPOUND})*")
_COMPOUNDS = lazy_pattern(_COMPOUND)
_PART = lazy_pattern(rf"{_SIMPLE}|{_TYPE}")
_JOINT = lazy_pattern(r"\s*([>+~,])\s*|\s+")
_QUOTES = lazy_pattern("[\"']")
_EMPTY_RULE = lazy_pattern(r"\s*\{\s*(?:\.{3}\s*)?\}\s*$")
_ELEMENTS = frozenset(
    """a article aside audio b body button canvas code dd div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6
    head header hr html i iframe img input label legend li link main nav ol option p pre section select small span
    strong style table tbody td textarea tfoot th thead title tr u ul video""".split()
)
_LONGEST = 200


def is_selector(text: str) -> bool:
    """Return whether ``text`` can be nothing but a selector: it has a sign, or is the name of an element or several."""
    if len(text) > _LONGEST or not _SELECTOR.fullmatch(text):
        return False
    return any(char in ".#[:>+~" for char in text) or all(word in _ELEMENTS for word in _JOINT.sub(" ", text).split())


def same_selector(one: str, other: str) -> bool:
    """Return whether both have the same selectors: ``h1, h2`` and ``h2,h1``, but not ``div .a`` and ``div.a``."""
    first, second = _read(one), _read(other)
    return first is not None and first == second


def _read(text: str) -> list[list[str]] | None:
    """Return the selectors of a list in a fixed order, each as its compounds with what joins them."""
    plain = _EMPTY_RULE.sub("", text.strip("` \"'")).strip()
    if len(plain) > _LONGEST or not _SELECTOR.fullmatch(plain):
        return None
    return sorted([_compounds(part.strip()) for part in plain.split(",")])


def _compounds(selector: str) -> list[str]:
    found: list[str] = []
    at = 0
    while compound := _COMPOUNDS.match(selector, at):
        parts = _PART.findall(compound[0])
        kind = [part.lower() for part in parts if part[0].isalpha()]
        others = sorted(_QUOTES.sub("", part) for part in parts if not part[0].isalpha() and part != "*")
        found.append("".join([*kind, *others]) or "*")
        joint = _JOINT.match(selector, compound.end())
        if joint is None:
            break
        found.append(joint[1] or " ")
        at = joint.end()
    return found

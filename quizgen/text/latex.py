"""LaTeX in typed formulas, rewritten with the signs that other modules read: ``5\\sqrt{2}`` is ``5√2``."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

_SIGNS = {
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠",
    "ne": "≠", "infty": "∞", "to": "→", "rightarrow": "→", "longrightarrow": "→", "rightleftharpoons": "⇌", "in": "∈",
    "cup": "∪", "cap": "∩", "subset": "⊂", "subseteq": "⊆", "emptyset": "∅", "land": "∧", "wedge": "∧", "lor": "∨",
    "vee": "∨", "neg": "¬", "lnot": "¬", "approx": "≈", "int": "∫", "degree": "°", "circ": "°", "Delta": "Δ",
    "Omega": "Ω", "Theta": "Θ", "Sigma": "Σ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "phi": "φ", "omega": "ω", "quad": " ", "left": "", "right": "", "displaystyle": "", "langle": "⟨", "rangle": "⟩",
    "mid": "|", "lbrace": "{", "rbrace": "}",
}  # fmt: skip
"""What commands without arguments stand for."""
_FUNCTIONS = "arcsin arccos arctan sin cos tan sec csc cot ln log exp".split()
"""Commands that are the names of functions."""
_COMMAND = lazy_pattern(rf"\\(?P<name>{'|'.join([*_SIGNS, *_FUNCTIONS])})(?![a-zA-Z])")
_TEXT = lazy_pattern(r"\\(?:text|mathrm|mathbf|mathit|operatorname|ce|textrm|mbox)\s*\{([^{}]*)\}")
_FRACTION = lazy_pattern(
    r"(?P<whole>\d)?\\[dt]?frac\s*(?:\{(?P<top>[^{}]+)\}\s*\{(?P<bottom>[^{}]+)\}|(?P<one>\d)\s*(?P<other>\d))"
)
_ROOT = lazy_pattern(r"\\sqrt\s*(?:\{(?P<inside>[^{}]+)\}|(?P<one>\w))")
_BRACED_EXPONENT = lazy_pattern(r"\^\s*\{([^{}]*)\}")
_DEGREES = lazy_pattern(r"\^\s*(?:\{\s*\\circ\s*\}|\\circ)")
_SPACE = lazy_pattern(r"\\[,;:! ]|~")
_DELIMITED = lazy_pattern(r"\s*(?:\$\$?(?P<math>[^$]+)\$\$?|\\\((?P<inline>.+)\\\)|\\\[(?P<display>.+)\\\])\s*\.?\s*")
_SCRIPT_IN_DOLLARS = lazy_pattern(r"\$([_^][^$]{1,20})\$")
_POWER_OF_TEN = lazy_pattern(r"10\^\{(-?\d+)\}")
_CHARGE = lazy_pattern(r"\d*[+-]")
_PLAIN = lazy_pattern(r"-?\d+(?:\.\d+)?|[^\W\d_]")
_MAX_DEPTH = 6


def plain_latex(text: str) -> str:
    """Return ``text`` without LaTeX; as it is if it has none, or commands other than those of school formulas."""
    plain = _POWER_OF_TEN.sub(r"10^\1", _SCRIPT_IN_DOLLARS.sub(r"\1", text))
    if found := _DELIMITED.fullmatch(plain):
        plain = next(filter(None, found.groups()))
    if "\\" not in plain:
        return plain
    plain = _TEXT.sub(r"\1", _DEGREES.sub("°", _SPACE.sub(" ", plain)))
    plain = _COMMAND.sub(lambda command: _SIGNS.get(command["name"], command["name"]), plain)
    for _ in range(_MAX_DEPTH):
        before = plain
        plain = _BRACED_EXPONENT.sub(_exponent, _ROOT.sub(_root, _FRACTION.sub(_fraction, plain)))
        if plain == before:
            break
    plain = plain.replace("\\{", "{").replace("\\}", "}").replace("\\%", "%")
    return text if "\\" in plain else " ".join(plain.split())


def _in_brackets(part: str) -> str:
    part = part.strip()
    return part if _PLAIN.fullmatch(part) else f"({part})"


def _exponent(found: re.Match[str]) -> str:
    return found[0] if _CHARGE.fullmatch(found[1].strip()) else f"^{_in_brackets(found[1])}"


def _root(found: re.Match[str]) -> str:
    return f"√{_in_brackets(found['inside'] or found['one'])}"


def _fraction(found: re.Match[str]) -> str:
    """Return a fraction with a slash, in brackets if anything but a sign of addition is next to it."""
    top, bottom = found["top"] or found["one"], found["bottom"] or found["other"]
    fraction = f"{_in_brackets(top)}/{_in_brackets(bottom)}"
    before, after = found.string[: found.start()].rstrip(), found.string[found.end() :].lstrip()
    if (whole := found["whole"]) is not None:
        return f"{whole} {fraction}" if fraction.replace("/", "").isdigit() else f"{whole}({fraction})"
    alone = (not before or before[-1] in "+-−=<>≤≥(,;{±") and (not after or after[0] in "+-−=<>≤≥),;}")
    return fraction if alone else f"({fraction})"

"""Responses as JSON data, and back."""

from collections.abc import Mapping, Sequence

from quizgen.grading.verdict import Response

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def response_data(response: Response) -> Json:
    """Return ``response`` as JSON data: sets and tuples become lists (sets sorted), pairs lists of two."""
    match response:
        case frozenset():
            return sorted(response)
        case tuple():
            return [part if isinstance(part, str) else list(part) for part in response]
        case None | bool() | str():
            return response


def response_from(kind: str, data: Json) -> Response:
    """Return the response to a question of ``kind`` from its data; ``ValueError`` for data of another shape."""
    match kind, data:
        case _, None:
            return None
        case (("card" | "true_false"), bool()):
            return data
        case (("choice" | "short" | "number"), str()):
            return data
        case (("multiple" | "cloze" | "order"), [*parts]):
            texts = tuple(part for part in parts if isinstance(part, str))
            if len(texts) == len(parts):
                return frozenset(texts) if kind == "multiple" else texts
        case "match", [*parts]:
            pairs = tuple((p[0], p[1]) for p in parts if isinstance(p, list) and len(p) == 2)
            texts_of = tuple((a, b) for a, b in pairs if isinstance(a, str) and isinstance(b, str))
            if len(texts_of) == len(parts):
                return texts_of
    raise ValueError(f"{data!r} is not a valid response to a question of kind {kind}")

"""Whether the first row of a list of terms and definitions names its two columns, or is a term with its definition."""

from collections.abc import Mapping, Sequence

from quizgen.text.folding import fold
from quizgen.text.languages import language_code
from quizgen.text.numbers import parse_decimal

_TERMS = """
    word words term terms vocabulary vocab expression phrase concept prompt question front keyword
    wort begriff vokabel vokabeln ausdruck frage vorderseite mot mots terme vocabulaire question recto
    palabra palabras termino vocabulario pregunta anverso parola termine vocabolo domanda palavra termo pergunta
    slowo pojecie pytanie woord begrip vraag ord slovo slova otazka слово термин вопрос λεξη
"""
_DEFINITIONS = """
    meaning meanings translation definition answer explanation description back response
    bedeutung ubersetzung antwort erklarung losung beschreibung ruckseite traduction signification sens reponse verso
    traduccion significado definicion respuesta reverso traduzione significato definizione risposta traducao definicao
    resposta tłumaczenie tlumaczenie znaczenie definicja odpowiedz vertaling betekenis definitie antwoord betydning
    preklad vyznam odpoved перевод значение определение ответ μεταφραση σημασια
"""
# Only in English: of words for things, "río, river" would be a pair, too.
_THINGS = """
    name country capital city state river year date event symbol element author book title person animal plant formula
    unit function example category number code part organ singular plural infinitive past abbreviation
"""
_ROLE: Mapping[str, str] = {
    **dict.fromkeys(_THINGS.split(), "thing"),
    **dict.fromkeys(map(fold, _TERMS.split()), "term"),
    **dict.fromkeys(map(fold, _DEFINITIONS.split()), "definition"),
}
"""What a column with this name holds. Two languages name the same column alike, so such a pair is vocabulary."""
_NAMED = (
    {"term", "definition"}, {"term", "language"}, {"definition", "language"}, {"thing", "definition"},
    {"term", "thing"},
)  # fmt: skip
_LONGEST = 3
"""How many words a column's name has at most."""
_FEW_WORDS, _SENTENCE = 2, 4
_ENOUGH = 3
"""How many rows show what a column holds."""


def is_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first of ``rows``, each with two cells, names the columns.

    Its cells are names of columns or of two languages, or one is unlike every cell below it: words above numbers, a
    word above questions or sentences.
    """
    first, *others = [[cell.strip() for cell in row] for row in rows]
    roles = [_role(cell) for cell in first]
    if roles == ["language", "language"]:
        return len(others) > 1 and not any(all(map(language_code, row)) for row in others)
    if others and ({*roles} in _NAMED or (roles == ["thing", "thing"] and fold(first[0]) != fold(first[1]))):
        return True
    if others and roles == ["", "definition"] and all(cell[:1].isupper() for cell in first):
        return True
    return len(others) >= _ENOUGH and any(_is_unlike(first[side], [row[side] for row in others]) for side in (0, 1))


def _role(cell: str) -> str:
    """Return what a column called ``cell`` holds; in a name of several words, one word says so: `English meaning`."""
    words = fold(cell).split()
    if language_code(cell) or len(words) > _LONGEST:
        return "language" if language_code(cell) else ""
    return next((role for word in (" ".join(words), *words) if (role := _ROLE.get(word.strip("()")))), "")


def _is_unlike(cell: str, below: Sequence[str]) -> bool:
    """Return whether ``cell`` is another kind of thing than all of those below it."""
    if parse_decimal(cell) is None and all(parse_decimal(one) is not None for one in below):
        return True
    if len(cell.split()) > _FEW_WORDS or cell.endswith((".", "?", "!")):
        return False
    return all(one.endswith("?") for one in below) or all(len(one.split()) >= _SENTENCE for one in below)

"""Misspellings of names and terms that are hard to spell, derived from the right spellings."""

from collections.abc import Iterator
from itertools import pairwise

_HARD = """
    Magellan Scarlatti Botticelli Donatello Machiavelli Mussolini Boccaccio Corelli Bellini Rossini Puccini Paganini
    Vivaldi Monteverdi Michelangelo Raphael Caravaggio Copernicus Einstein Nietzsche Rachmaninoff Beethoven
    Mendelssohn Schubert Schumann Shakespeare Hemingway Fitzgerald Steinbeck Faulkner Descartes Voltaire Rousseau
    Montesquieu Robespierre Napoleon Bonaparte Marseille Brussels Philippines Mississippi Massachusetts Connecticut
    Tennessee Cincinnati Caribbean Mediterranean Morocco Afghanistan Azerbaijan Kazakhstan Kyrgyzstan Liechtenstein
    Luxembourg Netherlands Portuguese Britain Pyrenees Himalayas Kilimanjaro Antarctica Aristotle Pythagoras Archimedes
    Hippocrates Herodotus Cleopatra Odysseus Achilles Eratosthenes Democritus Mendeleev Rutherford Heisenberg
    Schopenhauer Wittgenstein Roosevelt Eisenhower Churchill Gorbachev Khrushchev Guillotine Versailles Renaissance
    Reformation Enlightenment mitochondria mitochondrion chlorophyll chloroplast photosynthesis metamorphosis parallel
    parallelogram hypotenuse isosceles equilibrium accommodation Fahrenheit Celsius vaccine vaccination diarrhea
    hemorrhage pneumonia appendicitis psychology schizophrenia hippocampus hypothalamus cerebellum encyclopedia
    onomatopoeia alliteration rhythm apostrophe bureaucracy millennium guerrilla dictator parliament
    embarrass possession occurrence questionnaire committee colonnade mayonnaise
"""
_SHORTEST = 7
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("lmnprstcg")
"""The consonants that are often written twice."""


def misspellings() -> dict[str, str]:
    """Return words in lower case with one slip, each with the right spelling.

    The slips are one letter of a pair left out (Magelan), a consonant between vowels written twice (Copernnicus), and
    "ie" and "ei" exchanged (Einstien).
    """
    right = _HARD.split()
    known = {word.lower() for word in right}
    return {
        wrong: word
        for word in right
        if len(word) >= _SHORTEST
        for wrong in _slips(word.lower())
        if wrong not in known and wrong not in _ALSO_RIGHT
    }


_ALSO_RIGHT = frozenset({"guerilla", "chlorophyl", "rosini", "brittain", "correlli", "mendelsohn", "schuman"})
"""Spellings that are in use as well, and names of others: Vera Brittain, Robert Schuman."""


def _slips(word: str) -> Iterator[str]:
    for at, (one, two) in enumerate(pairwise(word)):
        if one == two:
            yield word[:at] + word[at + 1 :]
        elif one in _DOUBLED and at and word[at - 1] in _VOWELS and two in _VOWELS:
            yield word[:at] + one + word[at:]
        if one + two in {"ei", "ie"}:
            yield word[:at] + two + one + word[at + 2 :]

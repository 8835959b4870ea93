"""Find options that are household names of another field than the one a question is about."""

import re
from collections.abc import Sequence
from functools import cache

from quizgen.text.lazy_pattern import lazy_pattern

# People whose field everybody knows, by their fields.
_PEOPLE = {
    "music": """Wolfgang Amadeus Mozart, Ludwig van Beethoven, Johann Sebastian Bach, Frédéric Chopin, Richard Wagner,
        Giuseppe Verdi, Antonio Vivaldi, Franz Schubert, Pyotr Ilyich Tchaikovsky, Johannes Brahms, Joseph Haydn,
        George Frideric Handel""",
    "art": """Leonardo da Vinci, Pablo Picasso, Vincent van Gogh, Claude Monet, Rembrandt, Salvador Dalí, Andy Warhol,
        Frida Kahlo, Johannes Vermeer, Raphael, Titian, Francisco Goya, Paul Cézanne, Henri Matisse, Edvard Munch,
        Banksy""",
    "science": """Albert Einstein, Isaac Newton, Charles Darwin, Marie Curie, Galileo Galilei, Nikola Tesla,
        Thomas Edison, Stephen Hawking, Louis Pasteur, Alexander Graham Bell, Alexander Fleming, Nicolaus Copernicus,
        Johannes Kepler, Gregor Mendel, Niels Bohr, Alan Turing, Carl Sagan""",
    "letters": """William Shakespeare, Charles Dickens, Leo Tolstoy, Mark Twain, Jane Austen, J. K. Rowling,
        Ernest Hemingway, Oscar Wilde, Agatha Christie, Stephen King, Dante Alighieri, Miguel de Cervantes, Homer,
        Hans Christian Andersen, Franz Kafka, J. R. R. Tolkien, Edgar Allan Poe, Dr. Seuss""",
    "power": """Napoleon Bonaparte, Julius Caesar, Cleopatra, Winston Churchill, Adolf Hitler, Joseph Stalin,
        Genghis Khan, Alexander the Great, Queen Victoria, Abraham Lincoln, George Washington, John F. Kennedy,
        Barack Obama, Donald Trump, Nelson Mandela, Mahatma Gandhi, Queen Elizabeth II, Henry VIII, Louis XIV,
        Vladimir Putin, Angela Merkel, Margaret Thatcher, Attila the Hun, Tutankhamun""",
    "pop": """Elvis Presley, Michael Jackson, Madonna, Taylor Swift, Beyoncé, Lady Gaga, Justin Bieber, John Lennon,
        Paul McCartney, Freddie Mercury, Bob Dylan, Bob Marley, David Bowie, Elton John, Rihanna, Kanye West, Eminem,
        Britney Spears, Ed Sheeran, Adele, Frank Sinatra, Snoop Dogg, Kim Kardashian, Paris Hilton, Oprah Winfrey""",
    "film": """Walt Disney, Charlie Chaplin, Steven Spielberg, Alfred Hitchcock, Marilyn Monroe, Tom Cruise, Brad Pitt,
        Leonardo DiCaprio, Arnold Schwarzenegger, Tom Hanks, Angelina Jolie, Bruce Lee, George Lucas, Audrey Hepburn,
        Johnny Depp, Sylvester Stallone, Will Smith, Mr. Bean, Rowan Atkinson, Morgan Freeman, Chuck Norris,
        Quentin Tarantino, Jackie Chan""",
    "sport": """Lionel Messi, Cristiano Ronaldo, Pelé, Diego Maradona, Muhammad Ali, Michael Jordan, Usain Bolt,
        Serena Williams, Roger Federer, Tiger Woods, David Beckham, LeBron James, Babe Ruth, Michael Phelps,
        Rafael Nadal, Lewis Hamilton, Michael Schumacher, Mike Tyson, Zinedine Zidane""",
    "business": """Bill Gates, Steve Jobs, Elon Musk, Mark Zuckerberg, Jeff Bezos, Henry Ford, Coco Chanel,
        Warren Buffett, Richard Branson""",
}
_ASKED = {
    "letters": r"wrote|written|writer|novelist|author|poet|playwright|poem|novel|dramatist",
    "thought": r"philosopher|philosophical|theologian|wrote|written|author|critique|ethics|stoic\w*",
    "art": r"paint\w*|sculpt\w+|artist|fresco|drew|drawn|etching|architect\w*"
    r"|designed the \w+ (?:church|cathedral|house)",
    "music": r"compos\w+|symphon\w+|operas?|sonatas?|concertos?|oratorio",
    "science": r"discover\w*|physicist|chemist|biologist|astronomer|mathematician|scientist|invent\w*|theor(?:y|em)"
    r"|law of|equations?|formulated|proved|vaccine|nobel prize in (?:physics|chemistry|medicine)|psychologist"
    r"|economist",
    "power": r"president|prime minister|king|queen|emperor|empress|ruled|reigned|chancellor|general|commanded|conquered"
    r"|battle|treaty|revolution|army|pharaoh|dynasty|tsar|czar|signed",
    "sport": r"tour de france|world cup|olympic\w*|championships?|league|scored|goals?|medals?|wimbledon|grand slam"
    r"|boxing|boxer|tennis|football(?:er)?|striker|goalkeeper|sprinter|marathon|grand prix|formula one"
    r"|golf|swimmer|gymnast",
}
_ASKED_PATTERNS = {field: lazy_pattern(rf"\b(?:{words})\b", re.IGNORECASE) for field, words in _ASKED.items()}
# What people of a field also did, or what fields are close to each other.
_ALSO = {
    "letters": {"letters", "power", "science", "thought", "film", "pop", "business"},
    "thought": {"letters", "science", "power", "thought"},
    "art": {"art", "science", "letters"},
    "music": {"music", "pop"},
    "science": {"science", "art", "letters"},
    "power": {"power", "sport", "letters", "film", "business"},
    "sport": {"sport", "film", "pop"},
}
_LONG_DEAD = frozenset(
    " ".join(
        """
        William Shakespeare, Shakespeare, Dante Alighieri, Miguel de Cervantes, Homer, Johann Sebastian Bach, Bach,
        Antonio Vivaldi, Vivaldi, Wolfgang Amadeus Mozart, Mozart, Joseph Haydn, Haydn, George Frideric Handel, Handel,
        Ludwig van Beethoven, Beethoven, Leonardo da Vinci, Rembrandt, Raphael, Titian, Johannes Vermeer, Vermeer,
        Isaac Newton, Galileo Galilei, Nicolaus Copernicus, Copernicus, Johannes Kepler, Kepler, Napoleon Bonaparte,
        Julius Caesar, Cleopatra, Genghis Khan, Alexander the Great, George Washington, Henry VIII, Louis XIV,
        Attila the Hun, Tutankhamun
        """.lower().split()
    ).split(", ")
)
"""Household names of people who died before 1830."""
_MODERN = lazy_pattern(r"\b(?:19|20)\d\d\b")
_ERAS = lazy_pattern(
    r"\b(?:1[0-8]\d\d|[1-9]\d\d? (?:BC|AD)|(?:[1-9]|1[0-9])th[- ]century|medieval|ancient|Roman|Renaissance)\b"
)
_RECENT = frozenset({"pop", "film", "sport", "business"})
_PERSON = lazy_pattern(r"\b(?:who|whose|whom)\b", re.IGNORECASE)
_FICTION = lazy_pattern(
    r"\b(?:films?|movies?|tv|television|series|song\w*|album|lyrics|biopic|musical|played|portrayed|statue|named after"
    r"|quot\w+|said|advertis\w+|podcast|celebrit\w+|born|memoir|autobiograph\w+)\b",
    re.IGNORECASE,
)
_COMMON_SURNAMES = frozenset(
    "Jackson Khan Great Smith James Woods Jones Williams Jordan Hamilton Washington Lincoln Kennedy Gates Musk Buffett"
    " Branson Swift Dylan Bowie Marley Monroe Cruise Hanks Freeman Norris Lucas Victoria Twain Wilde Christie Homer"
    " Sheeran Presley Mercury Lennon Phelps Bolt Tyson Beckham Spears Hilton Winfrey Hepburn Churchill Hitler Stalin"
    " Bonaparte Raphael Bell Fleming Turing Sagan Edison Tesla Allan Andersen Seuss Ruth Chaplin Disney Potter".split()
)


@cache
def _people() -> dict[str, str]:
    """Return the field of each household name, by the name in lower case and by the surname if it is unmistakable."""
    found = {}
    for field, names in _PEOPLE.items():
        for name in " ".join(names.split()).split(", "):
            found[name.lower()] = field
            *first, last = name.split()
            if first and len(last) > 4 and last not in _COMMON_SURNAMES and not last.isupper():
                found[last.lower()] = field
    return found


_OF_TODAY = lazy_pattern(
    r"\b(?:invent\w*|industr\w*|assembly|electric\w*|compan(?:y|ies)|corporation|founded|co-?founded|ceo|billionaires?|rich\w*|wealth\w*|business\w*|compute\w*"
    r"|software|internet|online|tech\w*|phones?|cars?|rockets?|space\w*|brand|fashion|club|team|player|coach|record"
    r"|stars?|sings?|sang|singer|band|actor|actress|host\w*|directed|won|campaign|donated|foundation|charity)\b",
    re.IGNORECASE,
)
"""What celebrities and entrepreneurs do."""


def _is_out_of_reach(stem: str, options: Sequence[str]) -> bool:
    """Return whether a celebrity of today cannot be meant: the stem tells of another time, or of nothing of theirs."""
    if _ERAS.search(stem):
        return True
    return not (_MODERN.search(stem) or _OF_TODAY.search(stem)) and sum(" " in option.strip() for option in options) > 2


def misfit_person(stem: str, options: Sequence[str], keys: Sequence[str]) -> str | None:
    """Return the only option that is a household name of a field far from what ``stem`` asks for."""
    people = _people()
    fields = [people.get(option.strip().lower()) for option in options]
    if not any(fields) or _FICTION.search(stem):
        return None
    asked = [field for field, pattern in _ASKED_PATTERNS.items() if pattern.search(stem)]
    allowed = {also for field in asked for also in _ALSO[field]}
    if asked and _OF_TODAY.search(stem):
        allowed.add("business")
    if not asked and (_PERSON.search(stem) is None or not _is_out_of_reach(stem, options)):
        return None
    odd = [
        option
        for option, field in zip(options, fields, strict=True)
        if field is not None and (field not in allowed if asked else field in _RECENT)
    ]
    if not odd and asked and _MODERN.search(stem) and not _ERAS.search(stem):
        odd = [option for option in options if option.strip().lower() in _LONG_DEAD]
    # Among others of its field, a name is part of the subject.
    return odd[0] if len(odd) == 1 and odd[0] not in keys else None

"""A set that asks much of the cards' looks and scripts, imported into the real Anki backend."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki_samples import LONG, LONG_AGO, QUESTIONS, SVG, import_package, question_set

from quizgen.anki.export import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection

CODE = '''```python
def mean(numbers: list[float]) -> float:
    """The arithmetic mean; {braces} stay."""
    if not numbers:  # nothing to divide by
        raise ValueError("no numbers")
    return sum(numbers) / 2.5
```'''
FORMULA = r"\(\sum_{n=1}^{\infty} \frac{1}{n^2} = 1 + \frac{1}{4} + \frac{1}{9} + \frac{1}{16} + \frac{1}{25} + \cdots = \frac{\pi^2}{6}\)"
TABLE = """| element | symbol | melts at |
| --- | :-: | --: |
| Iron | Fe | 1538 °C |
| Mercury, *liquid* at room temperature | Hg | −39 °C |"""
# Black lines on nothing, as of most diagrams on Wikimedia Commons.
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -15 300 135"><g fill="none" stroke="#000" stroke-width="4">'
    '<path d="M20 10v90h270"/><path d="M20 95C60-30 110 60 150 60S220-40 280 95"/></g></svg>'
)
HOSTILE = "<img src=x onerror=alert(1)> {{ID}} \\(x\\) &amp; </script><b>"
MORE: list[dict[str, Any]] = [
    {
        "kind": "choice",
        "id": "feedback-on-options",
        "stem": "Into which sea does the Danube flow?",
        "answer": "Black Sea",
        "distractors": ["North Sea", {"text": "Adriatic Sea", "feedback": "The **Po** flows there.", "share": 0.5}],
    },
    {
        "kind": "choice",
        "id": "ten",
        "stem": "Which of these is the sixth letter of the Greek alphabet?",
        "answer": "Zeta",
        "options": [
            "Alpha",
            "Beta",
            "Gamma",
            "Delta",
            "Epsilon",
            "Zeta",
            "Eta",
            "Theta",
            "Iota",
            "None of them",
        ],
        "pin_last": True,
    },
    {
        "kind": "choice",
        "id": "still",
        "stem": "How many moons has Mars?",
        "answer": "2",
        "options": ["0", "1", "2", "3"],
        "shuffle": False,
    },
    {
        "kind": "card",
        "id": "picture-on-back",
        "stem": "What color is the Sun in the picture?",
        "answer": "Orange",
        "explanation": "Seen from space, it is white.",
        "image": {"file": "sun.svg", "alt": "An orange disc on a pale ground", "after_answer": True},
    },
    {
        "kind": "short",
        "id": "sound",
        "stem": "Which river do you hear?",
        "answer": "Volga",
        "image": {"file": "sun.svg", "alt": "A river on a map"},
        "audio": {"file": "volga.mp3", "text": "Volga, *slowly*"},
    },
    {
        "kind": "card",
        "id": "drawing",
        "stem": "How many peaks has the curve?",
        "answer": "Two",
        "image": {"file": "drawing.svg", "alt": "A curve"},
    },
    {
        "kind": "short",
        "id": "many-names",
        "stem": "What is the capital of Turkey?",
        "answer": "Ankara",
        "accept": ["Angora", "Ancyra", "the city of Ankara", "Ankara, Turkey", "Ankyra", "Engürü", "Ankara, Türkiye"],
        "explanation": "It became the capital in 1923.",
    },
    {
        "kind": "card",
        "id": "code",
        "stem": f"What does this return for `[1, 4]`?\n\n{CODE}",
        "answer": f"`2.0`, since:\n\n{CODE}",
        "hint": CODE,
    },
    {
        "kind": "multiple",
        "id": "right-to-left",
        "stem": "אילו מן הערים האלה נמצאות בצפון?",
        "answers": ["חיפה", "צפת"],
        "distractors": ["באר שבע", "אילת `f(x)`"],
        "hint": "הביטו במפה.",
        "explanation": "חיפה וצפת הן בצפון.",
    },
    {
        "kind": "card",
        "id": "maths",
        "stem": f"Which **famous** series is {FORMULA}, and who found its sum \\(\\frac{{\\pi^2}}{{6}}\\)?",
        "answer": f"The Basel problem, solved by Euler: {FORMULA}",
        "explanation": f"With \\(n\\) from 1: {FORMULA}",
    },
    {
        "kind": "choice",
        "id": "maths-options",
        "stem": "Which sum is \\(\\frac{\\pi^2}{6}\\)?",
        "answer": FORMULA,
        "distractors": [FORMULA.replace("n^2", "n^3"), "\\(\\int_0^1 x^2\\,dx\\)", "\\(\\sqrt{2}\\)"],
    },
    {
        "kind": "card",
        "id": "table",
        "stem": f"Which of these is **not** solid at room temperature?\n\n{TABLE}",
        "answer": "Mercury",
        "explanation": "> The metal that flows.\n>\n> It was called *quicksilver*.\n\nIts symbol is from Greek.",
        "hint": TABLE,
    },
    {
        "kind": "choice",
        "id": "hostile",
        "stem": HOSTILE,
        "answer": f"{HOSTILE} a",
        "distractors": [f"{HOSTILE} b", f"{HOSTILE} c"],
    },
    {
        "kind": "match",
        "id": "hostile-pairs",
        "stem": HOSTILE,
        "pairs": {
            f"{HOSTILE} {letter}": f"{HOSTILE} {letter * 2} \\(\\href{{javascript:alert(1)}}{{y}}\\)"
            for letter in "abc"
        },
    },
    {
        "kind": "cloze",
        "id": "two-blanks",
        "text": "The {{c1::Danube}} rises in {{c2::Germany}} and ends in {{c3::Romania}}.",
        "accept": {"c1": ["Donau", "Ister"], "c3": ["Rumania"]},
    },
    {
        "kind": "match",
        "id": "long-pairs",
        "stem": "Which sentence belongs to which word?",
        "pairs": {
            "Photosynthesis": "Plants make sugar and oxygen from water, air and light",
            "Thermodynamics": "Heat flows by itself from the warm to the cold, never back",
            "\\(e^{i\\pi}+1=0\\)": "**Euler's** identity",
            "`sorted(words)`": "A list in order",
        },
    },
]


# Two languages with words of their own or another direction; the stems and the first options are in another script.
ARABIC: list[dict[str, Any]] = [
    {
        "kind": "choice",
        "id": "ar-choice",
        "stem": "Luxor: أي مدينة تقع جنوبها؟",
        "answer": "أسوان",
        "options": ["Luxor", "أسوان", "القاهرة", "الإسكندرية"],
        "shuffle": False,
        "hint": "انظر إلى الخريطة.",
        "citation": {"paragraph": 4},
    },
    {
        "kind": "match",
        "id": "ar-match",
        "stem": "ما عاصمة كل بلد؟",
        "pairs": {"مصر": "القاهرة", "Japan (اليابان)": "طوكيو", "جمهورية البيرو في أمريكا الجنوبية": "ليما"},
    },
    {"kind": "order", "id": "ar-order", "stem": "رتب الأرقام.", "steps": ["واحد", "اثنان", "3 ثلاثة"]},
    {"kind": "true_false", "id": "ar-true-false", "stem": "النيل نهر.", "answer": True},
    {"kind": "short", "id": "ar-short", "stem": "ما عاصمة مصر؟", "answer": "القاهرة", "accept": ["Cairo"]},
    {"kind": "cloze", "id": "ar-cloze", "text": "يمر {{c1::النيل}} عبر القاهرة.", "accept": {"c1": ["نهر النيل"]}},
    {
        "kind": "card",
        "id": "ar-card",
        "stem": f"ما النيل، وما {FORMULA}؟",
        "answer": "نهر طوله 6650 km.",
        "hint": "نهر.",
        "attribution": "هيرودوت",
        "citation": {"paragraph": 2},
    },
]
PERSIAN: list[dict[str, Any]] = [
    {"kind": "order", "id": "fa-order", "stem": "اعداد را مرتب کنید.", "steps": ["یک", "دو", "3 سه"]},
    {
        "kind": "card",
        "id": "fa-card",
        "stem": "نیل چیست؟",
        "answer": "رودی به طول 6650 km.",
        "attribution": "هرودوت",
        "citation": {"paragraph": 2},
    },
]
URDU: list[dict[str, Any]] = [
    {"kind": "order", "id": "ur-order", "stem": "اعداد کو ترتیب دیں۔", "steps": ["ایک", "دو", "3 تین"]},
    {
        "kind": "card",
        "id": "ur-card",
        "stem": "نیل کیا ہے؟",
        "answer": "ایک دریا",
        "attribution": "ہیروڈوٹس",
        "citation": {"paragraph": 2},
    },
]
# A language from right to left without words of its own.
PASHTO: list[dict[str, Any]] = [
    {"kind": "order", "id": "ps-order", "stem": "شمېرې ترتیب کړئ.", "steps": ["یو", "دوه", "3 درې"]},
    {
        "kind": "card",
        "id": "ps-card",
        "stem": "نیل څه دی؟",
        "answer": "یو سیند",
        "attribution": "هېرودوت",
        "citation": {"paragraph": 2},
    },
]
HEBREW: list[dict[str, Any]] = [
    {
        "kind": "multiple",
        "id": "he-multiple",
        "stem": "אילו מן הערים האלה נמצאות בצפון?",
        "answers": ["חיפה", "צפת"],
        "distractors": ["באר שבע", "אילת"],
        "citation": {"paragraph": 3},
    },
    {"kind": "true_false", "id": "he-true-false", "stem": "הירדן הוא נהר.", "answer": True},
    {"kind": "match", "id": "he-match", "stem": "מה בירתה של כל מדינה?", "pairs": {"מצרים": "קהיר", "יפן": "טוקיו"}},
]
GERMAN: list[dict[str, Any]] = [
    {
        "kind": "multiple",
        "id": "de-multiple",
        "stem": "שלום: Welche Wörter grüßen?",
        "answers": ["Guten Tag", "Hallo"],
        "distractors": ["Danke", "Nein"],
        "hint": "Es sind zwei.",
        "attribution": "dem Duden",
        "citation": {"paragraph": 2},
    },
    {
        "kind": "short",
        "id": "de-spanish",
        "stem": "Jahr",
        "answer": "año",
        "answer_language": "es",
        "hint": "Mit Tilde.",
    },
    {"kind": "short", "id": "de-short", "stem": "Hauptstadt?", "answer": "Köln", "accept": ["Bonn"]},
    {
        "kind": "number",
        "id": "de-number",
        "stem": "Wie lang ist der Rhein?",
        "answer": 1233,
        "unit": "km",
        "tolerance": "5",
    },
    {"kind": "true_false", "id": "de-true-false", "stem": "Der Rhein ist ein Fluss.", "answer": True},
    {"kind": "order", "id": "de-order", "stem": "Ordne.", "steps": ["eins", "zwei", "drei"]},
    {"kind": "match", "id": "de-match", "stem": "Was gehört zusammen?", "pairs": {"Tag": "Nacht", "warm": "kalt"}},
    {"kind": "cloze", "id": "de-cloze", "text": "Der {{c1::Rhein}} fließt.", "accept": {"c1": ["Rhenus"]}},
]
# A topic and a source that do not fit above a question on a phone.
CLAIMS: list[dict[str, Any]] = [
    {
        "kind": "choice",
        "id": "topic-and-source",
        "topic": "claims",
        "stem": "Who said so?",
        "answer": "A spokesman",
        "distractors": ["A minister", "Nobody"],
        "attribution": "the spokesman himself",
        "citation": {"paragraph": 4},
    },
    {"kind": "card", "id": "source", "stem": "When?", "answer": "In September", "citation": {"paragraph": 5}},
]
LANGUAGES = {"ar": ARABIC, "de-AT": GERMAN, "fa": PERSIAN, "he": HEBREW, "ps": PASHTO, "ur": URDU}


@contextmanager
def sample_collection(folder: Path) -> Iterator["Collection"]:
    """A collection in ``folder`` with the tests' nine questions, a long one with a picture, ``MORE``, ``CLAIMS`` and ``LANGUAGES``."""
    from anki.collection import Collection

    (folder / "sun.svg").write_text(SVG, "utf-8")
    (folder / "drawing.svg").write_text(DRAWING, "utf-8")
    (folder / "volga.mp3").write_bytes(b"ID3\x04\x00" + bytes(64))
    made = question_set([*QUESTIONS, *LONG, *MORE])
    source = {
        "title": "A title",
        "short": "an article in a newspaper",
        "published": "2023-09-06",
        "url": "https://a.example",
    }
    claims = question_set(
        CLAIMS, id="claims", title="Claims", language="en", source=source, topics={"claims": "Claims and sources"}
    )
    sets = [made, claims]
    for language, questions in LANGUAGES.items():
        name = {"ar": "مصر", "de-AT": "Lesebuch", "fa": "مصر", "he": "מקראה", "ps": "کتاب", "ur": "کتاب"}[language]
        sets.append(
            question_set(questions, id=language.lower(), title=language, language=language, source=name, topics={})
        )
    export_apkg(sets, folder / "sample.apkg", modified=LONG_AGO, pictures={made.id: folder})
    collection = Collection(str(folder / "collection.anki2"))
    try:
        import_package(collection, folder / "sample.apkg")
        yield collection
    finally:
        collection.close()

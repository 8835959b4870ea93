"""What a deck says about itself: on its page in Anki, and on AnkiWeb."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from quizgen.anki.release import Released
from quizgen.anki.set_header import packed_header
from quizgen.anki.words import for_language
from quizgen.markup import blocks_html, escape, inline_html, linked
from quizgen.questions import CardQuestion, ChoiceQuestion, QuestionSet, ShortQuestion
from quizgen.questions.base import Reference
from quizgen.text.writing_direction import is_right_to_left

NEW_PER_DAY = 15
"""The number of new cards a day that decks recommend, unless the export sends another one along."""

_SAMPLES = 3
_SPAN = re.compile(r"</?span[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckWords:
    """The words of an introduction in one language. Parts in braces are replaced."""

    source: str
    license: str
    cards: str
    study: str
    first_version: str
    version: str
    topics: str
    samples: str
    update: str
    mistakes: str


DECK_WORDS: Mapping[str, DeckWords] = {
    "en": DeckWords(
        source="Source: ",
        license="License: ",
        cards="Cards: {number}",
        study=(
            "How to study: answer each card before you turn it over, then rate yourself honestly. In the deck options, "
            "set the number of new cards per day to {number}, and turn on “Bury new siblings” and FSRS."
        ),
        first_version="First version: {date}",
        version="Version: {date}. New questions: {new}; changed questions: {changed}",
        topics="Topics",
        samples="Sample cards",
        update="To update, import the new version the same way as the first. Your reviews are kept, and no cards are "
        "duplicated.",
        mistakes="When you report a mistake, include the content of the note’s “ID” field.",
    ),
    "de": DeckWords(
        source="Quelle: ",
        license="Lizenz: ",
        cards="Karten: {number}",
        study=(
            "So lernst du damit: Beantworte jede Karte, bevor du sie umdrehst, und bewerte dich ehrlich. Stelle in den"
            " Stapeloptionen die Zahl der neuen Karten pro Tag auf {number}, und schalte „Geschwisterkarten mit Status"
            " ‚Neu‘ aufschieben“ und FSRS ein."
        ),
        first_version="Erste Fassung: {date}",
        version="Fassung vom {date}. Neue Fragen: {new}, geänderte Fragen: {changed}",
        topics="Themen",
        samples="Beispiele",
        update=(
            "Zum Aktualisieren importierst du die neue Fassung genauso wie die erste. Deine Wiederholungen bleiben"
            " erhalten, und keine Karte wird doppelt angelegt."
        ),
        mistakes="Wenn du einen Fehler meldest, gib bitte den Inhalt des Felds „ID“ der Notiz an.",
    ),
    "fr": DeckWords(
        source="Source : ",
        license="Licence : ",
        cards="Cartes : {number}",
        study=(
            "Comment étudier : répondez à chaque carte avant de la retourner, puis évaluez-vous honnêtement. Dans"
            " les options de paquet, fixez le nombre de nouvelles cartes par jour à {number} et activez « Enfouir les"
            " nouvelles cartes sœurs » et FSRS."
        ),
        first_version="Première version : {date}",
        version="Version du {date}. Nouvelles questions : {new}, questions modifiées : {changed}",
        topics="Thèmes",
        samples="Exemples de cartes",
        update=(
            "Pour mettre à jour, importez la nouvelle version de la même façon que la première. Vos révisions sont"
            " conservées et aucune carte n’est dupliquée."
        ),
        mistakes="Pour signaler une erreur, indiquez le contenu du champ « ID » de la note.",
    ),
    "es": DeckWords(
        source="Fuente: ",
        license="Licencia: ",
        cards="Tarjetas: {number}",
        study=(
            "Cómo estudiar: responde a cada tarjeta antes de darle la vuelta y evalúate con sinceridad. En las opciones"
            " de mazo, fija en {number} el número de tarjetas nuevas al día y activa «Enterrar tarjetas hermanas nuevas"
            " (de la nota) hasta el día siguiente» y FSRS."
        ),
        first_version="Primera versión: {date}",
        version="Versión del {date}. Preguntas nuevas: {new}, preguntas modificadas: {changed}",
        topics="Temas",
        samples="Tarjetas de muestra",
        update=(
            "Para actualizar, importa la nueva versión de la misma forma que la primera. Tus repasos se conservan y no "
            "se duplica ninguna tarjeta."
        ),
        mistakes="Para informar de un error, indica el contenido del campo «ID» de la nota.",
    ),
    "ar": DeckWords(
        source="المصدر: ",
        license="الرخصة: ",
        cards="عدد البطاقات: {number}",
        study=(
            "كيفية المذاكرة: أجب عن كل بطاقة قبل أن تقلبها، ثم قيّم نفسك بصدق. خيارات الرزمة الموصى بها: عدد البطاقات"
            " الجديدة يوميًا {number}، مع تفعيل «دفن البطاقات الشقيقة الجديدة حتى اليوم التالي» وتفعيل FSRS."
        ),
        first_version="النسخة الأولى: {date}",
        version="نسخة {date}. الأسئلة الجديدة: {new}، الأسئلة المعدّلة: {changed}",
        topics="الموضوعات",
        samples="نماذج من البطاقات",
        update=(
            "للتحديث، استورد النسخة الجديدة بالطريقة نفسها التي استوردت بها الأولى. تبقى مراجعاتك محفوظة ولا تتكرر أي"
            " بطاقة."
        ),
        mistakes="عند الإبلاغ عن خطأ، اذكر محتوى حقل «ID» في الملاحظة.",
    ),
    "he": DeckWords(
        source="מקור: ",
        license="רישיון: ",
        cards="מספר הכרטיסים: {number}",
        study=(
            "איך ללמוד: יש לענות על כל כרטיס לפני שהופכים אותו, ואז לדרג בכנות. אפשרויות חפיסה מומלצות: מספר הכרטיסים"
            " החדשים ביום {number}, עם הפעלת ״הטמן אחים חדשים״ ועם FSRS."
        ),
        first_version="גרסה ראשונה: {date}",
        version="גרסה מיום {date}. שאלות חדשות: {new}, שאלות ששונו: {changed}",
        topics="נושאים",
        samples="כרטיסים לדוגמה",
        update="כדי לעדכן, יש לייבא את הגרסה החדשה כמו את הראשונה. החזרות שלך נשמרות, ואף כרטיס אינו מוכפל.",
        mistakes="בדיווח על טעות, נא לציין את תוכן השדה ״ID״ של הרשומה.",
    ),
    "fa": DeckWords(
        source="منبع: ",
        license="مجوز: ",
        cards="تعداد کارت‌ها: {number}",
        study=(
            "روش مطالعه: پیش از برگرداندن هر کارت به آن پاسخ دهید و سپس صادقانه به خود نمره دهید. تنظیمات پیشنهادی"
            " دسته: {number} کارت تازه در روز، همراه با فعال کردن «Bury new siblings» و FSRS."
        ),
        first_version="نسخهٔ نخست: {date}",
        version="نسخهٔ {date}. پرسش‌های تازه: {new}، پرسش‌های تغییریافته: {changed}",
        topics="موضوع‌ها",
        samples="نمونهٔ کارت‌ها",
        update=(
            "برای به‌روزرسانی، نسخهٔ تازه را مانند نسخهٔ نخست وارد کنید. مرورهای شما حفظ می‌شود و هیچ کارتی تکراری نمی‌شود."
        ),
        mistakes="هنگام گزارش خطا، محتوای فیلد «ID» یادداشت را هم بنویسید.",
    ),
    "ur": DeckWords(
        source="ماخذ: ",
        license="لائسنس: ",
        cards="کارڈز: {number}",
        study=(
            "مطالعے کا طریقہ: ہر کارڈ کو پلٹنے سے پہلے اس کا جواب دیں، پھر ایمانداری سے خود کو نمبر دیں۔ ڈیک کی"
            " تجویز کردہ ترتیبات: روزانہ {number} نئے کارڈ، ساتھ ہی «Bury new siblings» اور FSRS کو فعال کریں۔"
        ),
        first_version="پہلا ورژن: {date}",
        version="ورژن {date}۔ نئے سوالات: {new}، تبدیل شدہ سوالات: {changed}",
        topics="موضوعات",
        samples="کارڈز کے نمونے",
        update=(
            "نئے ورژن کے لیے اسے پہلے ورژن کی طرح درآمد کریں۔ آپ کی دہرائیاں محفوظ رہتی ہیں اور"
            " کوئی کارڈ دوبارہ نہیں بنتا۔"
        ),
        mistakes="غلطی کی اطلاع دیتے وقت نوٹ کے فیلڈ «ID» کا مواد بھی لکھیں۔",
    ),
}
"""The words by language code; other languages get the English ones."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What is known of a deck when all its notes have been made."""

    question_set: QuestionSet
    released: Mapping[str, Released]
    """The notes of the set's questions in the deck, by question id, with their times."""
    cards: int
    new_per_day: int | None = None
    """New cards a day, if deck options are sent along."""

    def for_anki(self) -> str:
        """Return the description that Anki shows on the deck's page, as HTML, with the set's header in a comment."""
        shown = (*self._about(), *_paragraphs((*self._facts(), *self._study(), *self._version())))
        html = "\n".join(shown)
        if is_right_to_left(self.question_set.language):
            html = f'<div dir="rtl">{html}</div>'
        return f"{html}<!-- {packed_header(self.question_set)} -->"

    def for_ankiweb(self) -> str:
        """Return a description for https://ankiweb.net/shared/upload, as HTML with few tags."""
        words = self._words
        html = "\n".join((*self._about(), *_paragraphs(self._facts()), *self._contents(), *_paragraphs((
            *self._study(), words.update, words.mistakes, *self._version(),
        ))))  # fmt: skip
        return _SPAN.sub("", html)

    @property
    def _words(self) -> DeckWords:
        return for_language(DECK_WORDS, self.question_set.language)

    def _about(self) -> Iterator[str]:
        if self.question_set.description:
            yield blocks_html(self.question_set.description)

    def _facts(self) -> Iterator[str]:
        question_set, words = self.question_set, self._words
        if question_set.source is not None:
            yield words.source + _reference_html(question_set.source)
        if question_set.license:
            yield words.license + inline_html(question_set.license)
        yield words.cards.format(number=self.cards)

    def _study(self) -> Iterator[str]:
        yield self._words.study.format(number=NEW_PER_DAY if self.new_per_day is None else self.new_per_day)

    def _version(self) -> Iterator[str]:
        """Yield the date of the last change and what was new in it. The same record gives the same words.

        A deck with notes of an older package only has no version.
        """
        if not self.released:
            return
        last = max(note.modified for note in self.released.values())
        date = datetime.fromtimestamp(last, UTC).date().isoformat()
        latest = [note for note in self.released.values() if note.modified == last]
        new = sum(note.added is None for note in latest)
        if new == len(self.released):
            yield self._words.first_version.format(date=date)
        else:
            yield self._words.version.format(date=date, new=new, changed=len(latest) - new)

    def _contents(self) -> Iterator[str]:
        """Yield the topics with their number of questions, and some questions with their answers."""
        included = [one for one in self.question_set.questions if one.id in self.released]
        topics: dict[str, int] = {}
        for question in included:
            if question.topic:
                topics[question.topic] = topics.get(question.topic, 0) + 1
        if topics:
            yield f"<p><b>{self._words.topics}</b></p>"
            yield from _list(f"{escape(self.question_set.topic_name(name))}: {n}" for name, n in topics.items())
        simple = [one for one in included if isinstance(one, CardQuestion | ShortQuestion | ChoiceQuestion)]
        short = [one for one in simple if "\n" not in one.stem + one.answer and one.image is None]
        if short:
            yield f"<p><b>{self._words.samples}</b></p>"
            chosen = short[:: max(1, len(short) // _SAMPLES)][:_SAMPLES]
            yield from _list(f"{inline_html(one.stem)} <i>{inline_html(one.answer)}</i>" for one in chosen)


def _reference_html(source: Reference) -> str:
    title = linked(escape(source.title), source.url)
    return ", ".join((title, *(escape(part) for part in (source.publisher, source.published) if part)))


def _paragraphs(parts: Iterable[str]) -> Iterator[str]:
    return (f"<p>{part}</p>" for part in parts)


def _list(items: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"

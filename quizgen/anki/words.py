"""The few words that cards add to a question, by language.

They reach the cards as CSS variables, chosen by the ``lang`` of the card: the style sheet shows them with ``content``,
and scripts read them. So one note type serves all languages. To add a language, add an entry to ``WORDS``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from quizgen.text.languages import primary
from quizgen.text.writing_direction import RIGHT_TO_LEFT, RIGHT_TO_LEFT_SCRIPTS

T = TypeVar("T")

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """The words in one language. Parts in braces are replaced."""

    hint: str
    true: str
    false: str
    choose_one: str
    """The task if one option is right."""
    choose_all: str
    """The task if several options are right."""
    put_in_order: str
    """The task of an order question: steps are chosen in their order."""
    find_partners: str
    """The task of a match question: right-hand items are chosen in the order of the left-hand ones."""
    type_answer: str
    """In the empty box to type in."""
    keys_two: str
    """What the arrow keys do if two options are side by side."""
    keys_one: str
    """What the arrow keys do if one option is right."""
    keys_select: str
    """What they do if several options are right."""
    keys_place: str
    keys_pair: str
    options: str
    """The name of the list of options, for screen readers."""
    play: str
    """Next to the sign that plays the sound."""
    right: str
    """The verdict."""
    partly: str
    """The verdict on a wrong option that has a share of the credit."""
    wrong: str
    almost: str
    """The verdict on a typed answer that has most letters of an accepted one."""
    differs: str
    """The verdict on another typed answer that is none of the accepted ones: a card cannot tell whether it is wrong."""
    compare: str
    """In place of a verdict, if a number is expected and what was typed is one that a card cannot read for certain."""
    found: str
    """The verdict if several options are right and not all of them were chosen, but no others."""
    found_and_wrong: str
    """The verdict if others were chosen."""
    score: str
    """The verdict on steps and pairs."""
    your_answer: str
    """Next to an option that the learner chose."""
    right_answer: str
    """Next to the right option, if the learner chose another."""
    missed: str
    """Next to a right option that the learner did not choose, if several are right."""
    you_typed: str
    your_place: str
    """Next to a step: the place that the learner gave it."""
    your_partner: str
    """Next to a pair, before the partner that the learner chose."""
    you_none: str
    """Next to a step or pair that the learner left out."""
    also_right: str
    """Before other accepted answers."""
    accepted: str
    """Before the accepted range of a number."""
    and_more: str
    """In place of those that are folded, of which there are at least two."""
    according_to: str
    """Before the name of who makes the claim."""
    answer: str
    """Before the answer of a blank in a formula, where it cannot be marked."""
    paragraph: str
    """The place in the source."""
    comma: str
    """Between the place and the source."""
    quotes: str
    """The four quotation marks, opening and closing, and those within a quotation."""


WORDS: Mapping[str, CardWords] = {
    "en": CardWords(
        hint="Hint",
        true="True",
        false="False",
        choose_one="Choose one.",
        choose_all="Choose all that apply.",
        put_in_order="Choose the steps in order.",
        find_partners="Choose the match for\N{NO-BREAK SPACE}1, then for\N{NO-BREAK SPACE}2, and so on.",
        type_answer="Type the answer",
        keys_two="← → to choose.",
        keys_one="↑ ↓ to choose.",
        keys_select="↑ ↓ to move, →\N{NO-BREAK SPACE}to select.",
        keys_place="↑ ↓ to move, →\N{NO-BREAK SPACE}to place.",
        keys_pair="↑ ↓ to move, →\N{NO-BREAK SPACE}to match.",
        options="Options",
        play="Play",
        right="Right",
        partly="Partly right",
        wrong="Wrong",
        almost="Almost the same",
        differs="Different answer",
        compare="Compare your answer",
        found="{found} of {right} found",
        found_and_wrong="{found} of {right} found, {wrong} wrong",
        score="{right} of {total} right",
        your_answer="your answer",
        right_answer="right answer",
        missed="missed",
        you_typed="Your answer: {text}",
        your_place="your place: {place}",
        your_partner="Your answer: ",
        you_none="no answer",
        also_right="Also right: ",
        accepted="Accepted: ",
        and_more="and {count} more",
        according_to="According to ",
        answer="Answer: ",
        paragraph="Paragraph {number}",
        comma=", ",
        quotes="“”‘’",
    ),
    "de": CardWords(
        hint="Hinweis",
        true="Wahr",
        false="Falsch",
        choose_one="Wähle eine Antwort.",
        choose_all="Wähle alle richtigen Antworten.",
        put_in_order="Wähle die Schritte der Reihe nach.",
        find_partners="Wähle, was zu\N{NO-BREAK SPACE}1 gehört, dann zu\N{NO-BREAK SPACE}2 usw.",
        type_answer="Antwort eingeben",
        keys_two="← → wählen.",
        keys_one="↑ ↓ wählen.",
        keys_select="↑ ↓ bewegen, →\N{NO-BREAK SPACE}auswählen.",
        keys_place="↑ ↓ bewegen, →\N{NO-BREAK SPACE}einordnen.",
        keys_pair="↑ ↓ bewegen, →\N{NO-BREAK SPACE}zuordnen.",
        options="Antworten",
        play="Anhören",
        right="Richtig",
        partly="Teilweise richtig",
        wrong="Nicht richtig",
        almost="Fast dasselbe",
        differs="Andere Antwort",
        compare="Vergleiche deine Antwort",
        found="{found} von {right} gefunden",
        found_and_wrong="{found} von {right} gefunden, {wrong} falsch",
        score="{right} von {total} richtig",
        your_answer="deine Antwort",
        right_answer="richtige Antwort",
        missed="nicht gewählt",
        you_typed="Deine Antwort: {text}",
        your_place="dein Platz: {place}",
        your_partner="Deine Antwort: ",
        you_none="keine Antwort",
        also_right="Auch richtig: ",
        accepted="Akzeptiert: ",
        and_more="und {count} weitere",
        according_to="Laut ",
        answer="Antwort: ",
        paragraph="Absatz {number}",
        comma=", ",
        quotes="„“‚‘",
    ),
    "fr": CardWords(
        hint="Indice",
        true="Vrai",
        false="Faux",
        choose_one="Choisissez une réponse.",
        choose_all="Choisissez toutes les bonnes réponses.",
        put_in_order="Choisissez les étapes dans l’ordre.",
        find_partners="Choisissez ce qui correspond à\N{NO-BREAK SPACE}1, à\N{NO-BREAK SPACE}2, etc.",
        type_answer="Tapez la réponse",
        keys_two="← → choisir.",
        keys_one="↑ ↓ choisir.",
        keys_select="↑ ↓ naviguer, →\N{NO-BREAK SPACE}choisir.",
        keys_place="↑ ↓ naviguer, →\N{NO-BREAK SPACE}placer.",
        keys_pair="↑ ↓ naviguer, →\N{NO-BREAK SPACE}associer.",
        options="Réponses",
        play="Écouter",
        right="Bonne réponse",
        partly="Réponse en partie juste",
        wrong="Mauvaise réponse",
        almost="Presque identique",
        differs="Réponse différente",
        compare="Comparez votre réponse",
        found="{found} sur {right} trouvées",
        found_and_wrong="{found} sur {right} trouvées, fausses : {wrong}",
        score="Justes : {right} sur {total}",
        your_answer="votre réponse",
        right_answer="bonne réponse",
        missed="non choisie",
        you_typed="Votre réponse : {text}",
        your_place="votre place : {place}",
        your_partner="Votre réponse : ",
        you_none="pas de réponse",
        also_right="Également juste : ",
        accepted="Accepté : ",
        and_more="et {count} autres",
        according_to="Selon ",
        answer="Réponse : ",
        paragraph="Paragraphe {number}",
        comma=", ",
        quotes="“”‘’",
    ),
    "es": CardWords(
        hint="Pista",
        true="Verdadero",
        false="Falso",
        choose_one="Elige una respuesta.",
        choose_all="Elige todas las respuestas correctas.",
        put_in_order="Elige los pasos en orden.",
        find_partners="Elige la pareja de\N{NO-BREAK SPACE}1, luego la de\N{NO-BREAK SPACE}2, etc.",
        type_answer="Escribe la respuesta",
        keys_two="← → elegir.",
        keys_one="↑ ↓ elegir.",
        keys_select="↑ ↓ mover, →\N{NO-BREAK SPACE}elegir.",
        keys_place="↑ ↓ mover, →\N{NO-BREAK SPACE}colocar.",
        keys_pair="↑ ↓ mover, →\N{NO-BREAK SPACE}emparejar.",
        options="Respuestas",
        play="Escuchar",
        right="Correcto",
        partly="Correcto en parte",
        wrong="Incorrecto",
        almost="Casi igual",
        differs="Respuesta distinta",
        compare="Compara tu respuesta",
        found="{found} de {right} encontradas",
        found_and_wrong="{found} de {right} encontradas, incorrectas: {wrong}",
        score="Correctos: {right} de {total}",
        your_answer="tu respuesta",
        right_answer="respuesta correcta",
        missed="no elegida",
        you_typed="Tu respuesta: {text}",
        your_place="tu lugar: {place}",
        your_partner="Tu respuesta: ",
        you_none="sin respuesta",
        also_right="También correcto: ",
        accepted="Se acepta: ",
        and_more="y {count} más",
        according_to="Según ",
        answer="Respuesta: ",
        paragraph="Párrafo {number}",
        comma=", ",
        quotes="«»“”",
    ),
    "ar": CardWords(
        hint="تلميح",
        true="صواب",
        false="خطأ",
        choose_one="اختر إجابة واحدة.",
        choose_all="اختر كل الإجابات الصحيحة.",
        put_in_order="اختر الخطوات بالترتيب.",
        find_partners="اختر ما يناسب\N{NO-BREAK SPACE}1، ثم ما يناسب\N{NO-BREAK SPACE}2، وهكذا.",
        type_answer="اكتب الإجابة",
        keys_two="→ ← للاختيار.",
        keys_one="↑ ↓ للاختيار.",
        keys_select="↑ ↓ للتنقل، ←\N{NO-BREAK SPACE}للاختيار.",
        keys_place="↑ ↓ للتنقل، ←\N{NO-BREAK SPACE}للترتيب.",
        keys_pair="↑ ↓ للتنقل، ←\N{NO-BREAK SPACE}للمطابقة.",
        options="الخيارات",
        play="استمع",
        right="إجابة صحيحة",
        partly="إجابة صحيحة جزئيًا",
        wrong="إجابة خاطئة",
        almost="إجابة شبه مطابقة",
        differs="إجابة مختلفة",
        compare="قارن إجابتك",
        found="الإجابات الصحيحة: {found} من {right}",
        found_and_wrong="الصحيحة: {found} من {right}، الخاطئة: {wrong}",
        score="الإجابات الصحيحة: {right} من {total}",
        your_answer="إجابتك",
        right_answer="الإجابة الصحيحة",
        missed="لم تخترها",
        you_typed="إجابتك: {text}",
        your_place="الموضع الذي اخترته: {place}",
        your_partner="إجابتك: ",
        you_none="دون إجابة",
        also_right="صحيح أيضًا: ",
        accepted="مقبول: ",
        and_more="و{count} أخرى",
        according_to="بحسب ",
        answer="الإجابة: ",
        paragraph="الفقرة {number}",
        comma="، ",
        quotes="«»“”",
    ),
    "he": CardWords(
        hint="רמז",
        true="נכון",
        false="לא נכון",
        choose_one="יש לבחור תשובה אחת.",
        choose_all="יש לבחור את כל התשובות הנכונות.",
        put_in_order="יש לבחור את השלבים לפי הסדר.",
        find_partners="יש לבחור את מה שמתאים ל־1, ל־2 וכן הלאה.",
        type_answer="יש להקליד את התשובה",
        keys_two="→ ← לבחירה.",
        keys_one="↑ ↓ לבחירה.",
        keys_select="↑ ↓ לניווט, ←\N{NO-BREAK SPACE}לבחירה.",
        keys_place="↑ ↓ לניווט, ←\N{NO-BREAK SPACE}לשיבוץ.",
        keys_pair="↑ ↓ לניווט, ←\N{NO-BREAK SPACE}להתאמה.",
        options="תשובות",
        play="השמעה",
        right="תשובה נכונה",
        partly="תשובה נכונה חלקית",
        wrong="תשובה שגויה",
        almost="תשובה כמעט זהה",
        differs="תשובה שונה",
        compare="יש להשוות את התשובה שלך",
        found="תשובות נכונות: {found} מתוך {right}",
        found_and_wrong="תשובות נכונות: {found} מתוך {right}, שגויות: {wrong}",
        score="תשובות נכונות: {right} מתוך {total}",
        your_answer="התשובה שלך",
        right_answer="התשובה הנכונה",
        missed="לא נבחרה",
        you_typed="התשובה שלך: {text}",
        your_place="המקום שבחרת: {place}",
        your_partner="התשובה שלך: ",
        you_none="אין תשובה",
        also_right="נכון גם: ",
        accepted="מתקבל: ",
        and_more="ועוד {count}",
        according_to="לפי ",
        answer="התשובה: ",
        paragraph="פסקה {number}",
        comma=", ",
        quotes="״״׳׳",
    ),
    "fa": CardWords(
        hint="راهنمایی",
        true="درست",
        false="نادرست",
        choose_one="یک گزینه را انتخاب کنید.",
        choose_all="همهٔ گزینه‌های درست را انتخاب کنید.",
        put_in_order="مرحله‌ها را به ترتیب انتخاب کنید.",
        find_partners="جفت\N{NO-BREAK SPACE}۱، سپس جفت\N{NO-BREAK SPACE}۲ و بقیه را انتخاب کنید.",
        type_answer="پاسخ را بنویسید",
        keys_two="→ ← برای انتخاب.",
        keys_one="↑ ↓ برای انتخاب.",
        keys_select="↑ ↓ برای حرکت، ←\N{NO-BREAK SPACE}برای انتخاب.",
        keys_place="↑ ↓ برای حرکت، ←\N{NO-BREAK SPACE}برای چیدن.",
        keys_pair="↑ ↓ برای حرکت، ←\N{NO-BREAK SPACE}برای جفت کردن.",
        options="گزینه‌ها",
        play="پخش",
        right="درست",
        partly="تا حدی درست",
        wrong="نادرست",
        almost="تقریباً یکسان است",
        differs="پاسخ متفاوت",
        compare="پاسخ خود را مقایسه کنید",
        found="{found} از {right} پیدا شد",
        found_and_wrong="{found} از {right} پیدا شد، {wrong} نادرست",
        score="{right} از {total} درست",
        your_answer="پاسخ شما",
        right_answer="پاسخ درست",
        missed="انتخاب نشده",
        you_typed="پاسخ شما: {text}",
        your_place="جای انتخابی شما: {place}",
        your_partner="پاسخ شما: ",
        you_none="بدون پاسخ",
        also_right="این‌ها هم درست است: ",
        accepted="پذیرفتنی: ",
        and_more="و {count} مورد دیگر",
        according_to="به گفتهٔ ",
        answer="پاسخ: ",
        paragraph="بند {number}",
        comma="، ",
        quotes="«»“”",
    ),
    "ur": CardWords(
        hint="اشارہ",
        true="درست",
        false="غلط",
        choose_one="ایک جواب منتخب کریں۔",
        choose_all="تمام درست جوابات منتخب کریں۔",
        put_in_order="مراحل کو ترتیب سے منتخب کریں۔",
        find_partners="پہلے\N{NO-BREAK SPACE}۱ کا جوڑ منتخب کریں، پھر\N{NO-BREAK SPACE}۲ کا، اور اسی طرح آگے۔",
        type_answer="جواب لکھیں",
        keys_two="→ ← انتخاب کے لیے۔",
        keys_one="↑ ↓ انتخاب کے لیے۔",
        keys_select="↑ ↓ حرکت کے لیے، ←\N{NO-BREAK SPACE}انتخاب کے لیے۔",
        keys_place="↑ ↓ حرکت کے لیے، ←\N{NO-BREAK SPACE}ترتیب کے لیے۔",
        keys_pair="↑ ↓ حرکت کے لیے، ←\N{NO-BREAK SPACE}جوڑنے کے لیے۔",
        options="جوابات",
        play="سنیں",
        right="درست",
        partly="جزوی طور پر درست",
        wrong="غلط",
        almost="تقریباً یکساں",
        differs="مختلف جواب",
        compare="اپنے جواب کا موازنہ کریں",
        found="{right} میں سے {found} ملے",
        found_and_wrong="{right} میں سے {found} ملے، {wrong} غلط",
        score="{total} میں سے {right} درست",
        your_answer="آپ کا جواب",
        right_answer="درست جواب",
        missed="منتخب نہیں ہوا",
        you_typed="آپ کا جواب: {text}",
        your_place="آپ کی جگہ: {place}",
        your_partner="آپ کا جواب: ",
        you_none="کوئی جواب نہیں",
        also_right="یہ بھی درست ہے: ",
        accepted="قابلِ قبول: ",
        and_more="اور {count} مزید",
        according_to="بقول ",
        answer="جواب: ",
        paragraph="پیراگراف {number}",
        comma="، ",
        quotes="“”‘’",
    ),
}
"""The words by language code; other languages get the English ones."""


def words_of(language: str | None) -> CardWords:
    """Return the words of cards for ``language``, a BCP 47 code."""
    return for_language(WORDS, language)


def local_digits(number: int, language: str | None) -> str:
    """Return ``number`` in the digits of ``language``: Persian and Urdu have their own, as in the scripts of cards."""
    return str(number).translate(_PERSIAN_DIGITS) if primary(language) in {"fa", "ur"} else str(number)


def for_language(table: Mapping[str, T], language: str | None) -> T:
    """Return the entry for ``language``, a BCP 47 code: that of ``de`` for ``de-AT``, the English one if in doubt."""
    return table.get(primary(language), table["en"])


def words_css() -> str:
    """Return the style rules that give each card the words and the direction of its language."""
    return "\n".join((*_words_rules(), *_direction_rules(), ""))


def _words_rules() -> Iterator[str]:
    for language, words in WORDS.items():
        # Without a language, cards have the English words.
        place = ".quiz" if language == "en" else f".quiz:lang({language})"
        values = {field.name.replace("_", "-"): getattr(words, field.name) for field in fields(words)}
        values["language"] = language
        yield f"{place} {{ {' '.join(f'--word-{name}: {_css_string(value)};' for name, value in values.items())} }}"


def _direction_rules() -> Iterator[str]:
    names = [f":lang({name})" for name in RIGHT_TO_LEFT]
    scripts = [f'[lang*="-{name}" i]' for name in RIGHT_TO_LEFT_SCRIPTS]
    for place, direction in (
        (':not([lang=""]):not(:lang(und))', "ltr"),
        (f':is({", ".join(names)}):not([lang*="-Latn" i])', "rtl"),
        (f':is({", ".join(scripts)}):not([lang=""])', "rtl"),
    ):
        yield f'.quiz{place}, .quiz{place} [dir="auto"] {{ direction: {direction}; }}'
        shrink, scrolled = (1, "reverse") if direction == "rtl" else (0, "normal")
        if direction == "rtl":
            yield f".quiz{place} cite {{ font-style: normal; }}"
        yield f".quiz{place} .formula > mjx-container {{ flex-shrink: {shrink}; }}"
        yield f".quiz{place} table {{ animation-direction: {scrolled}; }}"


def _css_string(text: str) -> str:
    return '"' + re.sub(r'["\\]', r"\\\g<0>", text) + '"'

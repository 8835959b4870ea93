"""Words that only say what kind of thing the answer is: the river Thames, the Battle of Hastings, citric acid."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.wordlists import listed
from quizgen.grading.words import FUNCTION_WORDS, Phrase, singulars

BEFORE = listed("river lake mount cape hms uss rms ss ms mv gulf planet operation project")
"""Kinds named before the name."""
AFTER = listed(
    "river lake mountain mountains mount hill ocean sea island islands desert forest park canal peninsula glacier "
    "volcano airport station bridge cathedral abbey palace castle tower school college university acid tissue "
    "tooth bone gland disease syndrome effect theorem path trail raid battle treaty dynasty tribe language bird "
    "fish fly plant tree flower dog cat newspaper magazine party company corporation incorporated limited plc "
    "group band orchestra team club fc galaxy constellation planet award prize trophy programme program show "
    "series film movie novel album song museum gallery theater stadium century strait falls valley dam reef "
    "county airlines airways railway virus fever muscle artery vein protein hormone enzyme cheese wine whale "
    "shark breed moon comet church temple mosque"
)
"""Kinds named after the name."""
_OF = listed("battle siege treaty river isle order gulf bay university peace edict")
"""Kinds named before the name, with "of": only for the name after it."""

# What is left when the kind is taken away must tell something: none of these does by itself.
_VAGUE = listed(
    "north south east west northern southern eastern western central middle upper lower inner outer new old great "
    "greater little big small grand high low long short good bad red black white green blue yellow brown golden "
    "silver dead cold hot dry holy royal national international imperial federal first second last world public "
    "private central main civil military political modern ancient early late big home state free common united "
    "natural"
)


def same_but_for_kind(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A word for the kind of thing may be left out or added: Esk, River Esk. What is left must still tell something."""
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if len(longer) > len(shorter) and singulars(without_kind(longer)) == singulars(shorter):
            return _tells(shorter) and not task.is_rival(given.words)
    return False


def without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without the words for its kind: ("cairngorm", "national", "park") gives ("cairngorm",)."""
    if len(words) > 2 and words[0] in _OF and words[1] == "of":
        return words[2:]
    while len(words) > 1 and words[0] in BEFORE:
        words = words[1:]
    while len(words) > 1 and (words[-1] in AFTER or (words[-1] == "national" and len(words) > 1)):
        words = words[:-1]
    return words


def _tells(words: tuple[str, ...]) -> bool:
    from quizgen.grading.nations import NATIONS

    if " ".join(words) in NATIONS or words[-1] in FUNCTION_WORDS:
        return False
    return any(len(word) >= 3 and word not in _VAGUE and not word.isdigit() for word in words)

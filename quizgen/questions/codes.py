"""The code of every fault that quizgen finds. Codes are permanent: scripts and notes name them.

E0 the file, E1 the shape of its data, E2 a question, E3 a question set, E4 facts, E5 citations.
"""

from enum import StrEnum


class Code(StrEnum):
    """A fault's code; the comment beside each says when it comes."""

    MISSING_FILE = "E001"  # no such file
    IS_FOLDER = "E002"  # a folder where a file is meant
    UNREADABLE = "E003"  # the system refuses to read the file
    NOT_UTF8 = "E004"  # bytes that are not UTF-8
    EMPTY = "E005"  # nothing in the file but space and comments
    SYNTAX = "E006"  # not YAML
    DUPLICATE_KEY = "E007"  # one key twice in a mapping
    ALIAS_BOMB = "E008"  # aliases that multiply without end
    SEVERAL_DOCUMENTS = "E009"  # more than one YAML document
    NOT_MAPPING = "E010"  # a list or a lone value where keys are meant
    ALTERED_NUMBER = "E011"  # 007 or 1.50: YAML would drop characters
    OUTSIDE_PATH = "E012"  # a path that leaves the project's folders
    TOO_LARGE = "E013"  # a file larger than any question set

    UNKNOWN_KEY = "E101"  # a key that does not exist here
    MISSING_KEY = "E102"  # a key that must be there
    WRONG_TYPE = "E103"  # text for a list, yes for a number, …
    BAD_ID = "E104"  # not kebab-case with dots
    FORBIDDEN_CHARACTER = "E105"  # control or bidi characters
    TOO_SHORT = "E106"  # empty text, too few items
    TOO_LONG = "E107"  # too much text, too many items
    UNKNOWN_VALUE = "E108"  # not one of the values that exist
    OUT_OF_RANGE = "E109"  # a number too small or too large
    BAD_TAG = "E110"  # a tag with spaces or odd signs
    BAD_PATH = "E111"  # a path of the wrong form
    NO_PICTURE = "E112"  # a picture that is not there, or not what its name says

    KEY_IS_DISTRACTOR = "E201"  # the right answer stands among the wrong ones
    EQUAL_OPTIONS = "E202"  # two options that read the same
    OPTION_COUNT = "E203"  # fewer than two options, or more than ten
    OPTION_ORDER = "E204"  # options, shuffle and pin_last do not fit together
    NO_MARK = "E205"  # a cloze without a marked answer
    EMPTY_MARK = "E206"  # a mark with nothing in it
    BRACES = "E207"  # }} or {{ where Anki would cut the text
    MARK_NUMBER = "E208"  # c0, or a mark number that does not exist
    STEP_COUNT = "E209"  # an order of fewer than three steps, or more than ten
    EQUAL_STEPS = "E210"  # two steps that read the same
    PAIR_COUNT = "E211"  # fewer than two pairs, or more than ten
    EQUAL_SIDES = "E212"  # two left or two right sides that read the same
    TOLERANCE = "E213"  # a negative or unreadable tolerance
    RANGE = "E214"  # an empty range, or one without the answer
    FALSE_UNEXPLAINED = "E215"  # a false statement without an explanation
    NOT_A_DATE = "E216"  # a date answer that is no date
    ALIAS_DISTRACTOR = "E217"  # a wrong option is another name of the right one
    ANSWER_IN_STEM = "E218"  # the stem gives the answer away

    DUPLICATE_ID = "E301"  # two equal ids in a file
    UNKNOWN_TOPIC = "E302"  # a topic that is not listed
    UNKNOWN_OMIT = "E303"  # omit names no generated question
    NO_QUESTIONS = "E304"  # a set without questions
    UNKNOWN_FACT = "E305"  # a question names a fact that is not there
    NO_FACTS = "E306"  # `omit` in a set without facts
    UNKNOWN_POINT = "E307"  # a question names a point that does not exist

    TWO_ASKS = "E401"  # two asks for one mark
    ALIAS_TWICE = "E402"  # one name for two entities
    NO_ASK_MARK = "E403"  # `ask` or `true_false` names a mark that the statement lacks
    DRAFT = "E404"  # a fact that its author has still to confirm
    NO_DATE = "E405"  # an order question with a fact that has no `when`
    UNCLEAR_ORDER = "E406"  # an order question with two dates that overlap
    UNKNOWN_ENTITY = "E407"  # a matching question names an entity that does not exist
    NO_ROLE = "E408"  # a matching question with an entity that has no role

    ARTICLE_CHANGED = "E501"  # the article's sha256 is another
    NO_PARAGRAPH = "E502"  # the article has no such paragraph
    NO_PHRASE = "E503"  # the phrase does not stand in that paragraph
    LONG_PHRASE = "E504"  # a phrase of more than six words
    NO_SHA256 = "E505"  # a seed that records no sha256 to verify against
    NO_SEED = "E506"  # an article to verify against, but no facts that cite it
    QUOTE_NOT_ALLOWED = "E507"  # a quote from a text that the seed does not name as its own
    PARAGRAPH_CHANGED = "E508"  # the paragraph that a fact cites reads otherwise than when it was checked
    PARAGRAPH_MOVED = "E509"  # the paragraph that a fact cites has another number now
    UNSUPPORTED = "E510"  # a figure, date, name or quote that the article does not have

"""The codes of errors and of warnings about likely mistakes. Codes are permanent, because scripts depend on them.

E0 the file, E1 the structure of its data, E2 a question, E3 a question set, E4 facts, E5 citations, W1 what can be
read, but probably not as its author means it.
"""

from enum import StrEnum


class Code(StrEnum):
    """The code of an error or a warning; the comment next to each says when it is reported."""

    MISSING_FILE = "E001"  # no such file
    IS_FOLDER = "E002"  # the path is a folder, not a file
    UNREADABLE = "E003"  # the file cannot be read
    NOT_UTF8 = "E004"  # the file is not UTF-8
    EMPTY = "E005"  # the file is empty or has only comments
    SYNTAX = "E006"  # the file is not valid YAML
    DUPLICATE_KEY = "E007"  # duplicate key in a mapping
    ALIAS_BOMB = "E008"  # aliases that expand to too much data
    SEVERAL_DOCUMENTS = "E009"  # more than one YAML document
    NOT_MAPPING = "E010"  # a list or a single value instead of keys
    ALTERED_NUMBER = "E011"  # an unquoted number such as 007 or 1.50, which YAML would change
    OUTSIDE_PATH = "E012"  # a path outside the project's folders
    TOO_LARGE = "E013"  # the file is too large
    NO_FRONT_MATTER = "E014"  # a Markdown set without front matter
    MISPLACED_TEXT = "E015"  # text in a Markdown set that is not part of any question
    FOREIGN_FILE = "E016"  # a file from another program that `quizgen import` can read

    UNKNOWN_KEY = "E101"  # unknown key
    MISSING_KEY = "E102"  # missing key
    WRONG_TYPE = "E103"  # a value of the wrong type, such as text instead of a list
    BAD_ID = "E104"  # an invalid id
    FORBIDDEN_CHARACTER = "E105"  # control or bidi characters
    TOO_SHORT = "E106"  # empty text, too few items
    TOO_LONG = "E107"  # too much text, too many items
    UNKNOWN_VALUE = "E108"  # unknown value
    OUT_OF_RANGE = "E109"  # a number too small or too large
    BAD_TAG = "E110"  # a tag with spaces or special characters
    BAD_PATH = "E111"  # an invalid path
    NO_PICTURE = "E112"  # a picture or sound that does not exist, or whose format differs from its extension

    KEY_IS_DISTRACTOR = "E201"  # the correct answer is also listed as a distractor
    EQUAL_OPTIONS = "E202"  # two options are the same
    OPTION_COUNT = "E203"  # fewer than two options, or more than ten
    OPTION_ORDER = "E204"  # `options`, `shuffle` and `pin_last` contradict each other
    NO_MARK = "E205"  # a cloze without a mark
    EMPTY_MARK = "E206"  # an empty mark
    BRACES = "E207"  # }} or {{ where Anki would cut the text
    MARK_NUMBER = "E208"  # a number that Anki does not show, or that does not exist, or that two answers share
    STEP_COUNT = "E209"  # an order of fewer than three steps, or more than ten
    EQUAL_STEPS = "E210"  # two steps are the same
    PAIR_COUNT = "E211"  # fewer than two pairs, or more than ten
    EQUAL_SIDES = "E212"  # two left-hand or two right-hand items are the same
    TOLERANCE = "E213"  # a negative or unreadable tolerance
    RANGE = "E214"  # an empty range, or one without the answer
    FALSE_UNEXPLAINED = "E215"  # a false statement without an explanation
    NOT_A_DATE = "E216"  # an answer of type date that is not a date
    ALIAS_DISTRACTOR = "E217"  # a distractor is another name for the correct answer
    ANSWER_IN_STEM = "E218"  # the stem gives the answer away
    NO_ANSWER = "E219"  # a question without an answer in a Markdown set
    ANSWER_FORM = "E220"  # an answer in a Markdown set that is incomplete or lacks the form that its kind requires
    EMPTY_FEEDBACK = "E222"  # the feedback for an option only repeats the option
    SHARE_IN_MULTIPLE = "E223"  # a share of the credit for an option where learners choose several

    DUPLICATE_ID = "E301"  # duplicate id in a file
    UNKNOWN_TOPIC = "E302"  # unknown topic
    UNKNOWN_OMIT = "E303"  # omit names no generated question
    NO_QUESTIONS = "E304"  # a set without questions
    UNKNOWN_FACT = "E305"  # a question names a fact that does not exist
    NO_FACTS = "E306"  # `omit` in a set without facts
    UNKNOWN_POINT = "E307"  # a question names a point that does not exist

    TWO_ASKS = "E401"  # two `ask` entries for one mark
    ALIAS_TWICE = "E402"  # one name for two entities
    NO_ASK_MARK = "E403"  # `ask` or `true_false` names a mark that the statement does not have
    DRAFT = "E404"  # a draft fact that its author has not confirmed
    NO_DATE = "E405"  # an order question with a fact that has no `when`
    UNCLEAR_ORDER = "E406"  # an order question with two overlapping dates
    UNKNOWN_ENTITY = "E407"  # a matching question names an entity that does not exist
    NO_ROLE = "E408"  # a matching question with an entity that has no role

    ARTICLE_CHANGED = "E501"  # the article's SHA-256 differs from the recorded one
    NO_PARAGRAPH = "E502"  # the article has no such paragraph
    NO_PHRASE = "E503"  # the phrase does not appear in that paragraph
    LONG_PHRASE = "E504"  # a phrase of more than six words
    NO_SHA256 = "E505"  # a seed that records no sha256 to verify against
    NO_SEED = "E506"  # an article to verify against, but no facts that cite it
    QUOTE_NOT_ALLOWED = "E507"  # a `quote` in a seed whose `source` does not name the text
    PARAGRAPH_CHANGED = "E508"  # the paragraph that a fact cites has changed since it was checked
    PARAGRAPH_MOVED = "E509"  # the paragraph that a fact cites has another number now
    UNSUPPORTED = "E510"  # a figure, date, name or quote that the article does not have

    CUT_TEXT = "W101"  # unquoted text that is cut off by ` #`; the rest may be a comment
    SPLIT_LIST = "W102"  # a list that commas split inside its items
    EXAMPLE = "W103"  # the example of `quizgen new`, unchanged
    IMPLIED_MULTIPLE = "W104"  # several checked boxes where nothing else says so
    BARE_ANSWER = "W105"  # a flashcard whose answer is only true, false, or the letter of an option
    SWALLOWED = "W106"  # code or an explanation in a Markdown set that contains the next question
    STRAY_KEY = "W107"  # a question's key in a Markdown set that is not in its YAML block

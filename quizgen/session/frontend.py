"""What learners may want instead of answering. A front raises these from wherever it waits for somebody."""


class Quit(Exception):  # noqa: N818 (a wish, no error; so are all of these)
    """The learner wants to stop."""


class Skip(Exception):  # noqa: N818
    """The learner leaves the question at hand unanswered."""


class Reveal(Exception):  # noqa: N818
    """The learner gives up and wants to see the answer."""


class Previous(Exception):  # noqa: N818
    """The learner wants to see the question before."""


class Keep(Exception):  # noqa: N818
    """The learner leaves an answer given before as it is."""


class Override(Exception):  # noqa: N818
    """The learner was right after all, whatever the grading says."""


class TimeUp(Exception):  # noqa: N818
    """The exam's time is over."""


STOPPED = (Quit, KeyboardInterrupt, EOFError)
"""Whatever ends a session before its end: a key, Ctrl-C, Ctrl-D, the end of the input."""

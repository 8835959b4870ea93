"""How many examples the tests try: a few by default, all of them in `nox -s thorough`.

That task runs pytest with ``--hypothesis-profile=thorough``. Tests without Hypothesis that try many cases, such as
damaged files, read the profile as well, through `examples`.
"""

from hypothesis import settings

THOROUGH = 100
"""Examples of a property test that names no number, in the profile ``thorough``."""

# A busy machine is no fault of the code, so no example has a deadline.
settings.register_profile("thorough", deadline=None, max_examples=THOROUGH)
settings.register_profile("short", deadline=None, max_examples=15)


def examples(thorough: int) -> int:
    """Return how many examples to try in the current profile, if the profile ``thorough`` tries ``thorough``."""
    return max(1, thorough * settings().max_examples // THOROUGH)

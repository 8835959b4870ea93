"""How many examples the tests try: few in `nox -s fast`, all of them with ``--hypothesis-profile=thorough``."""

from hypothesis import settings

THOROUGH = 100
"""Examples of a property test that names no number, in the profile ``thorough``."""

# A busy machine is no fault of the code, so no example has a deadline.
settings.register_profile("thorough", deadline=None, max_examples=THOROUGH)
settings.register_profile("moderate", deadline=None, max_examples=40)
settings.register_profile("fast", deadline=None, max_examples=20)


def examples(thorough: int) -> int:
    """Return how many examples to try in the current profile, if the profile ``thorough`` tries ``thorough``."""
    return max(1, thorough * settings().max_examples // THOROUGH)

"""Steps in order as pairs to match, for platforms that have no questions about an order."""

from quizgen.questions import OrderQuestion


def numbered_steps(question: OrderQuestion) -> list[tuple[str, str]]:
    """Return each step with its number, in an order that does not give the answer away and is always the same."""
    pairs = [(step, str(place)) for place, step in enumerate(question.steps, 1)]
    shown = sorted(pairs)
    return shown if shown != pairs else [*shown[1:], shown[0]]

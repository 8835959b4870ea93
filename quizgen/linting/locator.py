"""Turn findings into diagnostics with a place in a file. A generated question is reported at its fact."""

from functools import cached_property
from pathlib import Path

from quizgen.facts.model import Seed
from quizgen.linting.finding import Finding
from quizgen.loading.diagnostics import Diagnostic, for_file
from quizgen.loading.document import Document
from quizgen.questions import OptionsQuestion, Question
from quizgen.questions.problem import DataPath


class Locator:
    """Finds where the author wrote what a finding is about: in the set's file, or in the seed's."""

    def __init__(
        self, document: Document | None, seed: Seed | None = None, seed_document: Document | None = None
    ) -> None:
        self._document = document
        self._seed = seed
        self._seed_document = seed_document

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return ``finding`` as a warning at its place."""
        document, at = self._place(finding)
        line, column = document.positions.of(at)
        help = for_file(finding.help, document.path)
        return Diagnostic(document.path, line, column, finding.code, finding.message, help, "warning")

    def line_of(self, question: Question) -> tuple[Path, int]:
        """Return the file in which ``question`` is written, or the fact that it tests, and the line.

        A question that was removed from the file since it was read is looked for at the beginning of the set's file.
        """
        own, is_generated = self._document, question.id in self._several or question.fact in self._facts
        if own is not None and question.id not in self._written and not is_generated:
            return own.path, 1
        document, at = self._place(Finding("", "", "", ("stem",), question))
        return document.path, document.positions.of(at[:2])[0]

    def _place(self, finding: Finding) -> tuple[Document, DataPath]:
        question, own, seed = finding.question, self._document, self._seed_document
        if question is not None and own is not None and (index := self._written.get(question.id)) is not None:
            return own, ("questions", index, *finding.at)
        if question is None and own is not None and not finding.code.startswith("Q3"):
            # A set without questions of its own gets them all from its facts.
            return own, finding.at if finding.at[0] in own.data else ("facts",)
        assert seed is not None  # a question that is not in the set's file comes from its seed
        return seed, finding.at if question is None else self._in_seed(question, finding.at)

    @cached_property
    def _written(self) -> dict[str, int]:
        questions = self._document.data.get("questions") if self._document is not None else None
        return {
            str(question["id"]): index  # an id that is a number is read as text
            for index, question in enumerate(questions if isinstance(questions, list) else ())
            if isinstance(question, dict) and "id" in question  # a file with errors may contain anything
        }

    @cached_property
    def _facts(self) -> dict[str, int]:
        return {fact.id: index for index, fact in enumerate(self._seed.facts)} if self._seed is not None else {}

    @cached_property
    def _several(self) -> dict[str, DataPath]:
        """The place of each order and match, by the id of its question."""
        orders, matches = (self._seed.orders, self._seed.matches) if self._seed is not None else ((), ())
        return {
            **{f"{order.id}.order": ("orders", index) for index, order in enumerate(orders or ())},
            **{f"{match.id}.match": ("matches", index) for index, match in enumerate(matches or ())},
        }

    def _in_seed(self, question: Question, at: DataPath) -> DataPath:
        assert self._seed is not None
        if question.kind in {"order", "match"}:
            return self._of_several(question, at)
        index = self._facts[question.fact or ""]
        fact, of_fact = self._seed.facts[index], ("facts", index)
        mark = question.id.removeprefix(f"{fact.id}.").partition(".")[0]
        number = next((number for number, ask in enumerate(fact.ask) if ask.answer == mark), None)
        if number is None:
            own = at[0] == "explanation" and fact.explanation is not None
            is_false = fact.true_false and fact.true_false.wrong is not None
            part = "explanation" if own else "true_false" if question.kind == "true_false" and is_false else "statement"
            return (*of_fact, part)
        ask, of_ask = fact.ask[number], (*of_fact, "ask", number)
        if isinstance(question, OptionsQuestion) and at[0] in {"answer", "distractors", "options"}:
            shown = getattr(question, str(at[0]))
            option = shown if len(at) == 1 else shown[at[1]]
            if option in question.keys:
                return (*of_fact, "statement")
            return (*of_ask, "distractors", ask.offered.index(option)) if option in ask.offered else of_ask
        own_keys = {"stem", "hint"} if question.kind != "card" or ask.reply is None else {"stem", "hint", "answer"}
        if at[0] in own_keys:
            return (*of_ask, "reply" if at[0] == "answer" else at[0])
        return (*of_fact, "statement")

    def _of_several(self, question: Question, at: DataPath) -> DataPath:
        """Find an order or matching question, whose steps and pairs come from facts and entities."""
        place = self._several[question.id]
        key = {"steps": "facts", "pairs": "entities"}.get(str(at[0]), at[0])
        # An order sorts its facts, so the step's number does not tell which of them it is.
        return (*place, key, *at[1:2]) if key == "entities" else (*place, key)

"""Turn findings into diagnostics with a place in a file. A generated question is reported at its fact."""

from functools import cached_property

from quizgen.facts.model import Seed
from quizgen.linting.finding import DataPath, Finding
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.questions import OptionsQuestion, Question


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
        return Diagnostic(document.path, line, column, finding.code, finding.message, finding.help, "warning")

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
            for index, question in enumerate(questions or ())
            if isinstance(question, dict) and "id" in question  # a file with errors may contain anything
        }

    @cached_property
    def _facts(self) -> dict[str, int]:
        return {fact.id: index for index, fact in enumerate(self._seed.facts)} if self._seed is not None else {}

    def _in_seed(self, question: Question, at: DataPath) -> DataPath:
        assert self._seed is not None
        index = self._facts.get(question.fact or "")
        if index is None:  # a match question, made from entities
            return ("entities", question.id.removesuffix(".match"))
        fact, of_fact = self._seed.facts[index], ("facts", index)
        mark = question.id.removeprefix(f"{fact.id}.").partition(".")[0]
        number = next((number for number, ask in enumerate(fact.ask) if ask.answer == mark), None)
        if number is None:
            own = at[0] == "explanation" and fact.explanation is not None
            return (*of_fact, "when" if question.kind == "order" else "explanation" if own else "statement")
        ask, of_ask = fact.ask[number], (*of_fact, "ask", number)
        if isinstance(question, OptionsQuestion) and at[0] in {"answer", "distractors", "options"}:
            shown = getattr(question, str(at[0]))
            option = shown if len(at) == 1 else shown[at[1]]
            if option in question.keys:
                return (*of_fact, "statement")
            return (*of_ask, "distractors", ask.distractors.index(option)) if option in ask.distractors else of_ask
        return (*of_ask, at[0]) if at[0] in {"stem", "hint"} else (*of_fact, "statement")

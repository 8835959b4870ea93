"""Tasks for contributors: `nox -s fast`, `nox -l` for the list. Continuous integration runs the same sessions.

The sessions use the environment that nox is installed in (`pip install -e '.[dev]'`), so nothing is installed twice.
Arguments after `--` are passed on: `nox -s fast -- -k grading`.
"""

import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "fast"]

FAST = "not slow and not browser and not anki and not terminal"


def _python(session: nox.Session, *arguments: str) -> None:
    session.run(sys.executable, *arguments, external=True)


@nox.session
def fast(session: nox.Session) -> None:
    """Run the tests that are not slow and need no browser, no Anki and no terminal (under a minute on two cores)."""
    _python(session, "-m", "pytest", "-m", FAST, *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests, those that try random or damaged input with few examples."""
    _python(session, "-m", "pytest", *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """Run all tests with as many examples as docs/reliability.md promises (before a release)."""
    _python(session, "-m", "pytest", "--hypothesis-profile=thorough", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting with ruff; `-- --fix` corrects what it can."""
    _python(session, "-m", "ruff", "check", *session.posargs, ".")
    _python(session, "-m", "ruff", "format", *([] if "--fix" in session.posargs else ["--check"]), ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy in strict mode."""
    _python(session, "-m", "mypy", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Run every example in the docs and check links, the package map and the generated pages."""
    _python(session, "-m", "pytest", "tests/docs", "tests/test_architecture.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Run benchmarks by name: `nox -s bench -- start lint`; without a name, `start`."""
    for name in session.posargs or ["start"]:
        _python(session, str(Path("benchmarks") / f"{name}.py"))

"""How well grading of typed answers agrees with people.

    python benchmarks/grading.py PAIRS.tsv [--show]

Each line of PAIRS.tsv: accepted answers joined by "/", tab, the given answer, tab, ``accept`` or ``reject``.
A first line that starts with "#" is left out. The pairs know no stem and no other answers of a set.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from quizgen.grading import grade
from quizgen.questions import ShortQuestion

MAX_ACCEPT = 50


def pairs(path: Path) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield accepted answers, given answer, and whether people accepted it."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not row or (number == 1 and row[0].startswith("#")):
                continue
            if len(row) != 3 or row[2] not in {"accept", "reject"}:
                sys.exit(f"{path}:{number}: expected three columns, the last accept or reject")
            answers = (_unquoted(answer) for answer in _unquoted(row[0]).split("/"))
            yield tuple(dict.fromkeys(answer for answer in answers if answer)), _unquoted(row[1]), row[2] == "accept"


def _unquoted(field: str) -> str:
    """``field`` without the quotes that spreadsheets write round a field with quotes in it."""
    bare = field.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return bare[1:-1].replace('""', '"').strip()
    return bare


def accepts(answers: tuple[str, ...], given: str) -> bool:
    """Whether grading counts ``given`` right for any of ``answers``; long lists of aliases are asked in portions."""
    portions = (answers[start : start + MAX_ACCEPT + 1] for start in range(0, len(answers), MAX_ACCEPT + 1))
    return any(grade(_question(portion), given).counts_right for portion in portions)


def _question(answers: tuple[str, ...]) -> ShortQuestion:
    return ShortQuestion.model_validate(
        {"id": "pair", "kind": "short", "stem": "?", "answer": answers[0], "accept": answers[1:]}
    )


def main() -> None:
    """Print agreement, wrong accepts and wrong rejects."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--show", action="store_true", help="list the pairs on which grading and people disagree")
    options = parser.parse_args()
    right = 0
    wrong_accepts: list[tuple[tuple[str, ...], str]] = []
    wrong_rejects: list[tuple[tuple[str, ...], str]] = []
    for answers, given, wanted in pairs(options.pairs):
        got = accepts(answers, given)
        if got == wanted:
            right += 1
        else:
            (wrong_accepts if got else wrong_rejects).append((answers, given))
    total = right + len(wrong_accepts) + len(wrong_rejects)
    if not total:
        sys.exit(f"{options.pairs}: no pairs")
    print(
        f"{total} pairs: agreement {right / total:.4f},"
        f" wrong accepts {len(wrong_accepts)}, wrong rejects {len(wrong_rejects)}"
    )
    if options.show:
        for title, found in (("wrong accept", wrong_accepts), ("wrong reject", wrong_rejects)):
            for answers, given in found:
                print(f"{title}: {given!r} for {' / '.join(answers)[:200]}")


if __name__ == "__main__":
    main()

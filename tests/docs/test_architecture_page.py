"""docs/architecture.md agrees with the code: every file and function that the routes name exists.

tests/test_architecture.py checks the map and the table of packages.
"""

import re

from package_map import PAGE, ROOT

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_function_on_a_route_exists() -> None:
    steps = re.findall(r"`(quizgen/[\w/]+\.py)`(?: \(`(\w+(?:\.\w+)?)`\))?", TEXT)
    assert len(steps) >= 20
    for path, name in steps:
        source = (ROOT / path).read_text(encoding="utf-8")
        for part in filter(None, name.split(".")):
            assert re.search(rf"^ *(?:def|class) {part}\b", source, re.MULTILINE), f"{path} has no {part}"

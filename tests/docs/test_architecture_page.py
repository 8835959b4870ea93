"""docs/architecture.md agrees with the code: the map, the sentences, and every file that the routes name."""

import re

from package_map import PAGE, ROOT, page_with_current_section

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_map_and_the_table_are_current() -> None:
    assert page_with_current_section() == TEXT, "run: python tests/package_map.py"


def test_every_function_on_a_route_exists() -> None:
    steps = re.findall(r"`(quizgen/[\w/]+\.py)`(?: \(`(\w+(?:\.\w+)?)`\))?", TEXT)
    assert len(steps) >= 20
    for path, name in steps:
        source = (ROOT / path).read_text(encoding="utf-8")
        for part in filter(None, name.split(".")):
            assert re.search(rf"^ *(?:def|class) {part}\b", source, re.MULTILINE), f"{path} has no {part}"

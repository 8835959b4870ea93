"""docs/architecture.md agrees with the code."""

from package_map import PAGE, page_with_current_section

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_map_and_the_table_are_current() -> None:
    assert page_with_current_section() == TEXT, "run: python tests/package_map.py"

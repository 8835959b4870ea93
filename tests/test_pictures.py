"""The pictures of the shipped sets are what their script draws."""

import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

FOLDER = Path(__file__).parents[1] / "decks" / "pictures"
PICTURES: dict[str, str] = runpy.run_path(str(FOLDER / "make.py"))["pictures"]()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_up_to_date_with_the_facts(name: str) -> None:
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert committed == PICTURES[name], "run `python decks/pictures/make.py` and commit the pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_title_and_stays_inside_its_frame(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name])
    svg = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{svg}title")
    height = float(root.attrib["height"])
    assert all(0 < float(text.attrib["y"]) < height for text in root.iter(f"{svg}text"))

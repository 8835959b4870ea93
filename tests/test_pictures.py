"""The pictures of the shipped sets are what their script draws."""

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from quizgen.loading.sets import load

SVG = "{http://www.w3.org/2000/svg}"
FOLDER = Path(__file__).parents[1] / "decks" / "pictures"
PICTURES: dict[str, str] = runpy.run_path(str(FOLDER / "make.py"))["pictures"]()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_up_to_date_with_the_facts(name: str) -> None:
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert committed == PICTURES[name], "run `python decks/pictures/make.py` and commit the pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_title_and_stays_inside_its_frame(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name])
    assert root.findtext(f"{SVG}title")
    height = float(root.attrib["height"])
    assert all(0 < float(text.attrib["y"]) < height for text in root.iter(f"{SVG}text"))


def test_each_picture_is_shown_and_its_alt_text_gives_the_figures_in_its_labels() -> None:
    images = [question.image for path in FOLDER.parent.glob("*.yaml") for question in load(path).questions]
    alt_texts = {image.file.rpartition("/")[2]: image.alt for image in images if image is not None}
    assert alt_texts.keys() == PICTURES.keys()
    for name, picture in PICTURES.items():
        texts = ElementTree.fromstring(picture).iter(f"{SVG}text")
        labels = " ".join(text.text or "" for text in texts if "note" not in text.get("class", ""))
        figures = set(re.findall(r"\d+", labels))
        assert figures
        assert figures <= set(re.findall(r"\d+", alt_texts[name])), name

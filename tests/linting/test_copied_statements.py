"""Statements are compared with the text that the seed or the command line names."""

from pathlib import Path

from quizgen.checking import check

SEED = """\
id: s
source: {title: T, text: t.md}
topics: {t: T}
facts:
  - id: council
    topic: t
    statement: In March the council met in {{c1::Trent}}.
    citation: {paragraph: 1}
    ask:
      - {stem: Where did the council meet in March 1547?, answer: c1}
"""
TEXT = "In March the council met in Trent.\n"


def test_against_the_text_of_the_seed(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(TEXT)
    (tmp_path / "s.yaml").write_text(SEED)
    found = [diagnostic for diagnostic in check(tmp_path / "s.yaml").diagnostics if diagnostic.code == "Q305"]
    assert [(one.line, one.column) for one in found] == [(7, 16)]
    (tmp_path / "t.md").write_text("The council came together in March, in Trent.\n")
    assert "Q305" not in {one.code for one in check(tmp_path / "s.yaml").diagnostics}


def test_against_a_copy_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(TEXT)
    (tmp_path / "s.yaml").write_text(SEED.replace(", text: t.md", ""))
    assert "Q305" not in {one.code for one in check(tmp_path / "s.yaml").diagnostics}
    assert "Q305" in {one.code for one in check(tmp_path / "s.yaml", article=tmp_path / "copy.txt").diagnostics}

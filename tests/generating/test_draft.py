"""`quizgen draft` writes a valid seed of candidate facts from any text, and never overwrites a file."""

import re
from collections import Counter
from contextlib import chdir
from pathlib import Path

import pytest
import yaml_rs
from click.testing import CliRunner, Result
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.cli import cli
from quizgen.facts.article import Article
from quizgen.facts.questions import questions_of
from quizgen.generating.candidates import draft
from quizgen.generating.curating import curated
from quizgen.generating.draft_mentions import draft_mentions
from quizgen.generating.proposals import find_proposals
from quizgen.generating.seedfile import Heading, seed_text
from quizgen.loading.document import document_of
from quizgen.loading.provenance import citation_diagnostics
from quizgen.loading.sets import seed_from
from quizgen.text.mentions import Mention

TEXT = """\
# The lighthouse

In 1887 the Danish engineer Ida Lund built a lighthouse on Fanø; it cost 12,400 crowns.
Lund called the winter “a long night”, and Lund was right.
It stood for long.

## Later

The North Sea Council (NSC) bought a ferry in May 1952, according to Ole Krag, the harbour captain, and the NSC sold it.
Tall Trees Over Northern Water
“Nobody who saw the great flood of that winter will ever forget the light that led us home,” he wrote to Krag.
{{braces}} stood there in 1999.

## Sources

Smith, J. (2001). Towers.
"""


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("light.md").write_text(TEXT, encoding="utf-8")
    return Path("light.md")


def test_candidates_attributions_and_entities(article: Path) -> None:
    done = invoke("draft", "light.md", "-o", "light.yaml", "--own")
    assert done.exit_code == 0, done.output
    seed = yaml_rs.loads(Path("light.yaml").read_text(encoding="utf-8"))
    assert isinstance(seed, dict)
    facts = {fact["citation"]["paragraph"]: fact for fact in seed["facts"]}
    assert (
        "\n".join(fact["statement"] for fact in seed["facts"])
        == """\
In {{c1::1887}} the Danish engineer {{c2::Ida Lund}} built a lighthouse on Fanø.
The {{c1::North Sea Council}} (NSC) bought a ferry in {{c2::May 1952}}, according to Ole Krag, the harbour captain."""
    )
    assert facts[6]["attribution"] == "Ole Krag"
    assert (facts[2]["topic"], facts[6]["topic"]) == ("general", "later")
    assert seed["entities"]["ida-lund"] == {
        "name": "Ida Lund", "type": "person", "role": "Danish engineer", "aliases": ["Lund"],
    }  # fmt: skip
    assert seed["entities"]["ole-krag"]["role"] == "Harbour captain"
    assert seed["entities"]["north-sea-council"]["aliases"] == ["NSC"]
    assert "Skipped text in paragraph 7 because it looks like a title or a caption: " in done.output
    assert "Skipped text in paragraph 8 because 'he' refers to an earlier sentence: “Nobody who saw" in done.output
    assert "Skipped text in paragraph 4 because it has no date, figure, name, term or reason" in done.output
    assert "Skipped text in paragraph 3 because 'Lund' is not a full name: Lund called" in done.output
    assert "Skipped text in paragraph 9" in done.output


def test_check_reports_that_the_facts_are_drafts(article: Path) -> None:
    invoke("draft", "light.md", "-o", "light.yaml", "--own")
    output = invoke("check", "light.yaml").output
    assert set(re.findall(r"^\S+: ([EQ]\d{3}) ", output, re.MULTILINE)) == {"E404"}


def test_the_draft_of_another_authors_text_asks_for_rewording(article: Path) -> None:
    invoke("draft", "light.md", "-o", "light.yaml")
    written = Path("light.yaml").read_text(encoding="utf-8")
    assert "Rewrite each statement in your own words." in written
    assert "text:" not in written
    assert "E505" not in invoke("check", "light.yaml", "--article", "light.md").output


def test_an_existing_file_is_not_overwritten(article: Path) -> None:
    Path("light.yaml").write_text("mine")
    done = invoke("draft", "light.md", "-o", "light.yaml")
    assert (done.exit_code, Path("light.yaml").read_text()) == (1, "mine")


@pytest.mark.parametrize("content", [b"", b"nothing to find here\n", b"\xff\xfe"])
def test_a_text_without_candidates_writes_no_file(article: Path, content: bytes) -> None:
    article.write_bytes(content)
    done = invoke("draft", "light.md", "-o", "light.yaml")
    assert done.exit_code == 1
    assert not Path("light.yaml").exists()


def test_the_prompt_contains_the_task_the_keys_and_the_article(article: Path) -> None:
    output = invoke("draft", "light.md", "--prompt").output
    assert "at most six words" in output
    assert "- statement (required):" in output
    assert "[2] In 1887 the Danish engineer" in output
    assert [path.name for path in Path().iterdir()] == ["light.md"]


PIECES = st.sampled_from(
    [
        "In 1999 ",
        "Ann Lee ",
        "said ",
        "NATO",
        "“so it is”",
        "12 ",
        ". ",
        "{{",
        "}}",
        ":: ",
        "\n",
        "# ",
        "the ",
        "\x07",
        "é",
        "*A b*",
        "'s ",
        ", ",
    ]
)


@settings(max_examples=examples(150), deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=5), max_size=25))
def test_any_text_gives_a_valid_seed_or_nothing(pieces: list[str]) -> None:
    article = Article.from_bytes(("A title\n" + "".join(pieces)).encode("utf-8", "replace"))
    found = curated(draft(article), "The harbor")
    if not found.candidates:
        return
    document = document_of(Path("x.yaml"), seed_text(found, article, Heading("x", "X")))
    seed = seed_from(document)
    assert citation_diagnostics(seed, document, article) == []
    assert all(fact.todo for fact in seed.facts)
    questions_of(seed)
    find_proposals(seed)


NOTES = """\
# Lecture 7

## The game

- Played at *MIT* since 1960 by Procter & Gamble, see [the notes](https://x.org/1999)[^1]
1. Demand
2. In 2000 Cisco wrote off $2.25 billion

| Year | Cost |
|------|-----:|
| 1990 | 12 |

```
cost = 41000 * 3 + 12 + 7
```

In Jan. 1946 Dr. Ann Lee, Jr., joined the U.S. Public Health Service, which she
and Ruth Fox had led for 22 years. “I asked. Nobody knew,” said Ruth Fox. “I am
well,” she told Ann Lee.

[^1]: Smith, J. (2001). Towers.
"""


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("light.rst", "--own requires an article whose file name ends in .md, .txt, .markdown or .text."),
        ("../../light.md", ", the parent of the seed's folder. Move or copy ../../light.md there."),
    ],
)
def test_an_own_article_is_a_text_inside_the_project(article: Path, file: str, said: str) -> None:
    folder = article.parent / "shelf" / "project" / "seeds"
    folder.mkdir(parents=True)
    (folder / file).resolve().write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    with chdir(folder):
        done = invoke("draft", file, "-o", "light.yaml", "--own")
    assert done.exit_code == 2
    assert done.output.rstrip().endswith(said)


def test_markdown_wrapped_lines_and_abbreviations(article: Path) -> None:
    article.write_text(NOTES, encoding="utf-8")
    done = invoke("draft", "light.md", "-o", "light.yaml", "--own", "--all")
    assert done.exit_code == 0, done.output
    seed = yaml_rs.loads(Path("light.yaml").read_text(encoding="utf-8"))
    assert isinstance(seed, dict)
    assert (
        "\n".join(fact["statement"] for fact in seed["facts"])
        == """\
Played at *{{c1::MIT}}* since {{c2::1960}} by Procter & Gamble, see the notes
In {{c1::2000}} Cisco wrote off ${{c2::2.25 billion}}
In {{c1::Jan. 1946}} Dr. {{c2::Ann Lee}}, Jr., joined the U.S. Public Health Service.
“{{c1::I asked. Nobody knew}},” said {{c2::Ruth Fox}}.
“I am well,” {{c1::Ruth Fox}} told {{c2::Ann Lee}}."""
    )
    attributions = {fact["statement"]: fact.get("attribution") for fact in seed["facts"]}
    assert list(attributions.values()) == [None, None, None, "Ruth Fox", "Ruth Fox"]
    assert "Skipped text in paragraph 8 because it is a table row: | 1990 | 12 |" in done.output
    assert "41000" not in done.output
    codes = set(re.findall(r"^\S+: (E\d{3}) ", invoke("check", "light.yaml").output, re.MULTILINE))
    assert codes == {"E404"}


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "A small limpet, Lottia alveus, lived from Labrador to New York.",
            "A small limpet, {{c1::Lottia alveus}}, lived from {{c2::Labrador}} to New York.",
        ),
        ("The eelgrass of Maine died in the early 1930s.", "The eelgrass of {{c1::Maine}} died in the {{c2::early 1930s}}."),
        ("A place that was given up because it had too much water must be kept wet.", None),
        ("The bay scallop depends on them when it is small.", None),
        ("The bay scallop needs a dense meadow when it is small.", "The bay scallop needs {{c1::a dense meadow}} when it is small."),
        ("The ground of Ostby sank because the peat had dried out.", "The ground of Ostby sank because {{c1::the peat had dried out}}."),
    ],
)  # fmt: skip
def test_a_mark_is_neither_a_part_of_a_name_nor_more_than_one_clause(sentence: str, statement: str | None) -> None:
    found = draft(Article.from_bytes(f"A title\n\n{sentence}\n".encode()))
    assert [one.statement for one in found.candidates] == ([] if statement is None else [statement])


def test_a_first_paragraph_that_is_no_title_is_text(article: Path) -> None:
    article.write_text(
        "In March 1901 the town of Arden burned down. Anna Berg rebuilt it in 1903.\n\n"
        "Carl Dorn was mayor of the town in 1910.\n"
    )
    done = invoke("draft", "light.md", "-o", "ready.yaml")
    assert "light.md does not begin with a title line" in done.output
    assert "'it' refers to an earlier sentence: Anna Berg rebuilt it" in done.output.replace("\n", " ")
    assert "among them 1 sentence that you only have to complete or shorten." in done.output
    assert "rebuilt" not in Path("ready.yaml").read_text(encoding="utf-8")
    done = invoke("draft", "light.md", "--all", "-o", "light.yaml")
    seed = yaml_rs.loads(Path("light.yaml").read_text(encoding="utf-8"))
    assert isinstance(seed, dict)
    assert seed["source"]["title"] == "light"
    assert [fact["citation"]["paragraph"] for fact in seed["facts"]] == [1, 1, 2]
    assert "You have to complete or shorten 1 candidate fact. The reason is in the comment after `todo`." in done.output
    assert "    todo: true  # say what 'it' refers to\n" in Path("light.yaml").read_text(encoding="utf-8")
    coverage = invoke("coverage", "light.yaml", "--article", "light.md").output
    assert "Paragraphs with facts: 2 of 2. Paragraphs not fully covered: 0." in coverage


def test_the_title_option_gives_the_title_of_a_text_without_one(article: Path) -> None:
    article.write_text("In March 1901 the town of Arden burned down.\n")
    done = invoke("draft", "light.md", "-o", "light.yaml", "--title", "Arden")
    assert "title line" not in done.output
    seed = yaml_rs.loads(Path("light.yaml").read_text(encoding="utf-8"))
    assert isinstance(seed, dict)
    assert seed["source"]["title"] == "Arden"
    assert len(seed["facts"]) == 1


def test_the_about_option_says_what_facts_begin_with(article: Path) -> None:
    article.write_text("# The Ostby Run\n\nThe Ostby Run was old.\n\nWork began in Kent in 1870.\n")
    done = invoke("draft", "light.md", "-o", "plain.yaml")
    assert "Facts that do not say what the text is about begin with 'The Ostby Run'." in done.output
    about = "the race around  Ostby."
    done = invoke("draft", "light.md", "-o", "light.yaml", "--about", about)
    assert "begin with" not in done.output
    assert '"The race around Ostby: work began in {{' in Path("light.yaml").read_text(encoding="utf-8")
    for wrong in ("a {{race}}", "a race: in Ostby", "a race " * 9):
        assert invoke("draft", "light.md", "-o", "wrong.yaml", "--about", wrong).exit_code == 2
    typed = CliRunner().invoke(cli, ["draft", "light.md", "-o", "asked.yaml", "--plain"], input=f"a: race\n{about}\n")
    assert "It must not contain braces" in typed.output
    assert '"The race around Ostby: work began in {{' in Path("asked.yaml").read_text(encoding="utf-8")


def test_names_are_not_marked_in_other_languages(article: Path) -> None:
    article.write_text(
        "Die Brücke\n\nAm 3. März 1929 sah Karl Reinhold 14 Männer auf der Brücke stehen, 61,5 m hoch.\n"
    )
    done = invoke("draft", "light.md", "-o", "light.yaml")
    assert "does not look like English" in done.output
    written = Path("light.yaml").read_text(encoding="utf-8")
    assert "März 1929 sah Karl Reinhold {{c2::14}} Männer auf der Brücke stehen, 61,5 m hoch." in written
    assert "entities:" not in written


def test_unusable_sentences_are_listed_even_if_there_are_no_candidates(article: Path) -> None:
    article.write_text("A title\n\nIn 1999\x07 Ann Lee came to the town.\n")
    done = invoke("draft", "light.md", "-o", "light.yaml")
    assert done.exit_code == 1
    assert "Skipped text in paragraph 2 because it contains control characters" in done.output


ENGLISH = "This was what they said of it, as he would, with the others, for which she had been there."


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("In the nineteenth century Russia took Khiva.", "In the {{c1::nineteenth century}} Russia took {{c2::Khiva}}."),
        ("Rome was founded in 753 BC.", "{{c1::Rome}} was founded in {{c2::753 BC}}."),
        ("At ten minutes to five on 3 May 1869 a tower fell in Kent.",
         "At ten minutes to five on {{c1::3 May 1869}} a tower fell in {{c2::Kent}}."),
        ("In Kent adults live from two to six weeks.", "In {{c1::Kent}} adults live from {{c2::two to six}} weeks."),
        ("Article 15 of the Act of Union promised the Scots 398,085 pounds.",
         "Article 15 of the {{c1::Act of Union}} promised the Scots {{c2::398,085}} pounds."),
        ("Members of the Royal Society paid for a window in St Michael’s Church.",
         "Members of the {{c1::Royal Society}} paid for a window in {{c2::St Michael’s Church}}."),
        ("Stones called bezoars were found in Kent.",
         "Stones called {{c1::bezoars}} were found in {{c2::Kent}}."),
        ("The dodo of Mauritius, Raphus cucullatus, could not fly.",
         "The dodo of {{c1::Mauritius}}, {{c2::Raphus cucullatus}}, could not fly."),
        ("After a few years Ida Lund turned to other subjects.", None),
        ("Ida Lund called the substance that it made penicillin in 1929.",
         "{{c1::Ida Lund}} called the substance that it made penicillin in {{c2::1929}}."),
        ("Penicillin kills bacteria because it keeps them from growing.",
         "Penicillin kills bacteria because it {{c1::keeps them from growing}}."),
        ("In 1945 Ida Lund found tin by X-ray crystallography.",
         "In {{c1::1945}} {{c2::Ida Lund}} found tin by X-ray crystallography."),
        ("Because of Kent, Norway and Peru, tin was found in 1945 by Ida Lund.",
         "Because of Kent, Norway and Peru, tin was found in {{c1::1945}} by {{c2::Ida Lund}}."),
        ("The English sold Kent to the French.", "The English sold {{c1::Kent}} to the French."),
        ("Ida Lund wrote many letters.", None),
        ("Since the sun moves across the sky, a bee must know the time.",
         "Since {{c1::the sun moves across the sky}}, a bee must know the time."),
    ],
)  # fmt: skip
def test_what_is_worth_knowing_is_marked(sentence: str, statement: str | None) -> None:
    found = draft(Article.from_bytes(f"A title\n\n{sentence} {ENGLISH}\n".encode()))
    assert [one.statement for one in found.candidates] == ([] if statement is None else [statement])


def test_the_subject_of_the_text_is_not_marked() -> None:
    found = draft(Article.from_bytes(b"Ida Lund\n\nIda Lund came to Kent in 1887. Lund met Ole Krag.\n"))
    assert [one.statement for one in found.candidates] == [
        "Ida Lund came to {{c1::Kent}} in {{c2::1887}}.",
        "Ida Lund met {{c1::Ole Krag}}.",
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("North Carolina has the largest bays.", "North Carolina", "place"),
        ("The people of El Rosario came in 1999.", "El Rosario", "place"),
        ("Hotels opened in New Edinburgh in 1999.", "New Edinburgh", "place"),
        ("The Isthmus of Panama is narrow.", "Isthmus of Panama", "place"),
        ("The Kok-Aral Dam was finished in 2005.", "Kok-Aral Dam", "place"),
        ("In 1905 the railway from Orenburg to Arden was opened.", "Orenburg", "place"),
        (
            "At the Sir William Dunn School of Pathology it began in 1939.",
            "William Dunn School of Pathology",
            "organization",
        ),
        ("The First World War began in 1914.", "First World War", "event"),
        ("Cyrus Field, a merchant, came in 1854.", "Cyrus Field", "person"),
        ("The Bank of England was founded in 1694.", "Bank of England", "organization"),
        ("Pilgrims walked to St Albans in 1694.", "St Albans", "place"),
        ("A third bridge, the Ostby Crossing, was opened in 1994.", "Ostby Crossing", "place"),
        ("Members of the Royal Society came in 1999.", "Royal Society", "organization"),
        ("In 1999 Orlo Glen, who was old, was dismissed.", "Orlo Glen", "person"),
        ("Orlo Brook was a schoolmaster until 1999.", "Orlo Brook", "person"),
        ("The schoolmistress Orla Lake left in 1999.", "Orla Lake", "person"),
        ("Bathers came to Orlo Lake in 1999.", "Orlo Lake", "place"),
        ("It fell on Xuna Mons, a lone mountain in the east.", "Xuna Mons", "place"),
        ("He filmed it off Grande Xomore in 1870.", "Grande Xomore", "place"),
        ("The Cask Wars ended in 1999.", "Cask Wars", "event"),
        ("In 1999 Harold Island became a park.", "Harold Island", "place"),
        ("It was a subsidiary of Ostby Industrial Salt until 1999.", "Ostby Industrial Salt", "organization"),
        ("The cape lies on Norway’s Skarn Peninsula.", "Skarn Peninsula", "place"),
        (
            "In 1999 the Xuna Convention on the Law of the Air was signed.",
            "Xuna Convention on the Law of the Air",
            "event",
        ),
        ("Orlo Glen, an engineer on board the Rose, left in 1999.", "Orlo Glen", "person"),
        ("It was found by Xöns Berzelius and Wilhelm Krag.", "Xöns Berzelius", "person"),
        ("An engineer at the Orlo company in Kent left in 1999.", "Orlo", "organization"),
        ("He published his prints Elm Lane and Oak Street in 1999.", "Oak Street", None),
        ("Most of it was raised by the Ostby House Lottery in 1999.", "Ostby House Lottery", None),
        ("Skarp of Oslo had added the wheel in 1999.", "Skarp of Oslo", None),
        ("On New Year’s Day 1885 it sank.", "Day 1885", None),
        ("It carried a Skarp N600-XE to Oslo in 1999.", "XE", None),
        ("They fled from the 4th Heavy Dragoons in 1885.", "4th Heavy Dragoons", "organization"),
        ("In London 12 hats were sold in 1999 by Transport for London.", "Transport for London", None),
        ("The verse is in the Book of Omri.", "Book of Omri", None),
        ("It was sold by the New York firm of Krag in 1999.", "New York", "place"),
        ("It was the only mill on Earth who could do it in 1999.", "Earth", None),
        ("In 1999 Ole Krag was Dean of Ostby.", "Dean of Ostby", None),
        ("In 1999 it wrapped itself round the DNA.", "DNA", None),
        ("In 1999 the XQ code was sold.", "XQ", None),
        ("In 1999 two cooks in London, Walt Orm and Ole Krag, came.", "Walt Orm", "person"),
        ("The makers were Krag in Norway, Lomli in Japan, and others.", "Lomli", None),
    ],
)
def test_the_type_of_an_entity(sentence: str, name: str, kind: str | None) -> None:
    found = draft(Article.from_bytes(f"A title\n\n{sentence} {ENGLISH}\n".encode()))
    assert next((one.type for one in found.entities if one.name == name), None) == kind


def test_known_as_gives_another_name_and_a_party_member_is_nobody_by_name() -> None:
    text = "Ole Krag, better known as Old Bob, met Ida Lund, a Social Democrat."
    found = draft(Article.from_bytes(f"A title\n\n{text} {ENGLISH}\n".encode())).entities
    assert [(one.name, one.aliases) for one in found] == [("Ole Krag", ["Old Bob"]), ("Ida Lund", [])]


def test_a_country_is_not_short_for_its_bank() -> None:
    article = Article.from_bytes(b"A title\n\nThe Bank of Scotland is old. In Scotland it rains.\n")
    assert {one.name: one.aliases for one in draft(article).entities} == {"Bank of Scotland": [], "Scotland": []}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Ida Lund, an American geographer who studied the sea, came.", "American geographer"),
        ("Ida Lund, a farmer and cook called Old Ida, came.", "Farmer and cook"),
        ("A London professor, Ida Lund, travelled to Oslo to meet its author.", "London professor"),
        ("One story holds that Ida Lund, a farmer, came.", None),
        ("Ida Lund, who became director of the mint in 1867, came.", "Director of the mint"),
        ("Ida Lund, his young colleague Karl Weiss and a cook came.", None),
        ("The Arden Bank, under its president Ida Lund, employed them.", "President"),
    ],
)
def test_a_role_ends_before_a_clause(sentence: str, role: str | None) -> None:
    found = draft(Article.from_bytes(f"A title\n\n{sentence} {ENGLISH}\n".encode()))
    assert [one.role for one in found.entities if one.name == "Ida Lund"] == [role]


def test_what_many_sentences_name_is_not_marked() -> None:
    sentences = [f"In 19{number}0 Iceland met Kent." for number in range(6)]
    found = draft(
        Article.from_bytes(f"The Cod Wars\n\n{' '.join(sentences)} {ENGLISH} In 1961 a Cod War began.\n".encode())
    )
    assert found.candidates[0].statement == "The Cod Wars: in {{c1::1900}} Iceland met Kent."
    assert found.candidates[-1].statement == "In {{c1::1961}} a Cod War began."


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("In 1969 an airline bought the Boeing 747 for Ostby.", ["1969", "Boeing 747"]),
        ("In 1969 the church of the poor paid Ida Lund 25 pounds.", ["1969", "25"]),
        ("In Ostby 300 ships were lost.", ["Ostby", "300"]),
        ("In the United States Karl Weiss sold 12 ships.", ["Karl Weiss", "12"]),
        ("In 1969 a mason built the quay with Ostby cement, which sets slowly.", ["1969", "Ostby cement"]),
        ("A hot spring stores heat by warming rock.", ["heat"]),
        (
            "If a kettle is dented, rusty or badly sealed, it can burst, an event that ruins the stove.",
            ["it can burst"],
        ),
    ],
)
def test_a_mark_is_a_whole_name_or_clause(sentence: str, marks: list[str]) -> None:
    article = Article.from_bytes(f"# The coast\n\nIda Lund lives in Ostby. {sentence}\n".encode())
    statement = draft(article).candidates[-1].statement
    assert re.findall(r"\{\{c\d::(.*?)\}\}", statement) == marks


@pytest.mark.parametrize(
    "sentence",
    [
        f"When the kiln is hot, damp bricks, which have stood in the rain, give off {'steam and more ' * 6}steam.",
        "Peat is popular for two reasons.",
    ],
)
def test_a_clause_too_long_for_an_answer_and_an_empty_number_are_not_marked(sentence: str) -> None:
    found = draft(Article.from_bytes(f"# The coast\n\n{sentence}\n".encode()))
    assert not found.candidates
    assert [text for _, text, _ in found.left_out] == [sentence]


def test_mentions_are_not_searched_for_twice_in_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[tuple[str, frozenset[str]]] = Counter()

    def counted(sentence: str, names: frozenset[str], plain: frozenset[str]) -> tuple[Mention, ...]:
        searched[sentence, names] += 1
        return draft_mentions(sentence, names, plain)

    monkeypatch.setattr("quizgen.generating.candidates.draft_mentions", counted)
    assert draft(Article.from_bytes(TEXT.encode())).candidates
    assert set(searched.values()) == {1}


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("In the winter of 1535 to 1536 12 ships froze in Kent.", ["1535 to 1536", "12"]),
        ("In 1913 the Hookless No. 2, a clasp, was finished.", ["1913", "Hookless No. 2"]),
        ("Ferry 7 was sold to Kent in 1869.", ["Ferry 7", "1869"]),
        ("Lund–Krag, a venture of two towns, was launched in Kent in 1869.", ["Lund–Krag", "1869"]),
        ("In 1907 Josep Vila i Sol came to Kent.", ["1907", "Josep Vila i Sol"]),
        ("In 1907 José Vila e Sol came to Kent.", ["1907", "José Vila e Sol"]),
        ("In 1844 the Frenchman Lucien Vos sold 12 ships to Kent.", ["1844", "Lucien Vos"]),
        ("In 1868 Karl Weiss was elected to Parliament for Kent.", ["1868", "Karl Weiss"]),
        ("The Merchant Shipping Act of 1876 reached Kent in May 1877.", ["Merchant Shipping Act of 1876", "May 1877"]),
        ("In Kent 82 miles (132 km) of road were built in 1869.", ["82", "1869"]),
        ("In Kent the spots appear after one to three weeks.", ["Kent", "one to three"]),
        ("In 1939 Karl Weiss led the first raid on Norway of the Second World War.", ["1939", "Karl Weiss"]),
        ("Ida Lund received the Nobel Prize in Physiology or Medicine in 1937.",
         ["Nobel Prize in Physiology or Medicine", "1937"]),
    ],
)  # fmt: skip
def test_a_mark_is_a_whole_span_or_prize(sentence: str, marks: list[str]) -> None:
    article = Article.from_bytes(f"# The coast\n\nIda Lund lives in Ostby. {sentence}\n".encode())
    assert re.findall(r"\{\{c\d::(.*?)\}\}", draft(article).candidates[-1].statement) == marks


def test_a_clause_of_many_words_is_not_an_answer() -> None:
    text = b"# The coast\n\nOld cuts may open, because the skin cannot be kept up without a steady supply of water.\n"
    assert not draft(Article.from_bytes(text)).candidates


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("After the death of Ida Lund, he became its chief engineer.", None),
        ("The ferry has its name from Queen Ida Lund.", "Queen"),
        ("They asked the Danish prime minister, Ida Lund, for it.", "Danish prime minister"),
        ("It asked Ida Lund, the museum's young curator, for it.", "Young curator"),
        ("The ferry owner Ida Lund sold it.", "Ferry owner"),
        ("It was called after Ida Lund, in honor of the queen.", None),
        ("Ida Lund, who was then Chancellor of the Exchequer, came.", "Chancellor of the Exchequer"),
    ],
)
def test_the_role_of_an_entity_is_its_own(sentence: str, role: str | None) -> None:
    found = draft(Article.from_bytes(f"A title\n\n{sentence} {ENGLISH}\n".encode()))
    assert [one.role for one in found.entities if one.name == "Ida Lund"] == [role]


def test_a_ship_called_after_a_person_is_none_and_an_army_officer_is_one() -> None:
    article = Article.from_bytes(
        b"Two wrecks\n\nIn 1790 Gerolf von Amsel, a former navy officer, found the wreck of the Anna Maria, "
        b"a ship that sank in Kent in 1702. In 1790 HMS Anna sank HMS Elm.\n"
    )
    assert {one.name: one.type for one in draft(article).entities} == {"Gerolf von Amsel": "person", "Kent": "place"}


def test_a_short_name_has_the_small_words_that_the_text_always_gives_it() -> None:
    text = (
        b"The doctor Karl von Amsel came in 1870. In 1875 a clerk in Kent, Ida Lund, met von Amsel. The cook Vincent van "
        b"Elk came. Van Elk left Kent in 1890. The doctor Ole de Krag met Krag in 1870.\n"
    )
    found = {one.name: (one.type, one.aliases) for one in draft(Article.from_bytes(text)).entities}
    assert found["Karl von Amsel"] == ("person", ["von Amsel"])
    assert found["Vincent van Elk"] == ("person", ["van Elk"])
    assert found["Ida Lund"] == ("person", [])
    assert found["Ole de Krag"] == ("person", ["Krag"])


def test_a_place_is_no_person() -> None:
    text = b"Ole Krag, the son of a cook from Skarshire who had a shop, came from Kent, and Ida Lund from Ostby."
    types = {one.name: one.type for one in draft(Article.from_bytes(text)).entities}
    assert (types["Skarshire"], types["Ida Lund"]) == ("place", "person")

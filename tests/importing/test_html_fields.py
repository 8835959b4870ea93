"""HTML of Anki's fields becomes Markdown that shows the same words, and nothing that runs or loads."""

import html
import re

import pytest
from effort import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.importing.markup import html_to_markdown, html_to_text
from quizgen.importing.plain import plain_to_markdown, without_line_ends
from quizgen.markup import to_html


@pytest.mark.parametrize(
    ("field", "markdown"),
    [
        ("<b>Bold</b> and <i>slanted</i>", "**Bold** and *slanted*"),
        ("2*3_4 [x](y)", "2\\*3_4 \\[x\\](y)"),
        ("A _____. [1] _x_ [a<span>](b)</span>", "A _____. [1] \\_x\\_ [a\\](b)"),
        ("<b>one<br>two</b>", "**one**\\\n**two**"),
        ("a<center>b</center><details><summary>c</summary>d</details>", "a\\\nb\\\nc\\\nd"),
        ('<a href="https://a.example/b_(c) d">here</a>', "[here](https://a.example/b_%28c%29%20d)"),
        ("one<br>two<div>three</div>four", "one\\\ntwo\\\nthree\\\nfour"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("1. May<br>- x", "1\\. May\\\n\\- x"),
        (
            '<a href="https://a.example/b">here</a> <a href="javascript:x">there</a>',
            "[here](https://a.example/b) there",
        ),
        ("to do:<ul><li>a<br>b</li></ul>c<br><br>d\\<pre>e</pre>f", "to do:\n- a\\\nb\n\nc\n\nd\\\\\n```\ne\n```\nf"),
        ("<pre><code>a\n  <b>b</b></code></pre>", "```\na\n  b\n```"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("&lt;script&gt; &amp; &nbsp;x", "<script> & x"),
        ("\\(x_1\\) [$]y^2[/$]", "\\(x_1\\) \\(y^2\\)"),
        ("\\[x_1<br>+ 2\\] [$$]y^2[/$$]", "\\(x_1 + 2\\) \\(y^2\\)"),
        ("<b>H<sub>2</sub>O</b> x<sup>-1</sup>", "**H₂O** x⁻¹"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a | b\\\nc | d"),
        ("<ruby>日<rp>(</rp><rt>ひ</rt><rp>)</rp></ruby>", "日 (ひ)"),
        ("<style>b{}</style><script>alert(1)</script>x", "x"),
    ],
)
def test_what_the_small_markdown_can_say(field: str, markdown: str) -> None:
    assert html_to_markdown(field).text == markdown


def test_markup_that_cannot_be_converted_is_reported() -> None:
    converted = html_to_markdown(
        '<a href="ftp://a/b">x</a><sup>th</sup> <u>x</u> [sound:a.mp3] <img src="a%20b.png" alt="A map"> <img src="http://x/y.png">'
    )
    assert (converted.pictures, converted.sounds) == ((("a b.png", "A map"),), (("a.mp3", ""),))
    assert converted.lost == (
        "the link ftp://a/b", "superscript formatting", "underlining",
        "the picture http://x/y.png, which is on the web",
    )  # fmt: skip


def test_cloze_marks_stay_and_hold_plain_words() -> None:
    converted = html_to_markdown("The *{{c1::<b>Po</b> *river*::which?}}* is <i>long</i>.", keep_marks=True)
    assert converted.text == "The \\*{{c1::Po *river*::which?}}\\* is *long*."
    converted = html_to_markdown("{{c1::H<sub>2</sub>O<img src=a.png>}}", keep_marks=True)
    assert (converted.text, converted.lost) == ("{{c1::H₂O}}", ("the picture in a blank",))


def test_lines_stay_lines() -> None:
    assert to_html(html_to_markdown("Roses<div>are <b>red</b></div>").text) == "Roses<br>\nare <strong>red</strong>"
    assert to_html(plain_to_markdown("a\\ \n b\n\nc \\(x\ny\\)\nd")).count("<br>") == 2
    assert without_line_ends(plain_to_markdown("a\\\nb\\\n\nc")) == "a\\\\ b\\\\ c"


def test_a_sound_is_not_typed() -> None:
    assert html_to_text("<b>Po</b> [sound:po.mp3]") == "Po"


def _shown(markdown: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", to_html(markdown))).split())


@example("-")
@example("what?\n1.")
@example("> a")
@example("a | b\n--- | :-:\n1 | 2")
@example("|a|\n|-|")
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"]) | st.sampled_from(" *_`[]()#-+.1~!<&>|:\n"), max_size=40))  # fmt: skip
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    markdown = plain_to_markdown(text.strip())
    if "\\(" not in text and "\\[" not in text:
        assert _shown(markdown).replace(" ", "") == "".join(text.split())


PARTS = st.sampled_from(["<b>", "</b>", "<i>", "<li>", "<ol>", "</ul>", "<pre>", "</pre>", "<code>", "<a href='x:y'>", "</a>", "<!", "<![", "<!--", "]]>", "&#0;", "&amp", "<img src=", ">", "{{c1::", "}}", "\\(", "\\)", "*", "`", "\n", " ", "x"])  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(300), deadline=None)
@given(parts=st.lists(PARTS | st.text(max_size=3), max_size=25), keep=st.booleans())
def test_any_html_is_read_and_no_html_remains(parts: list[str], keep: bool) -> None:
    converted = html_to_markdown("".join(parts), keep_marks=keep)
    assert not re.search(r"<(?!/?(?:p|b|i|em|strong|code|pre|ul|ol|li|a|br|span)\b)[a-z]", to_html(converted.text))
    html_to_text("".join(parts))


@pytest.mark.slow
@pytest.mark.parametrize("part", [
    "<b>x<br>", "<ul><li>x", "<sub>1", "<img src=", "<!--<rt>", "{{c1::x", "[latex]", "[sound:", " \n", "<a href='http://x'>y", "<pre>x",
])  # fmt: skip
def test_malicious_fields_are_read_in_linear_time(part: str) -> None:
    # With 10,000 parts (in `nox -s thorough`), each took minutes when all that follows was looked at again for each part.
    field = part * examples(10_000)
    assert html_to_markdown(field).text is not None
    html_to_markdown(field, keep_marks=True)
    plain_to_markdown(field)

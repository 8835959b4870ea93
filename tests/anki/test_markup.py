"""The small Markdown as HTML."""

from html.parser import HTMLParser

import pytest
from effort import examples
from hypothesis import given
from hypothesis import strategies as st

from quizgen.highlighting import LONGEST, parts
from quizgen.markup import Slot, escape, escape_attribute, inline_html, slot_sign, to_html

TAGS = {"p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "a", "span", "blockquote"}
ALIGNMENTS = {f"text-align:{side}" for side in ("left", "right", "center")}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


class Seen(HTMLParser):
    """Collects what a browser would see: tags with attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("plain", "plain"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("**b** and *i* and `c`", "<strong>b</strong> and <em>i</em> and <code>c</code>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("```\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"),
        ("```nothing-known x\nx < 1\n```", '<pre><code class="language-nothing-known">x &lt; 1\n</code></pre>'),
        (
            '```py title\nif "{}":  # 1\n```',
            '<pre><code class="language-py"><span class="k">if</span> <span class="s">&quot;&#123;&#125;&quot;</span>:  <span class="c"># 1</span>\n</code></pre>',
        ),
        ("[a](https://example.org)", '<a href="https://example.org">a</a>'),
        ("[a](mailto:me@example.org)", '<a href="mailto:me@example.org">a</a>'),
        ("[a](javascript:alert)", "&#91;a&#93;(javascript:alert)"),
        ("[a](file:///etc/passwd)", "&#91;a&#93;(file:///etc/passwd)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("# no heading", "# no heading"),
        ("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
        ("> 5", "<blockquote>\n<p>5</p>\n</blockquote>"),
        (
            "|a|b|\n|-|-:|\n|*1*|{2}|",
            (
                '<table>\n<thead>\n<tr>\n<th>a</th>\n<th style="text-align:right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
                '<td><em>1</em></td>\n<td style="text-align:right">&#123;2&#125;</td>\n</tr>\n</tbody>\n</table>'
            ),
        ),
        ("a | b", "a | b"),
        (r"\(a_1 * b_1\)", r"\(a_1 * b_1\)"),
        (r"\(\frac{1}{2}\)", r"\(\frac&#123;1&#125;&#123;2&#125;\)"),
        (r"\(a \\ (b)\)", r"\(a \\ (b)\)"),
        (r"a \( b", "a ( b"),
        (
            r"is (\(x\)), or “\(y\)”.",
            r'is <span class="formula">(\(x\)),</span> or <span class="formula">“\(y\)”.</span>',
        ),
        (
            r"the \(n\)th of \(x\)'s, \(y\)-axis",
            r"""the <span class="formula">\(n\)th</span> of <span class="formula">\(x\)'s,</span> <span class="formula">\(y\)-</span>axis""",
        ),
        (r"\(a\)\"\(b\) and \(c\)*d*", r'<span class="formula">\(a\)&quot;</span>\(b\) and \(c\)<em>d</em>'),
        (r"\(x\)は、\(y\)または", r'<span class="formula">\(x\)は、</span>\(y\)または'),
        ("{{c1::x}} [sound:a.mp3]", "&#123;&#123;c1::x&#125;&#125; &#91;sound:a.mp3&#93;"),
    ],
)
def test_known_markup_is_rendered_and_all_else_is_text(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_a_single_line_is_not_a_list() -> None:
    assert inline_html("1. May") == "1. May"
    assert inline_html("**1.** May") == "<strong>1.</strong> May"


@pytest.mark.parametrize(
    "command", ["href{javascript:alert(1)}{x}", "style{color:red}{x}", "require{html}", "bbox[red]{x}"]
)
def test_math_that_reaches_out_of_the_formula_is_text(command: str) -> None:
    assert "\\(" not in to_html(f"\\(\\{command}\\)")


def test_a_backslash_in_prose_starts_no_math() -> None:
    html = to_html(r"\\(x\\) and \\[y\\]")

    assert Seen(html).text == r"\(x\) and \[y\]"
    assert r"\(" not in html
    assert r"\[" not in html


def test_slots_take_the_html_that_fits_their_place() -> None:
    text = f"{slot_sign(0)} `{slot_sign(0)}` \\({slot_sign(0)}\\) **{slot_sign(0)}**"

    assert to_html(text, [Slot("<i>P</i>", "L")]) == "<i>P</i> <code>L</code> \\(L\\) <strong><i>P</i></strong>"


def test_punctuation_stays_next_to_a_slot_with_a_formula() -> None:
    html = to_html(f"is ({slot_sign(0)}), or ({slot_sign(1)})", [Slot(r"{{c1::\(x\)}}", ""), Slot("{{c2::y}}", "")])

    assert html == r'is <span class="formula">({{c1::\(x\)}}),</span> or ({{c2::y}})'


def test_slots_in_a_table_keep_their_cells() -> None:
    html = to_html(f"|a|b|\n|-|-|\n|{slot_sign(0)}|{slot_sign(1)}|", [Slot("{{c1::x|y}}", ""), Slot("{{c2::z}}", "")])

    assert html.endswith("<td>{{c1::x|y}}</td>\n<td>{{c2::z}}</td>\n</tr>\n</tbody>\n</table>")


def test_slots_in_code_keep_their_place_among_the_colors() -> None:
    text = f"```py\nprint({slot_sign(1)}, '{slot_sign(0)}')\n```"

    assert to_html(text, [Slot("", "{{c1::a}}"), Slot("", "{{c2::b}}")]) == (
        '<pre><code class="language-py"><span class="f">print</span>({{c2::b}}, <span class="s">&#39;{{c1::a}}&#39;</span>)\n</code></pre>'
    ).replace("&#39;", "'")


@given(
    st.text(st.sampled_from("ab1_ \n\t'\"#/*<>&{}()[]=;:\\$%-.\ufeff\x02") | st.characters(), max_size=80),
    st.sampled_from(["py", "python", "js", "c", "sql", "html", "bash", "json", "yaml", "tex", "rust", "no such", ""]),
)
def test_colored_code_is_the_code(code: str, language: str) -> None:
    assert "".join(text for _, text in parts(code, language)) == code


def test_very_long_code_stays_plain() -> None:
    code = "x = 1\n" * LONGEST

    assert list(parts(code, "py")) == [("", code)]


@given(st.text())
def test_escaped_text_is_seen_as_it_was(text: str) -> None:
    text = text.replace("\r", "\n").replace("\x00", "")

    assert Seen(f"<p>{escape(text)}</p>").text == text
    assert not set(escape(text)) & set("{}[]")


@given(st.text())
def test_an_attribute_holds_what_was_put_in(text: str) -> None:
    (_, attributes), *rest = Seen(f'<img alt="{escape_attribute(text)}">').tags

    assert not rest
    assert attributes["alt"] == " ".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>\\{}!-1.\n&;:/\"'|") | st.characters(), max_size=60))
def test_no_text_makes_other_tags_or_braces(text: str) -> None:
    for html in (to_html(text), inline_html(text)):
        seen = Seen(html)
        assert {tag for tag, _ in seen.tags} <= TAGS
        found = {(name, value) for _, attributes in seen.tags for name, value in attributes.items()}
        assert {name for name, _ in found} <= {"class", "href", "start", "style"}
        assert {value for name, value in found if name == "style"} <= ALIGNMENTS
        assert not set(html) & set("{}[]")


@given(st.text(alphabet=st.sampled_from("ab <>&{}()!-+~.0123:\"'\u00a0\u2028") | st.characters(), max_size=20))
def test_text_without_markup_takes_a_shorter_way_to_the_same_end(text: str) -> None:
    # A control character is dropped, but not before it has sent the text the long way.
    assert to_html(text) == to_html(f"{text}\x01")
    assert inline_html(text) == inline_html(f"{text}\x01")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["[", "*", "`a", "\\(", "- ", "[a](", "![[", "**a", "> ", "{{c1::", ">", "|a", "|-", "|a\n|-\n"]
)
def test_very_long_markup_is_converted_in_time(unit: str) -> None:
    # 100,000 characters in `nox -s thorough`, for which a quadratic conversion takes minutes.
    assert to_html(unit * (examples(100_000) // len(unit)))

"""SVG pictures must not run code or load anything."""

import pytest

from quizgen.loading.svg import UnsafeSvgError, looks_of, require_safe_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="urn:i">'


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="10" fill="#123"/><title>A river</title>',
        '<defs><path id="a"/></defs><use href="#a"/><use xlink:href="#a"/>',
        '<style>.a { fill: url( "#gradient" ) }</style><g filter="url(#f)"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<g inkscape:export-filename="C:\\pictures\\a.png"/>',
        "<!-- <script>ignored</script> -->",
    ],
)
def test_plain_pictures_are_safe(inside: str) -> None:
    require_safe_svg(f"{HEAD}{inside}</svg>".encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
        '<g onload="alert(1)"/>',
        '<g ONCLICK="alert(1)"/>',
        "<foreignObject><body/></foreignObject>",
        '<image href="https://example.com/a.png"/>',
        '<image xlink:href="//example.com/a.png"/>',
        '<image href="data:image/svg+xml,x"/>',
        '<a href="java&#x73;cript:alert(1)"/>',
        '<use href="other.svg#a"/>',
        '<style>@import "https://example.com/a.css";</style>',
        "<style>@im/* */port 'a.css';</style>",
        "<style>.a { fill: url(https://example.com/a) }</style>",
        "<style>.a { fill: u\\72l(https://example.com/a) }</style>",
        "<g style=\"fill: url(  'a.svg#b')\"/>",
        '<set attributeName="href" to="https://example.com"/>',
        '<animate attributeName="x" values="javascript:alert(1)"/>',
        "<unclosed>",
    ],
)
def test_active_pictures_are_rejected(inside: str) -> None:
    with pytest.raises(UnsafeSvgError):
        require_safe_svg(f"{HEAD}{inside}</svg>".encode())


@pytest.mark.parametrize(
    "before", ['<?xml-stylesheet href="a.css"?>', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>']
)
def test_what_comes_before_the_picture_counts(before: str) -> None:
    with pytest.raises(UnsafeSvgError):
        require_safe_svg(f"{before}{HEAD}</svg>".encode())


GROUND = '<rect width="30" height="20" fill="#fff"/>'


@pytest.mark.parametrize(
    ("inside", "looks"),
    [
        (GROUND, ["own-ground"]),
        (f"<style>@media (prefers-color-scheme: dark) {{}}</style><g>{GROUND}</g>", ["own-ground", "day-and-night"]),
        ('<rect x="-1" width="100%" y="0.1" height="19.8"/>', ["own-ground"]),
        ("<style>@media (prefers-color-scheme: dark) {}</style><path d='M0 0'/>", []),
        ('<rect width="30" height="19"/>', []),
        ('<rect width="30" height="20" fill="none"/>', []),
        ('<rect width="30" height="20" style="fill:none"/>', []),
        ('<rect width="30mm" height="20mm"/>', []),
        (f'<circle r="1"/>{GROUND}', []),
        (f"<defs>{GROUND}</defs><circle r='1'/>", []),
        (f"<g transform='scale(.1)'>{GROUND}</g><circle r='1'/>", []),
        ("", []),
    ],
)
def test_a_picture_has_a_ground_if_its_first_shape_covers_it(inside: str, looks: list[str]) -> None:
    for size in ('viewBox="0 0 30 20"', 'width="30" height="20px"'):
        assert [*looks_of(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'.encode())] == looks

"""SVG pictures must not run code or load anything."""

import pytest

from quizgen.loading.svg import UnsafeSvgError, require_safe_svg

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

"""XML files of learning platforms."""

from io import BytesIO
from xml.etree.ElementTree import Element, ElementTree, indent


def xml_bytes(root: Element) -> bytes:
    """Return ``root`` as an indented file in UTF-8."""
    indent(root)
    file = BytesIO()
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue() + b"\n"

"""XML from untrusted files."""

import re
from typing import TYPE_CHECKING

from quizgen.importing.items import ImportRefusedError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?P<name>[\w:]+)", re.DOTALL)
MAX_PROLOG = 20_000
"""How many bytes of a file may precede its outermost element."""


def root_name(content: bytes) -> str:
    """Return the name of the outermost element of ``content`` if it begins like XML in UTF-8; otherwise ``""``."""
    found = _ROOT.match(content.removeprefix(b"\xef\xbb\xbf")[:MAX_PROLOG])
    return found["name"].decode().rpartition(":")[2] if found else ""


def parsed(content: bytes) -> "Element":
    """Return the outermost element of ``content``, without namespaces.

    Raises ImportRefusedError if it is not well-formed or declares entities, with which a small file can fill the memory
    or read other files.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except ParseError as error:
        raise ImportRefusedError(f"the file contains invalid XML ({error})") from None
    except DefusedXmlException:
        raise ImportRefusedError(
            "the file has a document type declaration, which exported questions never have"
        ) from None
    except (ValueError, LookupError) as error:
        raise ImportRefusedError(f"the XML in the file cannot be read ({error})") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root

"""Parse YAML 1.2. The only module that uses yaml-rs, so that another parser can take its place."""

from typing import Any

import yaml_rs

YamlError = yaml_rs.YAMLDecodeError
"""The text is not YAML; the message says why, and often at which line and column."""


def load_yaml(text: str) -> Any:
    """Return the data of ``text``; dates stay text, and a repeated key is an error.

    Raises YamlError, or TypeError for a key that is a list or a mapping.
    """
    return yaml_rs.loads(text, parse_datetime=False)

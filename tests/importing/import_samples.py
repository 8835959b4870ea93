"""What tests of the import share: a picture, and the command run in this process."""

from pathlib import Path

from click.testing import CliRunner, Result

from quizgen.cli import cli
from quizgen.importing.validate import Accepted

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f00010401005fe5c34b0000000049454e44ae426082"
)


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def left_out(accepted: Accepted) -> tuple[tuple[str, str], ...]:
    """Place and reason of each item that was left out."""
    return tuple((one.where, one.message) for one in accepted.problems if one.is_left_out)


def remarks(accepted: Accepted) -> tuple[tuple[str, str], ...]:
    """Place and message of each item that was imported in part."""
    return tuple((one.where, one.message) for one in accepted.problems if not one.is_left_out)

"""Numbers as people write them."""

import re
from decimal import Decimal

# 2,000 and 2 000 and 2000; a decimal point; never a comma for decimals, which would make 2,000 two things.
_NUMBER = re.compile(r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?P<fraction>\.\d+)?", re.ASCII)


def parse_number(text: str) -> Decimal | None:
    """Read all of ``text`` as one number in digits, or return None: ``parse_number("2,000") == 2000``."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    whole = re.sub(r"\D", "", found["whole"])
    sign = "-" if found["sign"] in {"-", "−"} else ""
    return Decimal(f"{sign}{whole}{found['fraction'] or ''}")


def format_number(value: Decimal | float) -> str:
    """Write a number as this project's texts do: a comma between thousands from 10,000 on or in round thousands."""
    number = Decimal(str(value))
    if number == number.to_integral_value():
        number = number.quantize(Decimal(1))
    return f"{number:,}" if abs(number) >= 1000 else f"{number}"

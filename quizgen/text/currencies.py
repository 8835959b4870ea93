"""The signs of currencies, which may be written before an amount."""

CURRENCY_SIGNS = "$€£¥₹₽₩₿₱₺₦₪฿₴₫֏"
"""Each sign is also a symbol in the table of units."""

"""Questions from other programs' files: read, turned into our kinds, and nothing dropped without a word."""

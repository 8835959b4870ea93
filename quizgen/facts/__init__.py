"""Curated facts, the checks on them, and the questions made from them."""

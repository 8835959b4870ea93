"""Curated facts, the checks on them, and the questions that they give."""

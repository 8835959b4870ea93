"""Curated facts and the questions that they become."""

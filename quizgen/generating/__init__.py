"""Proposals for an author to review: drafts of seeds, distractors, false statements, order and matching questions.

This package is not used when a learner takes a quiz or when a deck is exported.
"""

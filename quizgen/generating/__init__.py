"""Proposals for an author to review: drafts of seeds, distractors, false statements, order and matching questions.

Nothing in here runs when a learner takes a quiz or a deck is exported.
"""

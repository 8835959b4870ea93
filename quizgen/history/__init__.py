"""The learner's history: an append-only log of answers on disk, and the schedule and statistics derived from it.

`store`, `database` and `backup` read and write the database, `glance` and `today` read it; the rest is pure.
Nothing is imported here, so that a quiz starts without loading the database.
"""

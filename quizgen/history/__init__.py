"""The learner's history: an append-only log of answers on disk, and the schedule and statistics derived from it.

`store` and `database` read and write the database, `transfer` reads and writes backups; the rest is pure.
Nothing is imported here, so that a quiz starts without loading the database.
"""

"""Quiz, exam and study: which questions are asked, the loop that asks them, and what is stored about each answer.

The sessions themselves are pure: the clock, random seeds and ids are passed in, and every step returns a new value.
A ``Frontend`` shows it to the learner.
"""

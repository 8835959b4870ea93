"""What an answer can be: a piece of text, a number, a date. Plain functions on strings; imports nothing of ours."""

"""Packages that others wrote (.apkg, .colpkg), opened to be read; `quizgen.anki` writes ours."""

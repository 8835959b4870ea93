"""Reading Anki packages (.apkg, .colpkg) that other programs wrote; `quizgen.anki` writes quizgen's own."""

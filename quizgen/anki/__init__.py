"""Question sets become notes, and notes become a package (`.apkg`) that every Anki client imports."""

"""Writing into authors' files: new text goes in at its place, and not a byte besides it changes."""

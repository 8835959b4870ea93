"""Questions from other programs' files, with a report of everything that could not be imported."""

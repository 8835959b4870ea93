"""Insert and change text in authors' files, without changing any other byte."""

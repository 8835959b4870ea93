"""Question sets written as Markdown, as docs/markdown.md describes them, read into the same data as YAML sets."""

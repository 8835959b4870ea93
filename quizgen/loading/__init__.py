"""From YAML and Markdown files to models, with a diagnostic at the position of every error."""

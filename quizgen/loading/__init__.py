"""Loading: from YAML files to models, with a diagnostic at the place of every error."""

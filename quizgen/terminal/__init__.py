"""The two frontends of a session: prompts and color on a capable terminal, plain lines elsewhere."""

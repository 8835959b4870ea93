"""A first seed from an article: candidates to be curated, found by their looks and not understood."""

"""Where editors tell the search what to find: synonyms and promoted results."""

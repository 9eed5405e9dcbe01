"""Windows: read records, call verbs, draw."""

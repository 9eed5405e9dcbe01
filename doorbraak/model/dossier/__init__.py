"""What a professional records about one household: frozen records, questions that read, verbs that write."""

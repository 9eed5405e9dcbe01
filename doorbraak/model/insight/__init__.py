"""Pure functions: what follows from the records. Records in, records out; no store inside."""

"""The encrypted file and all that keeps it safe."""

DATABASE = "dossiers.db"  # here, so that a start can look for it without loading the rest

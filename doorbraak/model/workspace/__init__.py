"""The encrypted file and all that keeps it safe."""

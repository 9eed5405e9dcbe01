"""A dossier that goes to a colleague: sealed, received, confirmed, and then wiped where it was."""

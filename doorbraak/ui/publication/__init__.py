"""A publication on the screen: for a manager without a key, and for the coordinator after publishing."""

"""What stands above the single household."""

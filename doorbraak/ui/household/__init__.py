"""The pages of one household: ui/pages.py lists them."""

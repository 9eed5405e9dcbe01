"""Doorbraak: map a household's problems and agencies, justify the way out, and show what it saves."""

__version__ = "0.1.0"

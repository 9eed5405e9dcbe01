"""The measured numbers: `python -m tests.benchmarks`. Times are compared side by side, never asserted in a test."""

"""The pages of one household; importing this package lets each page enter itself."""

from doorbraak.ui.household import breakthrough, costs, people, problems

__all__ = ["breakthrough", "costs", "people", "problems"]

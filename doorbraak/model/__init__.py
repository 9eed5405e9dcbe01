"""Everything that is true without a screen: no Qt, no drawing, no asking, no printing."""

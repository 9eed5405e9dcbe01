"""Which cells of a publication are hidden beside the small ones, so that nobody can work those out.

`problem` says what there is to protect, `suppression` finds the pattern: it asks `master` for a cheap one and
`attack` what a reader could still find out of it. `line_rules` are about who stands behind the hidden cells of a line.
What comes out is checked once more by `doorbraak.model.exchange.audit`, which knows nothing of this package.
"""

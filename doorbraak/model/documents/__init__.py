"""What people read on paper: content as data, without a word about how it is drawn."""

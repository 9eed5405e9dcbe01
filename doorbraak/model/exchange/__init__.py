"""What may leave the laptop as figures: counted in `tables`, judged by `rules`, let out by `door`."""

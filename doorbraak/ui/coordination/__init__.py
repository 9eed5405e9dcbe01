"""What a coordinator sees: who sends, what came in, and what is published of it. No household stands anywhere."""

"""Fill in the blank: what a masked language model would write, and how it comes to it."""

"""One text, every way to damage it, and what a model learns from the damage."""

"""How a sentence becomes pieces that a model can read."""

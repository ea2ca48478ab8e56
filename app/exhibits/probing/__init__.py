"""What do the layers know? Probes with their controls, trees in distances, and what a score does not say."""

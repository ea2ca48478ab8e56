"""Sentences as directions: how contrastive learning makes them, and how their quality is measured."""

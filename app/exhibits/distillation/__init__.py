"""The distillation exhibit."""

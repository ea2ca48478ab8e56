"""Blocks that several exhibits share, each short enough to hang on the wall.

``attention`` looks around; ``positional`` tells the order; ``transformer`` stacks them; ``lowrank`` corrects them.
"""

"""``python -m app.exhibits.entrance``: draw the recorded figures of the entrance again."""

from app.exhibits.entrance.recorded import record

record()

"""Where is the word: every positional encoding drawn, computed, stretched and trained."""

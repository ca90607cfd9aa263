"""Two texts compared: their figures, and the words that turn a claim round. Read `compare.py` first."""

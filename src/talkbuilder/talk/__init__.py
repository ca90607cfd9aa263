"""The talk: what is said, how long that takes, what a slot keeps of it, and when each slide begins."""

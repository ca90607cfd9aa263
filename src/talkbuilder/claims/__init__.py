"""Two texts compared: their figures, and the words that turn a claim round.

Read `compare.py` first: it decides what is refused and what is asked. Then `operators.tsv`, the words that turn a claim
round, and `figure_differences.py`, how figures may differ; `reckoning.py` tells what follows from figures. The rest
reads texts: `figures.py` numbers, `texts.py` sentences and words, `normal.py` characters.
"""

"""Two texts compared: their figures, and the words that turn a claim round.

Three sorts of texts are held against what was written about the world:

    an entry of the library         its passage, whole      `compare.compare`, asked by `evidence/proof`
    a sentence with a reference     what the fact says      `compare.bent`, asked by `checks/references.py`
    a figure that somebody types    every fact there is     `talk/typed_claims.py`, asked by `checks/typed_claim.py`

What differs is refused, asked about, or shown. It is refused where hardly anybody could mean it: "rose" for "fell" in a
sentence that is the passage's own but for that word. The more words of one's own a sentence has, the more likely it
says the same otherwise; then a person is asked, with one question, and their signature answers it. All else that stands
on one side only is shown where somebody signs. So a true sentence may be asked about, and should not be refused; a
false one that no rule finds is left to whoever signs. `python -m tests.corpora.report` counts all four.

`compare.py` begins with the table of what is refused from which share of own words on: read it first. Then
`operators.tsv`, the words that turn a claim round, each row with its examples, and `figure_differences.py`, how figures
may differ; `reckoning.py` tells what follows from figures. The rest reads texts: `figures.py` numbers, `currencies.py`
money, `texts.py` sentences and words, `normal.py` characters.

A rule is worth its lines where the corpora have more rows that it mends than rows that it spoils, besides the one that
it was written for.
"""

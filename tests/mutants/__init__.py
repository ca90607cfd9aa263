"""A mutation run: faults put into the program one at a time, to see whether the tests notice. `make mutants` runs it.

A tool of our own, for two reasons: mutmut changes nothing outside functions, and the tables of a theme or the first id
of a slide stand outside; cosmic-ray changes the tree in place, one mutant after the other, and leaves no keyword and no
attribute of XML out. Here each mutant is tried on a copy of the project, as many at once as there are cores.
"""

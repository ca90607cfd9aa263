"""Script, card and handout: what they say as documented values, and the Typst files of their look."""

"""What helps an author beside the deck: the editor's schema, a first talk, where entries are used, what talks claim."""

"""What helps an author: the editor's schema, a first talk, where entries are used, what talks claim."""

"""That a person has read an entry beside its passage, or a slide beside what it rests on, and signed it."""

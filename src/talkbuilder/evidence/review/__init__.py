"""Whether a person has signed an entry next to its passage, or a slide next to what it rests on."""

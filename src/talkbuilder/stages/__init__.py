"""The stages that go over all kinds of slides: read, resolve, lay_out."""

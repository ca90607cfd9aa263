"""Search over the posts and the library, and the quotation that is made of what it finds; begin with find.py."""

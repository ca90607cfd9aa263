"""What is wrong with a drawing, raised where it is found and told where its place is known."""


class Undrawable(Exception):
    """Something in a drawing that no native shape can be made of: what it is, and what to do."""

    def __init__(self, message: str, hint: str, code: str = "E202") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

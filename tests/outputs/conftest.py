"""The browser of the preview's tests, for the page that needs no preview."""

from tests.preview.conftest import browser

__all__ = ["browser"]

"""YAML talk outlines in, native PowerPoint decks out; begin reading at `pipeline.py`."""

__version__ = "0.1.0"

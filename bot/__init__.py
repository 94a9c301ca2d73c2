"""The shared core of the TMNlab bot; it knows no feature."""

__version__ = "0.1.0"

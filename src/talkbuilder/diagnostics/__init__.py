"""What is wrong, where, and what to do about it: every fault of every stage, and how it is told."""

from talkbuilder.diagnostics.diagnostic import Answer, Diagnostic, Refused, Report, Source, Span, also, near, near_file

__all__ = ["Answer", "Diagnostic", "Refused", "Report", "Source", "Span", "also", "near", "near_file"]

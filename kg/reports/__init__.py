"""The report on some plans: one model of it (`make_report`), and renderers into HTML, Markdown and .docx."""

from __future__ import annotations

from .contents import make_report
from .model import Report

__all__ = ["Report", "make_report"]

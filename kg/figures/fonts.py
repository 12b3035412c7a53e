"""The fonts that figures are drawn with: those of the explorer that this machine has."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from ..errors import PluginError
from ..views.palette import font_stack

_MORE = (
    "Source Han Sans CN",
    "Noto Sans SC",
    "SimHei",
    "SimSun",
    "STHeiti",
    "WenQuanYi Zen Hei",
    "Noto Serif CJK SC",
)
"""Other families with the glyphs of the mainland."""
_GENERIC = ("system-ui", "sans-serif")
MISSING = (
    "no font with Chinese glyphs was found, which a PNG needs: install Noto Sans CJK SC (Debian and Ubuntu: "
    "apt-get install fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts), or write .svg instead, "
    "which takes the fonts of the machine that shows it"
)
NO_LIBRARY = "figures are drawn by matplotlib: pip install 'plan-kg[figures]'"


def require_library() -> None:
    """Raise PluginError, which says what to install, where matplotlib is not there."""
    if find_spec("matplotlib") is None:
        raise PluginError(NO_LIBRARY)


def needed() -> None:
    """Raise PluginError, which says what to install, where no font with Chinese glyphs is there."""
    if not found():
        raise PluginError(MISSING)


def found() -> tuple[str, ...]:
    """The families with Chinese glyphs that matplotlib finds, the preferred first."""
    from matplotlib.font_manager import fontManager

    known = set(fontManager.get_font_names())
    return tuple(name for name in (*font_stack(), *_MORE) if name in known and name not in _GENERIC)


def stack(form: Literal["svg", "png"]) -> tuple[str, ...]:
    """The families to draw with: for SVG all that a reader's machine may have, for PNG those that are here."""
    if form == "svg":
        return tuple(name for name in font_stack() if name not in _GENERIC)
    return (*found()[:1], "DejaVu Sans")

"""Shades for cells: the more, the darker; the number in the cell stays readable."""

from __future__ import annotations

from ..views.palette import look, tone


def shade(share: float, kind: str = "Unit") -> str:
    """The colour of a class, from nearly white at 0 to its full tone at 1."""
    part = 0.08 + 0.92 * min(1.0, max(0.0, share)) ** 0.8
    return _mixed(look(kind).light, part)


def pale(colour: str, part: float = 0.25) -> str:
    """A colour with so much of it left, the rest white."""
    return _mixed(colour, part)


def ink_on(colour: str) -> str:
    """White or the dark ink, whichever stands out more from a colour."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if luminance < 0.3 else tone("ink")


def _mixed(colour: str, part: float) -> str:
    return "#" + "".join(f"{round(255 - (255 - one) * part):02x}" for one in _parts(colour))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

"""From a sheet to SVG and PNG, drawn by matplotlib."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..errors import InputError
from ..writing import Outputs
from .fonts import needed, require_library, stack
from .sheet import Box, Label, Line, Sheet, Sign

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Form = Literal["svg", "png"]
FORMS: tuple[Form, ...] = ("svg", "png")
_DPI = 200


class Drawing:
    """A figure that can be written as SVG or PNG, and that notebooks show."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def svg(self) -> bytes:
        """SVG with its text as text, in whatever Chinese font the reader's machine has."""
        return self._bytes("svg")

    def png(self) -> bytes:
        """PNG of 200 dots to the inch; raises PluginError where there is no font with Chinese glyphs."""
        require_library()
        needed()
        return _few_colours(self._bytes("png"))

    def save(self, path: str | Path) -> Path:
        """Write the figure in the form that the name ends in; raises InputError for another one than .svg or .png."""
        target = Path(path)
        if target.suffix.lower() == ".png":
            data = self.png()
        elif target.suffix.lower() == ".svg":
            data = self.svg()
        else:
            raise InputError(target, "figures are written to .svg or .png")
        with Outputs(target.parent) as outputs:
            outputs.add(target.name, data)
        return target

    def _repr_svg_(self) -> str:
        return self.svg().decode("utf-8")

    def _bytes(self, form: Form) -> bytes:
        require_library()
        with _settings(form), _quiet(form):
            figure = _figure(self.sheet)
            file = io.BytesIO()
            # without what changes from day to day and from version to version
            bare = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
            title = {"Title": self.sheet.title} if form == "svg" else {}
            figure.savefig(file, format=form, dpi=_DPI, metadata={**bare, **title})
        return file.getvalue()


def _few_colours(data: bytes) -> bytes:
    """The picture with a palette, a third of the size and the same to the eye."""
    from PIL import Image

    file = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        palette = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        palette.save(file, "png", optimize=True, dpi=(_DPI, _DPI))
    return file.getvalue()


@contextmanager
def _settings(form: Form) -> Iterator[None]:
    """Settings of our own, whatever the user's are."""
    import matplotlib as mpl

    ours: dict[Any, Any] = {
        "font.family": "sans-serif",
        "font.sans-serif": list(stack(form)),
        "svg.fonttype": "none",
        "svg.hashsalt": "plan-kg",
        "text.usetex": False,
        "axes.unicode_minus": False,
        "hatch.linewidth": 0.5,
        "path.simplify": False,
    }
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(ours)
        yield


@contextmanager
def _quiet(form: Form) -> Iterator[None]:
    """No word of weights that a font lacks; for SVG none of glyphs either: whoever shows the file has others."""
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    with warnings.catch_warnings():
        logger.setLevel(logging.ERROR)
        if form == "svg":
            warnings.filterwarnings("ignore", message="Glyph ")
        try:
            yield
        finally:
            logger.setLevel(level)


def _figure(sheet: Sheet) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.axis("off")
    for order, item in enumerate(sheet.items):
        if isinstance(item, Box):
            _box(axes, item, order)
        elif isinstance(item, Label):
            # no mathtext: a $ in a document is a $
            axes.text(
                item.x,
                item.y,
                item.text,
                size=item.size,
                color=item.colour,
                ha=item.anchor,
                va="baseline",
                weight="bold" if item.bold else "normal",
                parse_math=False,
                zorder=order,
            )
        elif isinstance(item, Line):
            style = (0, (3, 2)) if item.dashed else "solid"
            axes.plot(
                (item.x, item.to_x),
                (item.y, item.to_y),
                color=item.colour,
                linewidth=item.width,
                linestyle=style,
                zorder=order,
            )
        else:
            _sign(axes, item, order)
    return figure


def _box(axes: Axes, box: Box, order: int) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(
        Rectangle(
            (box.x, box.y),
            box.width,
            box.height,
            facecolor=box.fill,
            edgecolor=box.edge or "none",
            linewidth=0.6 if box.edge else 0,
            hatch=box.hatch,
            zorder=order,
        )
    )


def _sign(axes: Axes, sign: Sign, order: int) -> None:
    axes.plot(
        [sign.x],
        [sign.y],
        marker="D",
        markersize=sign.size,
        markerfacecolor=sign.fill,
        markeredgecolor=sign.edge,
        markeredgewidth=1.1,
        linestyle="none",
        zorder=order,
    )

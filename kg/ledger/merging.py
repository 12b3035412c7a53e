"""What filled workbooks say, taken into the entries: nothing that was typed is lost, and no order of files wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .entries import Column, Entries, Entry, Filled, Key, Moved, Typed, mark, shown


class Merged(Struct, frozen=True, kw_only=True):
    """What came of a merge."""

    entries: Entries
    taken: int
    """Cells that changed."""
    moved: int
    """Entries that found a new place."""
    conflicts: tuple[Conflict, ...]
    """All cells that now hold several versions."""


class Conflict(Struct, frozen=True, kw_only=True):
    """A cell for which workbooks say different things."""

    entry: Entry
    cell: Column


class _Said(Struct, frozen=True, order=True):
    """What one workbook says of a cell."""

    text: str
    base: str
    """Mark of what stood there when the workbook was made."""
    source: str


def merge(entries: Entries, filled: Iterable[Filled]) -> Merged:
    """The entries with what filled rows add to them; the order of the rows makes no difference.

    A text replaces what the workbook was made with. Where that is no longer what holds, or two workbooks replace it
    by different texts, all of them are kept as versions.
    """
    rows = sorted(filled, key=lambda row: (row.source, row.key, sorted(row.values.items())))
    moved = {(one.task, one.unit): (one.to_task, one.to_unit) for one in entries.moved}
    said: defaultdict[Key, defaultdict[str, set[_Said]]] = defaultdict(lambda: defaultdict(set))
    known = {entry.key: entry for entry in entries.entries}
    for row in rows:
        key = _place(row.key, moved)
        for column in {**row.values, **row.base}:
            text, base = row.values.get(column, ""), row.base.get(column, "")
            said[key][column].add(_Said(text, base, row.source))
        known.setdefault(key, _named(row, key))
    done = {key: _with(entry, said.get(key, {})) for key, entry in known.items()}
    taken = sum(cell != (known[key].cell(cell.column)) for key, entry in done.items() for cell in entry.cells)
    moves = {row.key: row.move for row in rows if row.move and row.move != row.key and row.key in done}
    for old, new in moves.items():
        done[new] = _joined(done.pop(old), done.get(new), new)
    kept = tuple(entry for _, entry in sorted(done.items()) if entry.cells)
    gone = [Moved(task=a, unit=b, to_task=c, to_unit=d) for (a, b), (c, d) in (moved | moves).items()]
    result = Entries(entries=kept, moved=tuple(sorted(gone)))
    return Merged(entries=result, taken=taken, moved=len(moves), conflicts=tuple(conflicts(result)))


def conflicts(entries: Entries) -> list[Conflict]:
    """The cells with several versions, in the order of the entries."""
    return [
        Conflict(entry=entry, cell=cell)
        for entry in entries.entries
        for cell in entry.cells
        if len(cell.versions) > 1
    ]


def _place(key: Key, moved: Mapping[Key, Key]) -> Key:
    """Where the entry of a key is now."""
    seen = {key}
    while key in moved and moved[key] not in seen:
        key = moved[key]
        seen.add(key)
    return key


def _named(row: Filled, key: Key) -> Entry:
    return Entry(
        task=key[0],
        unit=key[1],
        plan_title=row.plan_title,
        title=row.title,
        unit_name=row.unit_name,
        cells=(),
    )


def _with(entry: Entry, said: Mapping[str, Iterable[_Said]]) -> Entry:
    """The entry with what workbooks say."""
    names = sorted({*said, *(cell.column for cell in entry.cells)})
    cells = [_cell(entry.cell(name), sorted(said.get(name, ()))) for name in names]
    return replace(entry, cells=tuple(cell for cell in cells if cell.versions or cell.earlier))


def _cell(cell: Column, said: Sequence[_Said]) -> Column:
    """The column with what workbooks say of it."""
    here = {shown(cell, "zh"), shown(cell, "en")}
    marks = set(map(mark, here))
    current = {one.text for one in cell.versions}
    known = current | {one.text for one in cell.earlier}
    edits, others, cleared = [], [], False
    for one in said:
        if one.text in here:
            continue
        if mark(one.text) != one.base and one.base in marks:
            edits += [one] if one.text else []
            cleared = cleared or not one.text
        elif one.text and one.text not in known:
            others.append(one)
    versions, earlier = cell.versions, cell.earlier
    if edits or cleared:
        # A text that holds on as one of the versions is not replaced.
        kept = {one.text for one in edits}
        earlier = _distinct([*earlier, *(one for one in versions if one.text not in kept)])
        versions = tuple(one for one in versions if one.text in kept)
    added = [Typed(one.text, one.source) for one in (*edits, *others)]
    versions = _distinct([*versions, *added])
    now = {one.text for one in versions}
    return replace(cell, versions=versions, earlier=tuple(one for one in earlier if one.text not in now))


def _distinct(typed: Iterable[Typed]) -> tuple[Typed, ...]:
    """Each text once, with the first of its sources that is known."""
    found: dict[str, Typed] = {}
    for one in typed:
        found.setdefault(one.text, one)
    return tuple(sorted(found.values()))


def _joined(entry: Entry, other: Entry | None, key: Key) -> Entry:
    """An entry in its new place, together with what stands there."""
    if other is None:
        return replace(entry, task=key[0], unit=key[1])
    names = sorted({cell.column for one in (entry, other) for cell in one.cells})
    cells = []
    for name in names:
        both = other.cell(name), entry.cell(name)
        versions = _distinct([*both[0].versions, *both[1].versions])
        now = {one.text for one in versions}
        earlier = _distinct(one for cell in both for one in cell.earlier if one.text not in now)
        cells.append(Column(column=name, versions=versions, earlier=earlier))
    return replace(other, cells=tuple(cells))

"""Outputs that appear whole or not at all: every file is written beside its place and then moved there."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

PREFIX, SUFFIX = ".kg-", ".tmp"
"""How names of unfinished files begin and end; a run that is killed may leave some; nothing reads them."""


class Outputs:
    """A set of files below one folder that are moved into place together at the end of a `with` block.

    Until the block ends without an error, all that an earlier run wrote stands as it was; after an error
    no file of this run remains.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._staged: dict[Path, Path] = {}
        self._removed: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            for temporary in self._staged.values():
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)

    def stage(self, name: str) -> Path:
        """The temporary path to write a file of the folder to; the folders that it needs are made."""
        final = self.folder / name
        if final in self._staged:
            raise FileExistsError(f"{final} would be written twice")
        final.parent.mkdir(parents=True, exist_ok=True)
        temporary = final.with_name(f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}")
        temporary.touch(exist_ok=False)
        self._staged[final] = temporary
        return temporary

    def add(self, name: str, data: bytes) -> None:
        """Write a file of the folder."""
        self.stage(name).write_bytes(data)

    def remove(self, name: str) -> None:
        """Remove a file of the folder at the end, unless this run writes it."""
        self._removed.add(self.folder / name)

    def _commit(self) -> None:
        for final, temporary in self._staged.items():
            temporary.replace(final)
        for path in sorted(self._removed - self._staged.keys()):
            path.unlink(missing_ok=True)

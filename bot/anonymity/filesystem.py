"""Where overwriting in place does not overwrite: copy-on-write file systems and data journals."""

from __future__ import annotations

from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_COPY_ON_WRITE = frozenset({"btrfs", "zfs", "overlay", "bcachefs", "nilfs2", "f2fs"})


def warn_about(folder: Path, mounts: Path = MOUNTS) -> str | None:
    """A sentence for whoever hosts the bot, or None where all is well or nothing can be known."""
    try:
        table = mounts.read_text(encoding="utf-8")
    except OSError:
        return None
    kind, options = _mount_of(folder.resolve(), table)
    if kind in _COPY_ON_WRITE:
        return (
            f"{folder} is on {kind}, which keeps earlier states of a ballot box: put DATA_DIR on ext4 or xfs "
            "(for a container, a volume)"
        )
    if "data=journal" in options:
        return f"{folder} is mounted with data=journal, which keeps earlier states of a ballot box: mount it without"
    return None


def _mount_of(folder: Path, table: str) -> tuple[str, str]:
    """File system and super options of the deepest mount above the folder; see proc(5)."""
    best: tuple[int, str, str] = (-1, "", "")
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields, described = before.split(), after.split()
        if len(fields) < 5 or len(described) < 3:  # noqa: PLR2004 - proc(5)
            continue
        point = Path(fields[4].replace("\\040", " "))
        if (point == folder or point in folder.parents) and len(point.parts) >= best[0]:
            best = (len(point.parts), described[0], described[2])
    return best[1], best[2]

"""Whether a folder lies on a network file system, where SQLite's WAL must not be used (sqlite.org/wal.html).

WAL needs shared memory between processes, which no network file system gives; a rollback journal works there.
"""

from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
"""Linux's own list; elsewhere nothing is known and the folder counts as local."""

_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "9p",
        "ceph",
        "lustre",
        "glusterfs",
        "beegfs",
        "davfs",
    }
    | {"orangefs", "vboxsf", "drvfs", "prl_fs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs2"}
    | {"fuse.glusterfs", "fuse.vmhgfs-fuse", "fuse.ceph", "fuse.gvfsd-fuse"}
)


def is_on_network(folder: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the file system of `folder` is a network's; `mounts` has the form of fstab(5)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    here = folder.resolve()
    best, kind = 0, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if len(point.parts) >= best and here.is_relative_to(point):
            best, kind = len(point.parts), fields[2]
    return kind in _NETWORK

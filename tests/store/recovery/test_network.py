from pathlib import Path

import pytest

from tuinews.store.recovery.network import is_on_network

MOUNTS = """\
/dev/vda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb1 /home/an/disk ext4 rw 0 0
//box/share /media/my\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/var/lib/news", False),
        ("/home/an/news", True),
        ("/home/an/disk/news", False),
        ("/media/my share/news", True),
        ("/homestead", False),
    ],
)
def test_the_nearest_mount_decides(tmp_path: Path, folder: str, expected: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)

    assert is_on_network(Path(folder), mounts) is expected


def test_where_mounts_are_not_listed_a_folder_counts_as_local(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, tmp_path / "nowhere")

"""The folder of downloads, and the settings that name it."""

from pathlib import Path

import pytest

from tuinews.settings import Settings


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of downloads."""
    return tmp_path / "downloads"


@pytest.fixture
def settings(place: Path) -> Settings:
    """Settings by which files are put there."""
    return Settings(downloads_folder=str(place))

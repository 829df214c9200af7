"""Where things lie: the library, the settings and the log, by the platform's own rules."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

_APP = "tuinews"


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the library and its pictures, the settings file, and the log file."""

    data_dir: Path
    settings_file: Path
    log_file: Path


def places(data_dir: str | None = None, settings_file: str | None = None) -> Places:
    """The places in use; either argument overrides the platform's default. Nothing is created."""
    return Places(
        data_dir=_expanded(data_dir) if data_dir else user_data_path(_APP, appauthor=False),
        settings_file=_expanded(settings_file)
        if settings_file
        else user_config_path(_APP, appauthor=False) / "settings.toml",
        log_file=user_state_path(_APP, appauthor=False) / "tuinews.log",
    )


def _expanded(path: str) -> Path:
    """`~` as the shell has it; a home that is not known stays as it is written."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)

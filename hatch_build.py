"""Compile the catalogues of messages into the wheel: hatchling's build hook, named in pyproject.toml."""

import importlib.util
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGE = Path(__file__).parent / "src" / "tuinews" / "language"


class CatalogueHook(BuildHookInterface):
    """Puts a .mo into the wheel for every .po; an editable install reads the .po itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling's: before the wheel is written."""
        self._folder = tempfile.TemporaryDirectory()
        if version == "editable":
            return
        po = _po()
        for source in (LANGUAGE / "catalogues").glob("*.po"):
            target = Path(self._folder.name) / f"{source.stem}.mo"
            target.write_bytes(po.compiled(po.read_po(source.read_text("utf-8"))))
            build_data["force_include"][str(target)] = f"tuinews/language/catalogues/{target.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Hatchling's: after it."""
        self._folder.cleanup()


def _po() -> ModuleType:
    """The program's own reader of catalogues, without the program, whose dependencies a build does not have."""
    spec = importlib.util.spec_from_file_location("po", LANGUAGE / "po.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"there is no reader of catalogues in {LANGUAGE}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module

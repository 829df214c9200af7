"""Newspapers to begin with: a set of sources for each language, and the guide."""

from collections.abc import Sequence

from tuinews.catalogue import CatalogueSource, starter_set
from tuinews.language import _, language_name, own_language
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.overlays.beginning.ways_screen import WaysScreen
from tuinews.ui.screens.overlays.closing import close
from tuinews.ui.widgets.fields.choices import Choice
from tuinews.ui.words import overlays
from tuinews.ui.words.sources import source_messages

_GUIDE = "g"


class StartersScreen(WaysScreen, inherit_bindings=True):
    """Offers starter sets, that of the own language first, and the guide, which needs no network."""

    @property
    def words(self) -> tuple[str, str]:
        """What is offered, and the keys."""
        return _(overlays.STARTER_SETS), _(overlays.STARTERS_HELP)

    @property
    def choices(self) -> Sequence[Choice]:
        """A row a set, then the guide."""
        rows: list[Choice] = []
        for lang in dict.fromkeys((own_language(), "vi", "en")):
            chosen = starter_set(lang)
            names = ", ".join(source.name for source in chosen[:4])
            words = overlays.starter_set(language_name(lang), names)
            rows.append(Choice(chosen, words, overlays.set_size(len(chosen))))
        if self.guide is not None:
            rows.append(Choice(_GUIDE, _(overlays.READ_GUIDE), key=_GUIDE))
        return rows

    def take(self, way: object) -> None:
        """Add a set, or open the guide."""
        if isinstance(way, tuple):
            self.work(lambda: self._start(way))
        else:
            self.action_guide()

    async def _start(self, chosen: tuple[CatalogueSource, ...]) -> None:
        sources = await self.library.add_catalogue(chosen)
        close(self, AddResult(source_messages.added(len(sources)), to_fetch=True))

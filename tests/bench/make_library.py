"""Make a library to measure with: mixed dates, Vietnamese, English and Japanese, through the store's own door.

    python tests/bench/make_library.py DIR --entries 100000 --sources 200 --bodies 5000
    python tests/bench/make_library.py DIR --entries 100000 --sources 200 --bodies 100000 --words 600

DIR becomes a data directory (`tuinews --data-dir DIR`). The same arguments always give the same library.
"""

import argparse
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from tuinews.model.article import Article
from tuinews.model.document import Document, Heading, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.model.view import View
from tuinews.model.when import Precision, When
from tuinews.store.store import Store

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
FOLDERS = (None, "Việt Nam", "World", "日本", "Technology")


class Language:
    """Words, the frequent ones first, as often as in speech: the n-th comes 1/n as often (Zipf)."""

    def __init__(self, words: str, letters: str, blank: str) -> None:
        random = Random(words)
        invented = ("".join(random.choices(letters.split(), k=random.randint(2, 3))) for _ in range(3000))
        self.words = [*words.split(), *invented]
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.words))))
        self.blank = blank


_VIETNAMESE = Language(
    """Hà Nội Đà Nẵng thành phố người dân giá vàng hôm nay tăng mạnh đầu tư nước ngoài công an bắt giữ đường mưa
    lớn bão số biển Đông kinh tế bóng đá đội tuyển trận đấu học sinh thi tốt nghiệp bán nhà đất chung cư xe máy
    năm ngày tháng tỉnh huyện chủ tịch thủ tướng quốc hội luật mới bệnh viện bác sĩ thuốc sức khỏe trẻ em""",
    "ng th ph tr a ă â e ê i o ô ơ u ư á à ạ ế ộ n m c t đ b l",
    " ",
)
_ENGLISH = Language(
    """the of and to in for with on a is that by from as it at an be are was this city council votes market report
    rises after storm new study finds people climate energy prices government plan election court ruling technology
    company chip launch open source release team wins final match health hospital""",
    "an er in th st re on al or ti be co da fi lo mu pe ra su to",
    " ",
)
_JAPANESE = Language(
    """について として により である ました 東京 都知事 発表 経済 新聞 政府 会議 地震 台風 大阪 京都 選手 試合 技術
    開発 市場 株価 上昇""",
    "日 本 国 会 社 長 行 学 生 年 大 中 小 高 新 電 車 駅 山 川 海 空",
    "",
)
LANGUAGES = (*[_VIETNAMESE] * 5, *[_ENGLISH] * 4, _JAPANESE)


class Writer:
    """Invents text in one language."""

    def __init__(self, random: Random, language: Language) -> None:
        self._random, self._language = random, language

    def words(self, least: int, most: int) -> str:
        """A phrase of so many words."""
        count = self._random.randint(least, most)
        chosen = self._random.choices(self._language.words, cum_weights=self._language.weights, k=count)
        return self._language.blank.join(chosen).capitalize()

    def article(self, title: str, url: str, words: int = 1020) -> Article:
        """A text of about so many words, by default 5,000 characters."""
        blocks: list[Heading | Paragraph] = []
        for number in range(12):
            if number % 4 == 3:
                blocks.append(Heading(2, (Span(self.words(3, 8)),)))
            blocks.append(Paragraph((Span(self.words(words // 17, words // 9) + "."),)))
        return Article(url, title, Document(tuple(blocks)), authors=("An Nguyễn",), lead=self.words(15, 30))


def build(directory: Path, entries: int, sources: int, bodies: int, words: int) -> None:
    """Write the library; progress goes to the standard output."""
    random = Random(20260310)
    store = Store.open(directory, NOW)
    started = time.perf_counter()
    each = max(1, entries // sources)
    for number in range(sources):
        writer = Writer(random, LANGUAGES[number % len(LANGUAGES)])
        _fill_source(store, random, writer, number, each)
    ids = store.entry_ids(View())
    for entry_id in random.sample(list(ids), min(bodies, len(ids))):
        row = store.rows([entry_id])[0]
        writer = Writer(random, LANGUAGES[(row.source_id - 1) % len(LANGUAGES)])
        store.keep_article(entry_id, writer.article(row.title, row.url or "", words), NOW)
    store.set_read(random.sample(list(ids), len(ids) // 2), True)
    store.do(EntriesMarked(tuple(random.sample(list(ids), len(ids) // 200)), EntryMark.STARRED, True), NOW)
    store.close()
    print(f"{len(ids)} entries, {sources} sources, {bodies} bodies in {time.perf_counter() - started:.1f} s")


def _fill_source(store: Store, random: Random, writer: Writer, number: int, count: int) -> None:
    new = NewSource(
        SourceKind.FEED,
        f"https://news{number}.example.org/feed.xml",
        f"{writer.words(2, 3)} {number}",
        folder=FOLDERS[number % len(FOLDERS)],
    )
    source = store.add_source(new, NOW)
    fetched = NOW - timedelta(minutes=random.randint(1, 600))
    listed = tuple(_entry(random, writer, number, item, fetched) for item in range(count))
    store.record_listing(source.id, Refreshed(Listing(listed), fetched, next_refresh=NOW + timedelta(minutes=30)))


def _entry(random: Random, writer: Writer, number: int, item: int, fetched: datetime) -> Entry:
    url = f"https://news{number}.example.org/2026/03/{writer.words(3, 5).replace(' ', '-').lower()}-{item}.html"
    return Entry(
        id=url if number % 2 else f"tag:news{number}.example.org,2026:{item}",
        title=writer.words(6, 14),
        url=url,
        summary=writer.words(20, 40),
        published=_published(random, fetched),
        authors=("An Nguyễn",) if item % 3 else (),
    )


def _published(random: Random, fetched: datetime) -> When | None:
    moment = fetched - timedelta(seconds=random.randint(0, 3 * 365 * 86400))
    match random.randint(0, 9):
        case 0:
            return None
        case 1:
            day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
            return When(day, Precision.DAY)
        case 2:
            return When(moment, Precision.YEAR, moment - timedelta(days=365))
        case _:
            return When(moment.replace(microsecond=0))


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--bodies", type=int, default=5_000)
    parser.add_argument("--words", type=int, default=1020)
    chosen = parser.parse_args()
    build(chosen.directory, chosen.entries, chosen.sources, chosen.bodies, chosen.words)


if __name__ == "__main__":
    main()

"""What a part of a text is about where its own words do not say: the titles of its item and of what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right

from engine.commitment import Extraction
from engine.patterns import lazy

# A heading that names a section of any task.
_OF_ANY = lazy(
    "(?:目标|任务|进度|时间|工作|年度|建设|安排|要求|措施|步骤|节点|保障|对象|内容|标准|组织|实施|办法|主要|资金|筹措|责任|分工|完成|时限|和|与|及|、)+"
)
# Several measures bound into one document: each begins with a title of its own.
_BOUND_IN = lazy(
    r"^[ \u3000]*(?P<what>[一-龥“”‘’0-9—-]{6,40}?)(?:实施|工作|管理)(?:办法|方案|细则|意见)[ \u3000]*$", re.MULTILINE
)
_PLACE = lazy(r"^[一-龥]{1,8}?[省市县区旗](?=[一-龥“]{4})")
_SEVERAL = 2


class Topics:
    """Looks up by items what they are about: the nearest title that says it, and that of the measure around it."""

    def __init__(self, extraction: Extraction) -> None:
        self._items = extraction.items
        found = list(_BOUND_IN.finditer(extraction.document.text))
        bound = found if len(found) >= _SEVERAL else []
        self._starts = [m.start() for m in bound]
        self._titles = [_PLACE.sub("", m["what"]) for m in bound]

    def of(self, name: str) -> str:
        """Return what the item of that id is about; nothing where no title around it says so."""
        own = next((item for item in self._items if item.id == name), None)
        if own is None:
            return ""
        around = [item for item in self._items if item.start <= own.start and own.end <= item.end]
        for item in reversed(around):
            if item.title and not _OF_ANY.fullmatch(item.title):
                return item.title
        index = bisect_right(self._starts, own.start) - 1
        return self._titles[index] if index >= 0 else ""

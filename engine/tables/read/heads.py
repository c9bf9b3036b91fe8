"""What the head of a column says: its name, its unit, whether its figures add up, a total it names itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from engine.document import Cell
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER
from engine.quantity.numerals import SCALES, arabic
from engine.tables.grid import Grid
from engine.tables.model import Entry
from engine.tables.printed import split_unit
from engine.tables.words import UNSUMMED, bare, is_subtotal, is_total_column, split_label

# 发放月数 counts months.
_MONTHS = lazy("(?:发放|补助|补贴|计发|保障|服务|执行|测算)?月数$")
_ASIDE = lazy("[,;:]")
_BRACKET = lazy(r"[(（]([^()（）]{1,12})[)）]")
_BEHIND = lazy(r"[,:/、](?P<unit>[^,:/、()]{1,6})$")
_CAPTION = lazy(r"(?:计量)?单位\s*[:：]\s*([^\s)）。;；]{1,16})")
_FIGURE = lazy(
    rf"(?<![\d.~第-])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<scale>万亿|亿|千万|百万|十万|万|千)?"
    rf"(?P<unit>{AFTER_NUMBER})?(?!\d|以上|以下|以内|及以|[-~]\d|岁|周岁|千伏)"
)
_DURATIONS = frozenset(
    ["年", "月", "天", "周", "小时", "分钟", "学期", "学年", "季度", "学时", "课时", "工作日", "%", "‰", "次"]
)
# 12项基本服务 is what a column is called, not how many it asks for.
_KINDS = frozenset(["项", "类", "种"])
_MONEY = lazy("资金|投资|金额|经费|支出|收入|预算|补助|补贴|奖补")
_COUNTED = lazy(r".*(?:人|户|个|项|处|所|家|人次|户次|件|名|里程|面积|公里|亩)数?$|数量$")
# 个人, 集体和农户: who pays, and not how many of them there are.
_PAYER = lazy(
    r"(?:.*[及和与、/])?(?:[一-龥]{0,4})个人(?:自筹|出资|承担|负担|缴纳)?"
    r"|.*(?:社会|企业|集体|单位|政府|财政|政企|[省市县区镇乡村]级?)[及和与、/](?:农户|业主|住户|用户|受益户|受益人|产权人|法人)"
)
# For how many, how often and how much work it is paid is no money, though the head speaks of 补助 (补助人数, 计发期数, 任务量).
_HOW_OFTEN = lazy(r"(?:人|户|人次|户次|期|月|天|日|次|餐|床|班|学期|课时)数$|(?:任务|工程|工作|建设|服务)量$")
SHARES = frozenset(["%", "‰", "个百分点"])


class ColumnHead(Struct, frozen=True):
    """Name, group, unit (with the power of its 万), role and figure of a column; ``cell`` is where it stands.

    ``own_unit`` says that the unit is meant for this column alone, whatever a column of units says of the rows.
    """

    label: str
    group: str
    leaf: str
    unit: str
    power: int
    figure: Entry | None
    cell: Cell | None
    own_unit: bool = False

    @property
    def adds(self) -> str:
        """Total or subtotal for a column that adds up others, else empty."""
        return "total" if is_total_column(self.leaf) else "subtotal" if is_subtotal(self.leaf) else ""

    @property
    def summed(self) -> bool:
        """Whether the figures of the column may be added up: no shares, averages, standards or ranks."""
        if self.unit in SHARES or "/" in self.unit:
            return False
        return self.figure is not None or UNSUMMED.fullmatch(self.leaf) is None


def caption_units(grid: Grid, before: str, title: str) -> list[tuple[int, str]]:
    """Return the units that 单位：… names above the table, in its title or in its head."""
    heads = " ".join(grid.words(grid.owner(r, c)) for r in range(grid.head_rows) for c in range(grid.width))
    for words in (title, heads, before):
        found = _CAPTION.findall(fold(words))
        if found:
            named = [split_unit(unit) for unit in re.split("[、,/和]", found[-1])]
            whole = split_unit(found[-1])
            return [whole] if whole else [unit for unit in named if unit]
    return []


def read_head(grid: Grid, column: int, captions: Sequence[tuple[int, str]]) -> ColumnHead:
    """Return what the head rows say of a column; its unit may come from the caption."""
    cells: list[Cell] = []
    for row in range(grid.caption_rows, grid.head_rows):
        cell = grid.cover(row, column)
        if cell and cell not in cells and bare(grid.words(cell)) and cell.columns < max(2, grid.width):
            cells.append(cell)
    names = [head_name(grid, cell, column) for cell in cells]
    rows_of_units = [split_unit(n) if c.row == grid.unit_row else None for c, n in zip(cells, names, strict=True)]
    unit = next(
        (u for n, row in reversed([*zip(names, rows_of_units, strict=True)]) if (u := row or _unit_of(n))), None
    )
    plain = ["" if row else _without_unit(n) for n, row in zip(names, rows_of_units, strict=True)]
    plain = [n for i, n in enumerate(plain) if n and (i == 0 or n != plain[i - 1]) and not n.startswith("单位:")]
    figure = next((f for c in reversed(cells) if (f := _figure_of(grid, c))), None)
    leaf = plain[-1] if plain else ""
    if unit is None and figure is not None:
        unit = figure.power, figure.unit
    own = unit is not None
    if unit is None:
        unit = _from_caption(leaf, captions)
        own = unit[1].startswith("元") and _is_money(leaf)
    group = "·".join(plain[:-1])
    return ColumnHead("·".join(plain), group, leaf, unit[1], unit[0], figure, cells[-1] if cells else None, own)


def head_name(grid: Grid, cell: Cell, column: int) -> str:
    """Return the words of a head cell; of two names run together over two columns the one of ``column``."""
    words = fold(bare(grid.words(cell)))
    halves = split_label(words) if cell.columns == 2 else None
    return halves[column - cell.column] if halves else words


def split_name(name: str) -> tuple[str, tuple[int, str] | None]:
    """Return a name without the unit in it, and the unit with the power of its 万: 新增托位（个） is 新增托位 in 个."""
    return _without_unit(name), _unit_of(name)


def _unit_of(name: str) -> tuple[int, str] | None:
    """Return the unit in brackets or behind a comma or slash."""
    for inside in reversed(_BRACKET.findall(name)):
        if unit := _in_brackets(inside):
            return unit
    if _MONTHS.search(name):
        return 0, "月"
    behind = _BEHIND.search(name)
    if behind is None and name[-1:] in ("%", "‰") and len(name) > 1:
        return 0, name[-1]  # 增减%, 占比%
    return split_unit(behind["unit"]) if behind else None


def _in_brackets(words: str) -> tuple[int, str] | None:
    """Return the unit that a bracket holds, alone or before what is said of it: (元,按月发放的为每月)."""
    words = words.removeprefix("单位:")
    return split_unit(words) or split_unit(_ASIDE.split(words, maxsplit=1)[0])


def _without_unit(name: str) -> str:
    for match in reversed(list(_BRACKET.finditer(name))):
        if _in_brackets(match.group(1)):
            name = name[: match.start()] + name[match.end() :]
    behind = _BEHIND.search(name)
    if behind and split_unit(behind["unit"]):
        name = name[: behind.start()]
    return name


def _from_caption(leaf: str, captions: Sequence[tuple[int, str]]) -> tuple[int, str]:
    money = [u for u in captions if u[1].startswith("元")]
    others = [u for u in captions if not u[1].startswith("元")]
    counted = (_COUNTED.fullmatch(leaf) and not _PAYER.fullmatch(leaf)) or _HOW_OFTEN.search(leaf)
    if UNSUMMED.fullmatch(leaf) or (money and counted and not _is_money(leaf)):
        choice = others
    elif money and others:
        choice = money if _is_money(leaf) else others
    else:
        choice = money or others
    return choice[0] if len(choice) == 1 else (0, "")


def _is_money(leaf: str) -> bool:
    return _MONEY.search(leaf) is not None and not _HOW_OFTEN.search(leaf)


def _figure_of(grid: Grid, cell: Cell) -> Entry | None:
    """Return the figure with a unit that a head names (新增就业5000人); None unless there is exactly one."""
    words = fold(grid.words(cell))
    found = [m for m in _FIGURE.finditer(words) if m["unit"] or m["scale"] in ("万", "亿")]
    found = [m for m in found if m["unit"] not in _DURATIONS and (m.start() or m["unit"] not in _KINDS)]
    if len(found) != 1:
        return None
    match = found[0]
    number = arabic(match["number"], match["scale"] or "")
    power, unit = split_unit((match["scale"] or "") + (match["unit"] or "")) or (SCALES[match["scale"] or ""], "")
    decimals = len(match["number"].partition(".")[2])
    start, end = cell.start + match.start(), cell.start + match.end()
    return Entry("figure", start, end, words[match.start() : match.end()], number.value, decimals, power, unit)

"""Which side of a figure names what is counted: 危桥改造12座 on its left, 改造12座危桥 on its right.

The noun right behind a measure word names it where the words before are only a deed (新建、改造), a place (中心城区), or a list
that ends there (甲、乙等8个). What stands before a 、 or 和 that the figure follows at once belongs to the figure before.
"""

from __future__ import annotations

import re
from decimal import Decimal

from engine.patterns import lazy

_HOW = (
    "统筹|免费|集中|统一|公开|持续|继续|巩固|深化|规范|重点|联合|分批|稳步|有序|市级|县级|区级|省级|推动|推进|支持|帮助|组织|实施|完成|"
    "整体|动态|定期|新|再|续|计划|逐步|年内|[一二两三四五六七八九十]年内"
)
_VERB = (
    "新改扩建|改扩建|新改建|新建|改建|扩建|续建|重建|翻建|迁建|共建|创建|筹建|组建|修建|援建|建设|建成|建立|建好|搭建|改造|改善|提升|提质|扩能|扩容|升级|"
    "整治|治理|修缮|维修|整修|修复|加固|更新|更换|加装|安装|增设|增建|设立|设置|开设|开办|开通|开工|完工|竣工|启用|启动|投用|投运|打造|培育|培养|培训|"
    "发展|扶持|帮扶|资助|救助|补助|补贴|奖励|发放|配备|配置|增配|配齐|配送|购置|采购|引进|招聘|招募|招录|招收|选派|选聘|选树|新聘|续聘|派遣|派出|聘用|聘任|安置|"
    "推广|推出|投放|铺设|敷设|硬化|拓宽|打通|清理|清运|疏浚|疏通|种植|栽植|补植|创成|评选|认定|命名|办理|解决|接收|覆盖|惠及|受益|涉及|服务|慰问|"
    "检查|筛查|检测|监测|抽检|开展|举办|提供|新增|增加|补充|开发|筹集|筹措|供应|盘活|化解|落实|实现|达成|选择|集成|完善|优化|调整|亮化|绿化|美化|评定|施划|划定|授牌"
)
_DEED_ONLY = lazy(rf"(?:(?:{_HOW})*(?:{_VERB})(?:了|、|和|与|及|或|并|/)?)+")
_DEED_END = lazy(rf"(?:{_VERB})(?:了|好)?$")
_ANY_DEED = lazy(_VERB)
_FIRST_DEED = lazy(rf"(?:{_VERB})(?=[一-龥“]{{2}})")
_LAST_DEED = lazy(rf".*(?:{_VERB})")
_PLACE_END = lazy(
    r"(?:城区|片区|园区|库区|景区|地区|区域|全域|城乡|农村|城镇|沿线|周边|道路|[全我本][省市县区镇乡村]|(?:范围|辖区|小区|校园)?内|既有的?|现有的?|剩余的?|其余的?)$"
)
# 大家将看到新增的8个公园: what is told of them stands before 的, whoever it is told to. What stood before is another thing.
_DONE_THINGS = lazy(rf"(?P<deed>(?:新)?(?:{_VERB})+)(?:好|起来|之?后|完?成)?的[ ]*$", needs="的")
_STOOD_BEFORE = lazy(r"已|原|现有|曾|此前|以前|之前|过去|往年|历年|上年|去年|前年|早先|(?:19|20)\d\d年|[未没待]")
_SEPARATED = lazy(r"(?:、|以及|和|(?<![惠涉普])及|(?<!参)与|并)[ *★☆▲△※]*$", needs="、|及|和|与|并")
_WHOLE_PLACE = lazy(r"[全我本][省市县区镇乡]$", needs="全|我|本")
_AFTER_DEED = lazy(r"(?:了|、|和|与|或|并|/|(?<=[建造改修新扩])及)$", needs="了|、|和|与|或|并|/|及")
_AHEAD = ("新", "改扩", "改建", "扩", "续", "重建", "翻建", "迁建", "惠及", "受益", "涉及", "覆盖")
_LISTED_SO_FAR = lazy(r"等[ ]*$")
_NO_THING = lazy(rf"(?:{_VERB}|[和与及、]|进行|给予|用于|享受|参加|参保|到位|左右|以[上下内]|任务|目标|[的了得])")
_DEEDS_AHEAD = lazy(rf"(?:(?:{_HOW})*(?:{_VERB})(?:、|和|与|及|或|并|/)?)+(?:投入)?(?:使用)?")
_PLACE_NAME = lazy(r"(?:[区镇乡村县市]|街道|社区|旅游点|农村|城镇|[路河江]段|滨[河江湖]段)$")
_MOST_NAMES, _LONGEST_NAME = 10, 12
_OPENED = lazy(r"\((?:其中|含|包括|约|其中,)?(?P<own>[^()]{2,})$")


def is_deed(words: str) -> bool:
    """Whether words only say that something is done: 新建、改造, 提质扩能, 五年内建成."""
    return _DEED_ONLY.fullmatch(words) is not None


def begins_with_deed(words: str) -> bool:
    """Whether words begin with what is done to what they name: 新建村级公厕."""
    return _FIRST_DEED.match(words) is not None


def has_deed(words: str) -> bool:
    """Whether words say anywhere that something is done."""
    return _ANY_DEED.search(words) is not None


def done_to(verb: str, thing: str) -> str:
    """Return a deed and its thing as plans name them: 危桥改造, but 新建公厕."""
    deed = _AFTER_DEED.sub("", verb)
    return f"{deed}{thing}" if deed.startswith(_AHEAD) or thing.endswith(deed) else f"{thing}{deed}"


def without_place(words: str) -> str:
    """Return words without the whole place that ends them: 改善 for 改善全市."""
    return _WHOLE_PLACE.sub("", words)


def before_names(words: str, number: Decimal, thing: str) -> str:
    """Return what is done to 桥西路、文昌街2个易涝点, where as many names as are counted stand before the figure."""
    names = words.split("、")[-int(number) :] if 1 < number < _MOST_NAMES else []
    if (
        not names
        or len(names) != number
        or not is_thing(thing)
        or any(not 1 < len(name) < _LONGEST_NAME for name in names)
    ):
        return words
    return deeds_ahead(names[0])


def names_nothing(words: str) -> bool:
    """Whether the words left of a figure end in a deed or a place, so that the noun behind the figure names it."""
    return bool(_DEED_END.search(words[-8:]) or _PLACE_END.search(words[-8:]))


def deeds_ahead(words: str) -> str:
    """Return what words say first is done to what they name: 新建、改扩建 of 新建、改扩建学校; all of them when no thing follows."""
    ahead = _DEEDS_AHEAD.match(words)
    return ahead.group() if ahead else ""


def deed_behind(words: str) -> str:
    """Return the deed that ends a name: 改造 of 危桥改造, else nothing."""
    behind = _DEED_END.search(words)
    return behind.group() if behind else ""


def is_place(words: str) -> bool:
    """Whether words name a place, or several: 城区, 江北老旧小区, 东山镇、西河镇."""
    return _PLACE_NAME.search(words) is not None


def is_thing(right: str) -> bool:
    """Whether the words right behind a measure word begin with what is counted, and not with what is done."""
    return len(right) > 1 and not _NO_THING.match(right)


def follows_list(left: str) -> bool:
    """Whether a figure goes on in a list right behind a 、 or 和, so that the words before it name the one before."""
    return _SEPARATED.search(left) is not None


def head_of_list(left: str) -> str | None:
    """Return what stands before the names of a list that ends in 等: 培育 of 培育甲中学、乙中学等; None without such a list."""
    if not _LISTED_SO_FAR.search(left):
        return None
    first = re.split("、|,", left.strip(" ,;:"), maxsplit=1)[0]
    deed = _LAST_DEED.match(first)
    return deed.group() if deed else ""


def deed_of_things(left: str) -> str | None:
    """Return 新增 of 您将看到新增的, where what it was done to stands behind the figure; None where nothing such is said."""
    done = _DONE_THINGS.search(left)
    return None if done is None or _STOOD_BEFORE.search(left[: done.start()]) else done["deed"]


def last_deed(left: str) -> str:
    """Return 安装 of 老旧小区改造、安装, the deed of the thing behind the figure; words that only list deeds stay whole."""
    before, mark, last = left.rpartition("、")
    return last if mark and is_deed(last) and not is_deed(before) and _DEED_END.search(before) else left


def in_brackets(left: str) -> str:
    """Return the words left of a figure inside the brackets that it stands in, all of them outside of brackets."""
    opened = _OPENED.search(left)
    return opened["own"] if opened else left

"""Telling what was from what is promised: last year's figures, what is done already, how many people a place has."""

from __future__ import annotations

import re
from functools import lru_cache

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.words.change import CHANGED_TO
from engine.words.done import DONE, PROGRESS, WHOLLY
from engine.words.periods import YEAR_BEFORE

_DONE = lazy(
    r"(?:(?<!对)已(?!登记|参保|脱贫|建档)|目前|现有|现已|截至[^,。;\n]{0,12}|原有|共有(?!产权)|(?<![合据按从])实际(?=$|完成|建成|到位))[^,。;\n\d]{0,14}$",
    needs="已|目前|现有|截至|原有|共有|实际",
)
_FORMERLY = lazy(
    r"(?<![比较])(?:上年|去年|上一年|前一年|同期)(?!度?[^,。;\n]{0,12}(?:(?<!新)增|提高|下降))[^,。;\n]{0,10}$",
    needs="上年|去年|上一年|前一年|同期",
)
_SETS_PAST = lazy(
    r"截至|目前|据统计|据介绍|据了解|会议通报|近[一二三四五两\d]+年|[本此]次(?:调查|会议)|辖(?=[\d一二三四五六七八九十两])|票决结果|应到|会议听取|带队|投票|推迟"
    r"|(?:调整|提标|提高|上调|改革)之?前(?=,|[^,。;\n]{0,16}标准)|由于|今年(?=\d{1,3}岁)|先后|调研组|(?:发放|回收)(?:调查|有效)?问卷|(?<!力争)(?<!确保)超额完成|国土面积(?=[约为达]?\d)|(?<=[省市县区镇乡村])(?:位于|地处)"
    r"|(?:总|户籍|常住)人口(?=[约为达共]?\d)|[全我][省市县区镇乡州](?:现|共|现共)?有(?![条序效关望意])(?=[一-龥]{2,12}\d)"
)
_SETS_PAST_PARAGRAPH = lazy(
    r"过去[一二三两\d]年|截至(?:20\d\d年)?\d{1,2}月\d{1,2}日(?![^,。;\n]{0,4}前)|(?<![较比于在为与同跟按照是])(?:上一?年度?(?!末)|前一年|去年)(?!度?(?:同期)?的?(?:水平|规模|做法|结转|结余|持平|\d))(?![^,。;\n]{0,18}(?:基础上|提高|(?<!新)增|下降))(?![^,。;\n]{0,30}(?:计算|测算|核定|折算|为基数))(?![^,。;\n\d]{2,24}的\d+(?:\.\d+)?[%倍‰])|上[一个](?:年度|采暖期|供暖季|学年)|前期工作(?=情况|中|以来|取得|基础|进展|成效)|工作回顾",
    needs="过去|截至|上年|上一年|前一年|年度|去年|采暖期|供暖季|学年|前期工作|工作回顾",
)
_SETS_NOW = lazy(
    r"(?:调整|提标|提高|上调|改革)之?后|要求|应当|不低于|不少于|今年(?!\d{1,3}岁)|年内|年底|力争|确保|将(?!近)|(?<!占)(?<!当年)(?<!当年度)(?<!上年)(?<!去年)计划(?!的\d)|预期目标|(?<![年\d])\d{1,2}月(?:\d{1,2}日)?[底末]?(?:之|以)?前(?:全面|全部)?(?:完成(?!了)|建成(?!了)|实现|启动|开展)|下一步|新的一年|接下来"
)
# 全县有养老机构14家；区域服务中心9个: what there is may go on behind a semicolon, as long as nothing is done.
_THERE_IS = lazy(
    r"[全我][省市县区镇乡州](?:现|共|现共)?有(?![条序效关望意])(?=[一-龥]{2,12}\d)|现有|截至20\d\d年[底末]|截至(?:20\d\d年)?\d{1,2}月",
    needs="有|截至",
)
_IS_DOING = lazy(
    r"[,、;:](?:[全本][年县]|计划|预计|拟|将|再|免费|统一|集中)*(?:[新改扩续重翻迁援修]建|建立|改扩建|搭建|升级|整治|修缮|维修|更新|更换|[加安]装|增设|设立|开设|打造|培[育养训]|帮扶|资助"
    r"|救助|发放|配备|购置|采购|引进|招聘|选派|安置|推广|投放|铺设|种植|办理|解决|提供|开展|举办|组织|实施|筛查|检查|抽检|筹集|接种)(?=[一-龥“]{2}|$)"
)
# 全年 is the year that its sentence speaks of.
_ALL_YEAR = lazy("全年(?!度)")
_YEAR_SET = lazy(r"([到至])?((?:19|20)\d\d)年(?!以来|后|之?前|以前|至|-|~)(?P<end>[底末])?(?!之?前|以前)")
# 由2023年的152场增加到190场: the year is that of what the change starts from, and of nothing behind it.
_FROM_YEAR = lazy(rf"[由从在]20\d\d年[^,。;\n]{{0,24}}?(?:{CHANGED_TO}|基础上)", needs="由|从|在")
_LONGEST_BRACKET = 64
# 达到58个(2024年底45个): where it stood when a year that is gone by ended.
_STOOD = lazy(r"\((?:截至|至|到)?((?:19|20)\d\d)年[底末](?!之?前|以前)")
_END_OF = lazy(r"[到至]((?:19|20)\d\d)年[底末]")
_REACHES = lazy(r"达到?|提[高升]|完成|建成|实现|新增|改造|建设|不低于|不少于|降[到至低]|控制|增加")
_IN_TITLE = lazy(r"《[^》]*$|[〔\[(][^〕\])]*$|于$|自$|比$|较$")
# 达到70%,上年为68.9%;签约率…: where a target stood is said between marks, and what follows is promised again.
_ASIDE = lazy(
    r"(?<=[,(])(?:其中)?(?:20\d\d年|上一?年|去年)度?(?:[底末]|年末|年底|同期|实际|全[年县市区省旗])*(?:仅|约)?(?:(?:为|是|达到?|完成|实现)了?)?"
    r"\d[\d.,]*[^\d,。;:()]{0,6}(?=[,;。)])",
    needs="年",
)
_PARAGRAPH = 400
_AHEAD = 8
_LONGEST_HEADING = 24
# What was found or is wanting: 摸排出的17处, 仍有23个, 不足之处 are states, not tasks.
_FOUND = lazy(
    r"(?:(?:摸排|排查|调查|发现|查找|梳理|征集|收集|筛查|检查)(?:出|到)的?|(?:仍|尚|还)有|仅(?![需限收])有?|只有|缺口(?:为|达|约)?)[^,。;\n\d]{0,4}$",
    needs="摸排|排查|调查|发现|查找|梳理|征集|收集|筛查|检查|仍|尚|还|仅|只有|缺口",
)
_FILLS = lazy(r"(?:补[足齐]|[填弥]补|解决|消除)[^,。;\n]{0,14}缺口[^,。;\n]{0,3}$", needs="缺口")
# What is said behind a figure that is reached already.
_ACHIEVED = lazy(
    r"[^,。;\n]{0,30}[,(](?:均?已)?(?:超额|提前|圆满|全面|如期)完成(?:了)?(?:年度|全年|既定|目标)*任务(?:[,。;)\n]|$)"
    r"|[^,。;\n\d]{0,30}[,(](?:任务)?完成率(?:为|达到?)?\d|[^,。;\n\d]{0,20}[,(](?:占|为)(?:年度|全年|目标)*(?:计划|任务)的?\d",
    needs="任务|完成率|计划",
)
# 已完成8个(53%), 完成率102%: how much of a task is done.
# 占年度任务的82%, 完成率86.7% behind what is done so far.
_OF_TASK = lazy(
    rf"(?:占[^,。;:\n\d]{{0,8}}(?:任务|目标|计划)[数量总]{{0,2}}的?|(?:{PROGRESS})(?:率|比例)(?:为|达到?)?)$",
    needs="占|率|比例",
)
_SO_FAR = lazy(
    r"已(?!登记|参保|脱贫|建档)|目前|截至|(?<![\d年])\d{1,2}(?:-|~|至|到)\d{1,2}月(?:份)?(?!底|前)|(?:实际|累计)(?:完成|到位)"
)
_STOCK = lazy(r"(?:(?<![实兑出体发表呈再涌])现共?|原|辖)有?$", needs="现|原|辖")
_SHARE_DONE = lazy(r"(?:已|正在)[^,。;\n(]{1,14}\($", needs="已|正在")
_DONE_RATE = lazy(r"完成率(?:为|达到?)?$")
# 8个已完成; but not what is to be done to those (3个已建成的站点), nor what some are of (12个食堂已完成5个).
_IS_DONE = lazy(
    rf"[^,。;:、\n\d]{{0,10}}已(?:经)?(?:{WHOLLY}|顺利|提前)*(?:{DONE})(?![^,。;\n]{{0,10}}的|[^,。;\n\d]{{0,4}}\d)",
    needs="已",
)
# 在上年每人5800元的基础上提高到…: where a change starts from.
_IS_BASIS = lazy(rf"的?基础上[^,。;\n\d]{{0,6}}{CHANGED_TO}", needs="基础上")
_NUMBERED = lazy(r"\s*(?:\d{1,2}[.、]|\(\d{1,2}\))")
_SO_FAR_BEHIND = lazy(
    r"[ ]*(?:上半年|前?[一二三]个?季度|前?[一-龥]{1,2}季度|截至|截止|目前|\d{1,2}-\d{1,2}月|\d{1,2}至\d{1,2}月)"
)
_ALL = 100
_FAILED = lazy(
    r"[^,。;\n]{0,14}(?:推迟|未能按|滞后(?!的)|参会|出席|代表(?:参与|投票|票选|表决|通过[^,。;\n]{0,6}(?:票|选)))",
    needs="推迟|未能按|滞后|参会|出席|代表",
)
_REPORTS = lazy(
    r"[^。;\n]{0,16}(?:工作回顾|回顾|完成情况|办理情况|落实情况|进展情况|工作总结|主要成效|工作成效|主要成绩|取得的?成[效绩]|基本[省市县区镇乡]情|[省市县区镇乡]情概况"
    r"|基本概况|发展现状|工作现状|(?:基本|建设)?现状|(?:20\d\d年度?|上年度?|去年)(?:全[省市县区])?(?:基本|有关)?情况|发展基础|发展成就|存在的?(?:主要)?(?:问题|困难|不足|短板)|问题(?:和|与|及)(?:不足|短板|困难)|差距和不足|形势分析|面临(?:的)?形势)"
    r"(?:[^一-龥]|和|与|及|$)"
)
# 每月通报一次进展情况 is to be done.
_TO_REPORT = lazy("每[月季年周半]|定期|及时|报送|上报|通报(?!的)")
_CENSUS = lazy(
    r"(?:辖|(?:户籍|常住|总|农业|老年)人口|占总人口的?|耕地|(?:国土|辖区|[省市县区镇乡州]|^)总面积|共印|发出选票|收回|回收问卷|限投|[有效]期|保质期|应到代表|实到)$"
    rf"|[比较](?:{YEAR_BEFORE}|原来|原标准|现行标准)(?:实际|完成|标准|任务|计划|总数)*(?:每[人户生][每/]?[年月]|每[年月])?的?$"
)


def is_told(text: str, f: Figure) -> bool:
    """Whether the words right before a figure say that it is so already: 已建成, 现有, 辖, 户籍人口."""
    before = text[max(0, f.lead - 22) : f.lead]
    if _IS_BASIS.match(text, f.end):
        return False
    if any(pattern.search(before) for pattern in (_DONE, _FORMERLY, _CENSUS)):
        return True
    if _FOUND.search(before) and not _FILLS.search(before):
        return True
    if not f.word and (_STOCK.search(text, max(0, f.number - 4), f.number) or _is_share_of_task(text, f)):
        return True
    if _ACHIEVED.match(text, f.end) or _SHARE_DONE.search(before) or (f.value > _ALL and _DONE_RATE.search(before)):
        return True
    return not f.word and bool(_FAILED.match(text, f.end) or _IS_DONE.match(text, f.end))


def _is_share_of_task(text: str, f: Figure) -> bool:
    """Whether a share says how much of a task is done, after what its sentence says is done so far."""
    if f.op != "=" or f.unit != "%" or not _OF_TASK.search(text, max(0, f.number - 18), f.number):
        return False
    begin = max(text.rfind(mark, 0, f.number) for mark in "。;\n") + 1
    return _SO_FAR.search(text, begin, f.number) is not None


def reports_the_past(title: str) -> bool:
    """Whether the heading of a section says that it tells of what is done or wanting: 工作回顾, 存在问题."""
    return len(title) <= _LONGEST_HEADING and bool(_REPORTS.match(title)) and not _TO_REPORT.search(title)


def is_past(text: str, f: Figure, sentence: int, year: int | None) -> bool:
    """Whether the words before a figure tell of what was, not of what is promised for ``year``.

    A past year, and words such as 去年, govern their whole paragraph until a present one follows; 目前 and its kind only
    their sentence, which begins at ``sentence``.
    """
    if _in_past_brackets(text, f, year):
        return True
    begin = max(0, f.lead - _PARAGRAPH)
    paragraph = max(begin, text.rfind("\n", begin, f.lead) + 1)
    if not _tells_past(text, f, sentence, paragraph, year):
        return False
    beside = _without_asides(text)
    return beside[f.number] != text[f.number] or _tells_past(beside, f, sentence, paragraph, year)


@lru_cache(maxsize=2)
def _without_asides(text: str) -> str:
    """Return a text with blanks for what it says between marks of where a target stood, so that offsets hold."""
    return _ASIDE.sub(lambda aside: " " * len(aside.group()), text)


def _tells_past(text: str, f: Figure, sentence: int, paragraph: int, year: int | None) -> bool:
    told = _last_at(_SETS_PAST_PARAGRAPH, text, paragraph, f.lead)
    told = max(told, _last_at(_SETS_PAST, text, sentence, f.lead), _as_of(text, f, sentence, year))
    told = max(told, _goes_on(text, f, paragraph, sentence))
    now, since = _last_at(_SETS_NOW, text, paragraph, f.lead), -1
    if year:
        own = _FROM_YEAR.match(text, f.lead, f.number + 1)
        since = f.lead if own and own.group()[1:].startswith(str(year - 1)) else -1
        for match in _YEAR_SET.finditer(text, paragraph, f.lead):
            if _FROM_YEAR.match(text, match.start() - 1, f.lead + 1):
                if int(match[2]) == year - 1 and match.start() >= sentence:
                    since = match.start()
                continue
            if text.startswith("截", match.start() - 1):
                told = max(told, match.end() if int(match[2]) < year else match.start())
            elif int(match[2]) >= year:
                now = now if match["end"] else max(now, match.start())
            elif not match[1] and not _IN_TITLE.search(text, paragraph, match.start()):
                # 年底 alone would be the end of the plan's own year.
                told = max(told, match.end() if match["end"] else match.start())
    if told < sentence:
        # What a change from the year before leads to is of the plan's own year, whatever the sentences before tell.
        now = max(now, since, _last_at(_ALL_YEAR, text, paragraph, f.lead))
        # 今年…。2022年全县实现…。开展培训2650人次: where a task stood is said aside, and what is done is told again.
        if 0 <= now < told and _IS_DOING.match(f";{text[sentence : f.lead]}"):
            return False
    return told > now


def _as_of(text: str, f: Figure, sentence: int, year: int | None) -> int:
    """Return where a sentence says that a figure is so at the end of a year gone by; -1 where it promises it."""
    found = [m for m in _END_OF.finditer(text, sentence, f.lead) if year and int(m[1]) < year]
    clause = max(text.rfind(",", sentence, f.lead), text.rfind(";", sentence, f.lead), sentence)
    return found[-1].end() if found and not f.word and not _REACHES.search(text, clause, f.lead) else -1


def _goes_on(text: str, f: Figure, paragraph: int, sentence: int) -> int:
    """Return where a list of what there is begins that a figure behind a semicolon goes on with, -1 for any other."""
    if f.word or _REACHES.search(text, sentence, f.lead) or _IS_DOING.search(f";{text[sentence : f.lead]}"):
        return -1
    begin = max(paragraph, text.rfind("。", paragraph, f.lead) + 1)
    return _last_at(_THERE_IS, text, begin, sentence) if begin < sentence else -1


def promises(text: str, sentence: int, figure: int) -> bool:
    """Whether the words between the beginning of a sentence and a figure promise something all the same: 今年, 力争."""
    if any(pattern.search(text, sentence, figure) for pattern in (_SETS_NOW, _ALL_YEAR)):
        return True
    # 1.引进项目10个;新开工6个。上半年,引进项目7个: the item tells its target first and then how far it has come.
    line = text.rfind("\n", 0, figure) + 1
    stop = text.find("。", line)
    return figure < stop and bool(_NUMBERED.match(text, line)) and _SO_FAR_BEHIND.match(text, stop + 1) is not None


def _in_past_brackets(text: str, f: Figure, year: int | None) -> bool:
    """Whether a figure stands in brackets that give an earlier year: (2023年分别为715元、1300元)."""
    begin = max(0, f.lead - _LONGEST_BRACKET)
    opened = text.rfind("(", begin, f.lead)
    if year is None or opened < 0 or text.rfind(")", opened, f.lead) >= 0:
        return False
    if (stood := _STOOD.match(text, opened)) and int(stood[1]) < year:
        return True
    years = [m for m in _YEAR_SET.finditer(text, opened, f.lead) if not m[1]]
    return bool(years) and int(years[-1][2]) < year


def _last_at(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    last = -1
    # What the pattern looks at behind its words may be the figure itself.
    for match in pattern.finditer(text, start, end + _AHEAD):
        if match.end() > end:
            break
        last = match.start()
    return last

"""Subjects that share figures: A、B比例分别为70%、80%; 城市和农村供养率均达到60%; X和Y标准分别提高到80元."""

from __future__ import annotations

import re

from msgspec import Struct

from engine.extract.names.labels import subject
from engine.extract.names.naming import begins_with_deed, deeds_ahead, done_to, is_place
from engine.extract.names.scopes import CONTRAST_GROUP, residence
from engine.patterns import lazy

_TRIGGER = lazy(
    r"分别|(?:(?<![人户生村校年月平])|(?<=每[人户生校年月]))均(?!为主|等|衡|价|可)|(?<![首成古故])都(?!市|为主)|各自|统一(?=提|调|上调|增|达|按|为|执行)"
)
# 各 right before the figure, or before what each of several places does.
_EACH = lazy(
    r"(?P<words>[^,。;:\n\d]{4,40}?)各(?![类级地乡县市镇区项种个自单部有位界方])(?P<done>[一-龥]{0,10})[ ]*$",
    needs="各",
)
_EACH_OF = lazy(r"、|以及|和|与|及(?!格|时|其|以|早)")
_COUNTED_ALREADY = lazy(r"[一二两三四五六七八九十][个镇乡县区所家村街]|等$|等[^、]{1,4}$|每")
_SPLIT = lazy(r"、|以及|和|与|及(?!格|时|其|以|早)|,")
_OWN_HEAD = lazy(
    r"(?:率|比例|占比|标准|覆盖面|人数|户数|数量|比重|水平|次数|面积|总量|额|达标|起数|件数|天数|时间|时限|金)$"
)
_PAYMENT = lazy(r"(?:补贴|补助|津贴|奖励|低保)(?:标准)?$")
_TOWN_AND_COUNTRY = lazy(r"城乡(?=低保|最低生活|特困)")
_BOTH = ("城市", "农村")
_PLACE = lazy(r"[一-龥]{1,8}?[市县区旗镇乡](?![市县区旗镇乡])", needs="市|县|区|旗|镇|乡")
# 集中供养特困人员的全护理、半护理标准: whose they are is said once, for all of them.
_OWNED = lazy(
    r"(?P<whose>[一-龥]{2,14}(?:人员|对象|儿童|孤儿|老年人|老人|残疾人|学生|家庭|居民|职工|患者)的)(?P<rest>[一-龥]{2,})",
    needs="的",
)
_RATE = lazy(r"(?:无害化|资源化|标准化|规范|集中|有效|综合|安全|健康|系统|早期|科学|免费|全程|日常)*[一-龥]{2}率$")
_COMPARISON = lazy(r"每|[按比较从由在]|标准$", needs="每|按|比|较|从|由|在|标准")
# 按全自理、半护理、全护理三档,分别为…: how many the list has says nothing of what they are.
_KINDS = "[两二三四五2-5]个?(?:档次?|等级|级别|类别?|层次|学段|类型)"
_COUNTED_OFF = lazy(
    rf"(?<=[一-龥]){_KINDS}(?=[^,。;\d]{{0,16}}(?:标准|补贴|补助|津贴|分别))", needs="档|级|类|层次|学段"
)
_LIST_OF_KINDS = lazy(
    rf"(?:按照?|分为?|划分为?|分成|对)?(?P<list>[一-龥]{{2,6}}(?:、[一-龥]{{2,6}}){{1,4}})(?:等)?{_KINDS}(?:标准|发放|执行|补助)?,$",
    needs="档|级|类|层次|学段",
)
_BY = lazy(r"(?:按照?(?!摩|需|揭|月|年)|划?分[为成]|(?<=标准)分(?!散))(?=[一-龥]{2,4}、)", needs="按|分")
_CLAUSE_ENDS = ",。;:\n"
_SHORTEST_DEED = 2
_SHARED_TAIL = 4
_BARE = 2
_SHORTEST_REST = 2
_PEOPLE = lazy(r".*?(?:儿童|孤儿|老年人|老人|残疾人|人员|对象|家庭|学生|妇女|职工|居民)(?!保)")
_CONTRASTED = tuple(sorted(CONTRAST_GROUP, key=len, reverse=True))


class Share(Struct, frozen=True):
    """One subject of a distribution: its full label and, where subjects split one indicator, its qualifier.

    The label of a ``bare`` one names only the thing, not what is counted of it.
    """

    label: str
    scope: tuple[str, ...] = ()
    bare: bool = False


def _tail(part: str, last: str) -> tuple[str, str]:
    """Return (what ``last`` says after the words it shares with the end of ``part``, those shared words)."""
    for length in range(min(len(part), len(last)), 1, -1):
        at = last.rfind(part[-length:])
        if at >= 0:
            return last[at + length :], part[-length:]
    return "", ""


def _head_word(last: str) -> str:
    """Return the qualifier that ``last`` begins with, when it is one of a known contrast."""
    return next((word for word in _CONTRASTED if last.startswith(word)), "")


def _qualifier(part: str, shared: str) -> str:
    """Return what tells ``part`` from its siblings: it without the words they share, where those are a name by themselves."""
    rest = part[: -len(shared)]
    return rest if rest and (len(shared) >= _SHARED_TAIL or rest in CONTRAST_GROUP) else part


def _expand(parts: list[str]) -> list[Share]:
    """Return each part with the words that it leaves to the last one (小学、初中生均经费: 小学生均经费)."""
    last = parts[-1]
    if all(_OWN_HEAD.search(part) for part in parts):
        return [Share(part) for part in parts]
    if all(begins_with_deed(part) for part in parts):
        return [Share(part) for part in parts]
    told = _graded(parts) or _told_in_the_middle(parts)
    if told:
        return told
    owner = _OWNED.match(parts[0])
    if owner and not any("的" in part for part in parts[1:]):
        whose = residence(owner["whose"])
        shares = _expand([owner["rest"], *parts[1:]])
        return [Share(f"{owner['whose']}{s.label}", (whose, *s.scope) if whose else s.scope) for s in shares]
    head = _head_word(last)
    if head[_BARE:] in ("供养", "养育"):
        # 集中、分散供养 are 集中供养 and 分散供养.
        parts = [part + head[_BARE:] if part + head[_BARE:] in CONTRAST_GROUP else part for part in parts]
    if head and all(CONTRAST_GROUP.get(part) == CONTRAST_GROUP[head] for part in parts[:-1]):
        return [Share(f"{part}{last[len(head) :]}", (part,)) for part in (*parts[:-1], head)]
    parts = _whose(parts)
    tails = [_tail(part, last) for part in parts[:-1]]
    rest = next((tail for tail, shared in tails if shared), "") or _rest_of(parts, last)
    shares = [
        Share(f"{part}{tail if shared else rest}", (_qualifier(part, shared),))
        for part, (tail, shared) in zip(parts, tails, strict=False)
    ]
    shared = next((shared for _, shared in tails if shared), "")
    own = last.removesuffix(rest) if rest else last[: len(parts[0])]
    return [*shares, Share(last, (_qualifier(own, shared),) if own else ())]


def _rest_of(parts: list[str], last: str) -> str:
    """Return what the last part says for all: behind its known qualifier, behind a last character shared (春节、重阳节…)."""
    head = _head_word(last)
    if head:
        return last[len(head) :]
    place = _PLACE.match(last)
    if place and all(_PLACE.fullmatch(part) for part in parts[:-1]):
        return last[place.end() :]
    if all(len(part) == 1 for part in parts[:-1]):
        return last[1:]
    at = last.rfind(parts[0][-1])
    if len(parts[0]) - 1 <= at <= len(parts[0]) + 1 and len(last) - at > _SHORTEST_REST:
        return last[at + 1 :]
    people = _PEOPLE.match(last)
    if people and people.end() < len(last):
        return last[people.end() :]
    rate = _RATE.search(last)
    if rate and rate.start():
        return rate.group()
    return last[len(parts[0]) :] if len(last) > len(parts[0]) else ""


def _whose(parts: list[str]) -> list[str]:
    """Return parts with the people that a bare 散居 leaves to the next one: 散居、集中供养孤儿和…."""
    named = list(parts)
    for index in range(len(parts) - 3, -1, -1):
        head = _head_word(named[index + 1])
        if head and CONTRAST_GROUP.get(named[index]) == CONTRAST_GROUP[head]:
            named[index] += named[index + 1][len(head) :]
    return named


def _graded(parts: list[str]) -> list[Share]:
    """Return 一级X, 二级X for X一级、二级: bare grades that stand behind the name of the first."""
    if any(part not in CONTRAST_GROUP for part in parts[1:]):
        return []
    first = next((word for word in _CONTRASTED if parts[0].endswith(word)), "")
    name = parts[0][: len(parts[0]) - len(first)]
    if not first or len(name) < _SHARED_TAIL or any(CONTRAST_GROUP[p] != CONTRAST_GROUP[first] for p in parts[1:]):
        return []
    return [Share(f"{word}{name}", (word,)) for word in (first, *parts[1:])]


def _told_in_the_middle(parts: list[str]) -> list[Share]:
    """Return X一Y, X二Y, X三Y for X一、二、三Y: 集中供养特困人员全护理、半护理、全自理照料护理补贴标准."""
    last = _head_word(parts[-1])
    first = next((word for word in _CONTRASTED if parts[0].endswith(word)), "")
    words = (first, *parts[1:-1], last)
    name = parts[0][: len(parts[0]) - len(first)]
    if len(parts) < _BARE or not first or not name or len({CONTRAST_GROUP.get(word) for word in words}) > 1:
        return []
    whose = residence(name)
    scope = (whose,) if whose else ()
    return [Share(f"{name}{word}{parts[-1][len(last) :]}", (*scope, word)) for word in words]


def _contrast(words: str) -> list[Share]:
    """Return the two subjects of 城市和农村X, when both are qualifiers of one contrast."""
    match = re.match(r"(.{0,12}?)(?P<first>[一-龥]{2,6})(?:和|与|、|及)(?P<second>[一-龥]{2,6})", words)
    if not match:
        return []
    for size in range(len(match["second"]), 1, -1):
        second = match["second"][:size]
        for begin in range(len(match["first"]) - 1):
            first = match["first"][begin:]
            group = CONTRAST_GROUP.get(first)
            if group is not None and group == CONTRAST_GROUP.get(second) and first != second:
                before = match[1] + match["first"][:begin]
                rest = words[match.start("second") + size :]
                return [Share(before + first + rest, (first,)), Share(before + second + rest, (second,))]
    return []


def with_list_before(text: str, start: int, left: str, figures: int) -> str:
    """Return the words left of a run of figures with the list of as many kinds that the clause before counts: …三档,分别为."""
    begin = max(text.rfind(mark, 0, max(0, start - 1)) for mark in _CLAUSE_ENDS) + 1
    told = _LIST_OF_KINDS.search(text[begin:start]) if figures > 1 else None
    if told is None or told["list"].count("、") + 1 != figures:
        return left
    return f"{text[begin : begin + told.start()]}{told['list']}{left if _TRIGGER.search(left) else f'分别{left}'}"


def subjects_of(left: str, figures: int) -> list[Share]:
    """Return the subjects that share a run of ``figures`` figures with the words ``left`` of it; empty for one subject.

    Several figures pair in order; one figure goes to each of the subjects.
    """
    left = _BY.sub("", _COUNTED_OFF.sub("", left)) if figures > 1 else left
    triggers = list(_TRIGGER.finditer(left))
    trigger = triggers[-1] if triggers else None
    if trigger is None and figures < 2:
        return _each(left)
    words = subject(left[: trigger.start()] if trigger else left)
    parts = [part for part in _SPLIT.split(words) if part]
    if figures > 1:
        return _in_turn(parts, words, figures, _done(left[trigger.end() :]) if trigger else "")
    several = sum(_OWN_HEAD.search(part) is not None for part in parts) > 1
    pair = [] if several else _contrast(words)
    if pair:
        return pair
    if trigger and _TOWN_AND_COUNTRY.search(words):
        return [Share(words.replace("城乡", word, 1), (word,)) for word in _BOTH]
    parts = _headed(parts) if several else parts
    paid = all(map(_PAYMENT.search, parts)) or _paid_alike(parts)
    if len(parts) > 1 and trigger and (_OWN_HEAD.search(parts[-1]) or paid or trigger.group() == "分别"):
        return _expand(parts)
    return []


def _paid_alike(parts: list[str]) -> bool:
    """Whether the last part names what is paid to all, after a noun that the others end in: 公办幼儿园、民办幼儿园生均补助."""
    shared = [_tail(part, parts[-1])[1] for part in parts[:-1]]
    return bool(shared and all(shared) and _PAYMENT.search(parts[-1]))


def _each(left: str) -> list[Share]:
    """Return the things of 新建小学、幼儿园各2所, and the places of 甲镇、乙镇各新建公厕3座: the figure is that of each."""
    match = _EACH.search(left)
    if match is None:
        return []
    words, done = subject(match["words"]), subject(match["done"])
    deed = deeds_ahead(words)
    parts = [part for part in _EACH_OF.split(words[len(deed) :]) if part]
    if len(parts) < 2 or any(len(part) < 2 or _COUNTED_ALREADY.search(part) for part in parts):
        return []
    if match["done"]:
        return [Share(f"{part}{done}", (part,), True) for part in parts] if all(map(is_place, parts)) else []
    return [Share(done_to(deed, part) if deed else part, (), True) for part in parts]


def _headed(parts: list[str]) -> list[str]:
    """Return parts with those that name nothing measured put to the next.

    中小学、幼儿园专职保安配备率、封闭化管理达标率 are two rates, the first of both kinds of school.
    """
    found: list[str] = []
    waiting = ""
    for part in parts:
        whole = f"{waiting}、{part}" if waiting else part
        waiting = "" if _OWN_HEAD.search(part) else whole
        if not waiting:
            found.append(whole)
    return found


def _in_turn(parts: list[str], words: str, figures: int, done: str) -> list[Share]:
    """Return the subjects that several figures pair with in order; 城乡 is two of them; ``done`` is what is done to each."""
    if len(parts) < figures:
        if figures == len(_BOTH) and "城乡" in words:
            return [Share(words.replace("城乡", word, 1), (word,)) for word in _BOTH]
        return []
    return [Share(f"{share.label}{done}", share.scope) for share in _expand(parts[-figures:])]


def _done(words: str) -> str:
    """Return what stands between 分别 and its figures, where it names something: 除险加固, 新增停车泊位."""
    named = subject(words)
    return "" if words.rstrip().endswith("的") or _COMPARISON.search(named) or len(named) < _SHORTEST_DEED else named

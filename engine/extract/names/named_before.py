"""What the words before a clause say of its figures: the standard named last, the frame of the sentence, the thing dealt with."""

from __future__ import annotations

from engine.extract.names.labels import subject
from engine.extract.names.naming import deeds_ahead
from engine.patterns import lazy
from engine.words.people import PEOPLE

_DIGIT = lazy(r"\d")
_PEOPLE = lazy(rf".*(?:{PEOPLE}|家庭(?!经济|困难)|[宿新]生|五保户)")
_STANDARD = lazy(
    r"([^,。;:!?\n]{0,40}?)((?:最低)?[^,。;:!?\n、]{0,12}(?:标准|补贴|津贴|补助|生活费|助学金|救助金|奖补))(?=[,。;:!?\n(“”]|小学|初中|高中|城[市镇]|农村|散居|集中|[一二三四]级|[一二三四]档|[全半]护理|(?:全|半)?失能|分别|均|统一|达到|提高|调整|为|每|由|从|按|不低于|不少于|不超过|$)"
)
_BASIS = lazy(
    r"(?:按照?(?![月季年周日]|有关|规定|政策|要求|时|期|程序)|依据|依照|参照|比照|根据)(?![^,。;]{0,8}每)",
    needs="按|依据|依照|参照|比照|根据",
)
_FRAME = lazy(r"在(?P<name>[^,。;:\n\d]{2,20}?(?:标准|水平|补贴|补助|津贴|补差|金))(?:中|方面|上),", needs="在")
_TOWN_AND_COUNTRY = "城乡"
_PAID = "补助"


def standard_named_before(text: str, start: int, end: int) -> str:
    """Return the last standard that the words before a figure name (…基本生活最低保障标准), without whose it is."""
    found = ""
    for match in _STANDARD.finditer(text, start, end):
        whole = match.group().lstrip("”“")
        if _BASIS.match(whole):
            continue
        whose = _PEOPLE.match(whole)
        named = whole[whose.end() :] if whose and whose.end() < len(whole) else whole
        found = found if _DIGIT.search(named) else named
    named = subject(found) if found else ""
    # What stands behind a name may be cut from it, 补助 among it: here it is the name.
    return f"{named}{_PAID}" if named and found.endswith(_PAID) and not named.endswith(_PAID) else named


def framed(text: str, start: int, end: int) -> str:
    """Return what a sentence says at its head that it is about: 低保补差水平 of 在城乡低保补差水平中,城镇…; else nothing."""
    frames = list(_FRAME.finditer(text, start, end))
    return frames[-1]["name"].removeprefix(_TOWN_AND_COUNTRY) if frames else ""


# A measure that names no thing: of what the clause before it does something to.
_ATTRIBUTE = lazy(
    r"(?:全长|总长|长度|总?里程|总?面积|总?建筑面积|占地面积|总?投资|总?规模|年度抽检)(?:里程|批次|长度|面积|金额)?"
)
_MORE_OF = lazy(r"^(?:加强|强化|加大|提升|提高|完善|优化)")


def is_attribute(label: str) -> bool:
    """Whether a label is a measure that names no thing: 全长, 总投资."""
    return _ATTRIBUTE.fullmatch(label) is not None


def thing_of(clause: str) -> str:
    """Return what a clause without a figure does something to: 供热主管网 of 铺设供热主管网,."""
    words = _MORE_OF.sub("", subject(clause))
    return words[len(deeds_ahead(words)) :]

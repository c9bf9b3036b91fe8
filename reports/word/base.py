"""The bare Word file that an opinion is written into: page, styles and foot as GB/T 9704-2012 asks for.

A4 with margins of 37, 26, 35 and 28 mm (top, right, bottom, left), 22 lines of 28 points, body in 三号 FangSong, page
numbers in 四号 between dashes, outside. Fonts that an office's machines have under other names are given by both.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SONG, FANG, KAI, HEI, PLAIN = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
_OTHER_NAMES = {
    SONG: ("小标宋体,FZXiaoBiaoSong-B05S,宋体,SimSun,Noto Serif CJK SC", "roman"),
    FANG: ("仿宋,FangSong,FangSong_GB2312,Noto Serif CJK SC", "modern"),
    KAI: ("楷体,KaiTi,KaiTi_GB2312,Noto Serif CJK SC", "modern"),
    HEI: ("SimHei,Noto Sans CJK SC", "modern"),
    PLAIN: ("SimSun,Noto Serif CJK SC", "auto"),
}
_TWIPS_A_MM = 1440 / 25.4


class Style(Struct, frozen=True):
    """A paragraph style: its name in Word, font, size in half points, and its other properties as Word writes them.

    ``paragraph`` and ``run`` stand in the order that the schema asks for; ``line`` is the height of a line in twips.
    """

    name: str
    font: str = FANG
    size: int = 32
    line: int = 560
    align: str = "both"
    indent: str = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    before: str = ""
    outline: int | None = None
    bold: bool = False


# Without it Word takes the file for one of 2007 and says so in its title bar.
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_KEEP, _NEW_PAGE = "<w:keepNext/>", "<w:pageBreakBefore/>"

STYLES: Mapping[str, Style] = {
    "number": Style("审核意见文号", align="center", indent=_FLUSH),
    "title": Style("审核意见标题", SONG, 44, 640, "center", _FLUSH),
    "addressee": Style("审核意见主送", align="left", indent=_FLUSH),
    "body": Style("审核意见正文"),
    "fact": Style("审核意见基本情况", align="left"),
    "heading1": Style("审核意见一级标题", HEI, before=_KEEP, align="left", outline=0),
    "heading2": Style("审核意见二级标题", KAI, before=_KEEP, align="left", outline=1),
    "heading3": Style("审核意见问题", before=_KEEP, align="left", outline=2, bold=True),
    "annexed": Style("审核意见附件说明", align="left"),
    "annexed-next": Style("审核意见附件说明续", align="left"),
    "sign": Style("审核意见署名", align="right", indent=_FLUSH, before=_KEEP),
    "date": Style("审核意见成文日期", align="right", indent=_FLUSH),
    "annex": Style("审核意见附件", HEI, align="left", indent=_FLUSH, before=_NEW_PAGE),
    "annex-title": Style("审核意见附件标题", SONG, 44, 640, "center", _FLUSH, _KEEP),
    "annex-text": Style("审核意见附件正文", size=28, line=480),
    "cell": Style("审核意见表格", size=21, line=320, align="left", indent=_FLUSH),
    "cell-head": Style("审核意见表头", HEI, 21, 320, "center", _FLUSH),
}
_SPACED = {"title": (560, 560), "sign": (1120, 0), "annexed": (560, 0), "annex-title": (0, 280)}


def style_xml(key: str, lang: str) -> str:
    """Return a style as XML; Latin letters are in the Chinese font of the text, in an English opinion in Times."""
    style = STYLES[key]
    latin = style.font if lang == "zh" else "Times New Roman"
    before, after = _SPACED.get(key, (0, 0))
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    bold = "<w:b/>" if style.bold else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="gouji-{key}"><w:name w:val="{style.name}"/>'
        f'<w:qFormat/><w:pPr>{style.before}<w:widowControl w:val="0"/><w:spacing w:before="{before}" w:after="{after}" '
        f'w:line="{style.line}" w:lineRule="exact"/>{style.indent}<w:jc w:val="{style.align}"/>{outline}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{style.font}" w:cs="{latin}"/>{bold}'
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def base_parts(lang: str) -> dict[str, bytes]:
    """Return the parts of a Word file with an empty body."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{_section()}</w:body></w:document>',
        "word/_rels/document.xml.rels": _links(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("fontTable", "fontTable.xml"),
                "rId3": ("settings", "settings.xml"),
                "rId4": ("footer", "footer1.xml"),
                "rId5": ("footer", "footer2.xml"),
            }
        ),
        "word/styles.xml": _styles(lang),
        "word/fontTable.xml": _fonts(),
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/>{_MODERN}</w:settings>',
        "word/footer1.xml": _foot("right"),
        "word/footer2.xml": _foot("left"),
    }
    return {name: (_HEAD + content).encode() for name, content in parts.items()}


def _types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "fontTable": "fontTable", "settings": "settings"}
    kinds |= {"footer1": "footer", "footer2": "footer"}
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _section() -> str:
    top, right, bottom, left = (round(mm * _TWIPS_A_MM) for mm in (37, 26, 35, 28))
    foot = round(25 * _TWIPS_A_MM)
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="851" w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )


def _styles(lang: str) -> str:
    latin = FANG if lang == "zh" else "Times New Roman"
    spoken = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" '
        f'w:eastAsia="{FANG}" w:cs="{latin}"/><w:sz w:val="32"/><w:szCs w:val="32"/>{spoken}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name '
        'w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>'
    )


def _fonts() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="{family}"/></w:font>'
        for name, (others, family) in _OTHER_NAMES.items()
    )
    return f'<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def _foot(side: str) -> str:
    look = f'<w:rPr><w:rFonts w:ascii="{PLAIN}" w:hAnsi="{PLAIN}" w:eastAsia="{PLAIN}"/><w:sz w:val="28"/></w:rPr>'
    field = "".join(
        f"<w:r>{look}{content}</w:r>"
        for content in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/>'
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr>{indent}<w:jc w:val="{side}"/></w:pPr>{field}</w:p></w:ftr>'

import pytest
from review_reading import labels, odd

COUNTY = "清澜县2024年民生实事方案\n1.老旧小区改造。改造3个。\n2.法律援助。办理110件。\n"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (COUNTY + "青石县人民政府办公室\n2024年3月1日\n", "青石县人民政府办公室"),
        (COUNTY + "中共青石县委员会\n2024年3月1日\n", "青石县委员会"),
        (COUNTY + "附件：青石县2024年民生实事任务分解表\n", "青石县2024年民生实事任务分解表"),
        (COUNTY + "所需经费由青石县审计局统筹，按月拨付。\n", "青石县"),
        (COUNTY + "抄送：县委办，青石县武装部。\n", "青石县"),
        (COUNTY + "为提升服务能力，结合青石县实际，制定本方案。\n", "青石县"),
        (COUNTY + "服务对象为具有青石县户籍的老年人。\n", "青石县"),
        (COUNTY + "坚持应救尽救，不断增强榕江区困难群众的获得感。\n", "榕江区"),
        (COUNTY + "切实保障青石县城乡居民基本生活。\n", "青石县"),
        (COUNTY + "让青石县老年人就近用餐。\n", "青石县"),
        (COUNTY + "持续改善榕江区人民生活。\n", "榕江区"),
        (COUNTY + "为青石县广大群众办实事。\n", "青石县"),
        (COUNTY + "更好满足榕江区残疾人康复需求。\n", "榕江区"),
        (COUNTY.replace("清澜县", "柳澜镇") + "白马镇人民政府\n2024年3月1日\n", "白马镇人民政府"),
        (COUNTY + "真正把青石县防汛抗旱工作抓出实效。\n", "青石县"),
        (COUNTY + "以实干推动青石县农村公路建设再上台阶。\n", "青石县"),
        (COUNTY + "加强调度，确保青石县改厕任务如期完成。\n", "青石县"),
        (COUNTY + "做好青石县养老服务工作，让老有所依。\n", "青石县"),
        (
            COUNTY.replace("清澜县", "清澜市") + "我市辖4个街道、5个镇。\n差额由青石县财政局统筹解决，按季拨付。\n",
            "青石县",
        ),
        # A county and a district are of one rank; an office of another place does the work, with whatever verb.
        (COUNTY.replace("清澜县", "清澜区") + "新建运动场6处，由青石县文体局统一选址并组织验收。\n", "青石县"),
        (COUNTY + "由青石县教育局具体实施。\n", "青石县"),
        (COUNTY + "项目由青石县住建局督促整改。\n", "青石县"),
        (COUNTY.replace("清澜县", "清澜区") + "青石县人民政府办公室\n2024年3月1日\n", "青石县人民政府办公室"),
    ],
)
def test_another_places_name_left_in(text: str, label: str) -> None:
    ((shown, _),) = odd(text, "wrong-place")
    assert shown == label


@pytest.mark.parametrize(
    "text",
    [
        COUNTY + "清澜县人民政府办公室\n2024年3月1日\n",
        COUNTY + "不断增强清澜县困难群众的获得感。\n",
        COUNTY + "切实把清澜县农村改厕工作抓出成效。\n",
        COUNTY + "推进脱贫县乡村振兴工作取得新成效，推动百强县建设。\n",
        COUNTY + "推进全县农村公路建设，做好各县养老服务工作。\n",
        COUNTY + "加强对口协作，推动青石县产业发展再上台阶。\n",
        COUNTY + "推进青石县至白马镇公路建设项目落地。\n",
        COUNTY + "推动文明县创建工作取得新突破。\n",
        COUNTY.replace("清澜县", "清澜市") + "我市辖2个区、3个县。\n差额由青石县财政局统筹解决，按季拨付。\n",
        COUNTY + "保障主城区居民用水，方便农村地区群众就医。\n",
        COUNTY + "解决安置区群众就业，改善棚户区居民住房。\n",
        COUNTY + "服务各县区群众，让周边县区居民共享。\n",
        COUNTY + "按照青石区人民政府部署，为青石区群众服务。\n",
        COUNTY + "加强对口帮扶，为青石县群众提供医疗服务。\n",
        COUNTY + "保障山区群众饮水，提升社区居民满意度，服务全县群众。\n",
        COUNTY + "中共清澜县委办公室\n清澜县人民政府办公室\n",
        COUNTY + "河谷市人民政府\n2024年3月1日\n",
        COUNTY + "各乡镇人民政府\n县人民政府办公室\n",
        COUNTY + "附件：清澜县2024年民生实事任务分解表\n",
        COUNTY + "附件：河谷市2024年民生实事任务分解表\n",
        COUNTY + "对口帮扶资金由青石县审计局统筹，按月拨付。\n",
        COUNTY + "抄送：县委办，清澜县武装部。\n",
        COUNTY + "结合我县实际，结合清澜县实际，结合乡镇实际，制定本方案。\n",
        COUNTY + "学习青石县人民政府的做法，推广经验。\n",
        COUNTY.replace("清澜县", "柳澜镇") + "清澜县人民政府\n",
        "民生实事方案\n1.老旧小区改造。改造3个。\n青石县人民政府\n",
        COUNTY.replace("清澜县", "清澜区") + "由河谷市文体局统一选址并组织验收。\n",
        COUNTY + "由青石开发区管委会统一组织。\n",
        COUNTY + "与青石县教育局联合举办，由青石县教育局提供师资。\n",
        COUNTY.replace("清澜县", "清澜区") + "由清澜区文体局统一选址并组织验收。\n",
    ],
)
def test_names_that_belong_there_are_left_alone(text: str) -> None:
    assert labels(text, "wrong-place") == []


PLACES = ("城关镇", "柳澜镇", "石桥镇", "双河镇", "白马镇", "杨店乡", "青石乡", "大塘乡")


def matrix(title: str, names: tuple[str, ...], blank: str = "", columns: int = 2) -> str:
    heads = ["乡镇", "城镇新增就业（人）", "适老化改造（户）"][: columns + 1]
    rows = [
        [name, str(100 + 10 * i), "" if name == blank else str(20 + i)][: columns + 1] for i, name in enumerate(names)
    ]
    cells = "\n".join("\t".join(row) for row in [heads, *rows])
    return f"{title}\n{cells}\n"


def tables(*parts: str) -> str:
    return "清澜县2024年民生实事方案\n1.就业。新增就业1080人。\n\n" + "\n\n".join(parts) + "\n"


ALL = matrix("就业任务表", PLACES, blank="杨店乡")


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        (tables(ALL, matrix("养老任务表", PLACES[:-1], blank="杨店乡")), "township-left-out", "大塘乡"),
        (tables(matrix("养老任务表", PLACES[1:], blank="杨店乡"), ALL), "township-left-out", "城关镇"),
        (tables(ALL, matrix("养老任务表", (*PLACES[:-1], "太塘乡"))), "foreign-township", "太塘乡"),
        (tables(ALL, matrix("养老任务表", (*PLACES[:2], "石乔镇", *PLACES[3:]))), "foreign-township", "石乔镇"),
    ],
)
def test_lists_of_townships_that_differ(text: str, form: str, label: str) -> None:
    assert labels(text, form) == [label]
    assert len(labels(text, "foreign-township") + labels(text, "township-left-out")) == 1


@pytest.mark.parametrize(
    "text",
    [
        tables(ALL),
        tables(ALL, matrix("养老任务表", PLACES)),
        tables(ALL, matrix("养老任务表", tuple(reversed(PLACES)))),
        tables(ALL, matrix("水利任务表", PLACES[:3])),
        tables(ALL, matrix("养老任务表", PLACES[:-1])),
        tables(ALL, matrix("公厕任务表", PLACES[:-1], columns=1)),
        tables(ALL, matrix("养老任务表", (*PLACES, "县城南区"))),
        tables(
            matrix("就业任务表", (*PLACES[:-1], "东河镇"), blank="杨店乡"),
            matrix("养老任务表", (*PLACES[:-1], "西河镇"), blank="杨店乡"),
        ),
    ],
)
def test_lists_of_those_with_a_task_are_left_alone(text: str) -> None:
    assert labels(text, "foreign-township") + labels(text, "township-left-out") == []


TABLE = "清澜县2024年改厕任务分解表\n乡镇\t户数\n柳坪乡\t10\n石桥镇\t20\n大塘乡\t30\n青石镇\t10\n白鹤镇\t20\n云岭乡\t10\n合计\t100\n"
LISTED = "3.公路。在柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇、云岭乡6个乡镇改造公路86公里。\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3.改厕。在柳溪乡、石桥镇开展试点。\n" + TABLE, "柳溪乡"),
        ("3.改厕。在柳坪镇、石桥镇开展试点。\n" + TABLE, "柳坪镇"),
        ("3.公园。责任单位：县城管局、青实镇。\n" + TABLE, "青实镇"),
        (LISTED + "4.助餐。在柳平乡、大塘乡各建助餐点1个。\n", "柳平乡"),
    ],
)
def test_a_township_of_another_spelling_than_the_plans_list(text: str, written: str) -> None:
    assert labels(COUNTY + text, "foreign-township") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "3.改厕。在柳坪乡、石桥镇、大塘乡开展试点，在云岭乡云岭村建设公厕1座。\n" + TABLE,
        "3.公路。改造东河县柳林乡至石桥镇公路8公里，与邻县柳溪乡共建样板。\n" + TABLE,
        "3.改厕。在柳坪乡、柳溪乡、石桥镇开展试点。\n" + TABLE,
        "3.改厕。柳溪乡改厕。柳溪乡建公园。\n" + TABLE,
        "3.改厕。在大塘街道、白鹤社区开展试点。\n" + TABLE,
        LISTED + "4.助餐。在北坪乡、下塘乡各建助餐点1个。\n",
    ],
)
def test_townships_that_may_be_others_are_left_alone(text: str) -> None:
    assert labels(COUNTY + text, "foreign-township") == []


CITY = "清澜市2024年民生实事方案\n1.老旧小区改造。改造3个。\n2.法律援助。办理110件。\n"
ALL_SIX = ("柳坪乡", "石桥镇", "大塘乡", "青石镇", "白鹤镇", "云岭乡")


@pytest.mark.parametrize(
    "said",
    [
        "全县柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇、云岭乡6个乡镇按附件抓好落实。",
        "我县辖石桥、青石、白鹤3镇和柳坪、大塘、云岭3乡。",
        "全县现辖石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡和云岭乡等六个乡镇。",
        "全县辖石桥镇、青石镇、白鹤镇和柳坪乡、大塘乡、云岭乡，共3镇3乡。",
        "全县辖石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡，计三个镇、三个乡。",
        "全县辖3镇3乡：石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡。",
        "我县共有6个乡镇，分别为石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡。",
        "我县下辖6个乡镇（石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡）。",
        "全县现有3个镇和3个乡，即石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡。",
        "在全县6个乡镇（石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡、云岭乡）组织实施。",
        "我县辖6个乡镇：石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡和云岭乡。",
        "全县辖石桥镇、青石镇、白鹤镇、柳坪乡、大塘乡和云岭乡，人口38万人。",
    ],
)
@pytest.mark.parametrize(
    ("rows", "foreign"),
    [
        (ALL_SIX, []),
        (ALL_SIX[:-1], []),
        (ALL_SIX[:2], []),
        ((*ALL_SIX[:-1], "沙田乡"), ["沙田乡"]),
        ((*ALL_SIX, "沙田乡"), ["沙田乡"]),
        (("南坪镇", "北坪镇", "东坪镇", "西坪镇", "沙田乡"), []),
        ((*ALL_SIX, "县经济开发区"), []),
    ],
)
def test_rows_that_the_texts_list_of_all_townships_lacks(said: str, rows: tuple[str, ...], foreign: list[str]) -> None:
    assert labels(COUNTY + said + "\n" + matrix("养老任务表", rows), "foreign-township") == foreign


@pytest.mark.parametrize(
    "said",
    [
        "我市辖柳坪街道、石桥街道2个街道和大塘镇、青石镇、白鹤镇3个镇。",
        "全市辖柳坪街道、石桥街道2个街道，大塘镇、青石镇、白鹤镇3个镇，共86个行政村。",
        "我市现辖大塘镇、青石镇、白鹤镇3个镇、柳坪街道、石桥街道2个街道。",
    ],
)
def test_streets_and_towns_counted_apart_are_one_list(said: str) -> None:
    rows = ("柳坪街道", "石桥街道", "大塘镇", "青石镇", "沙田镇")
    assert labels(CITY + said + "\n" + matrix("养老任务表", rows), "foreign-township") == ["沙田镇"]
    assert labels(CITY + said + "\n" + matrix("养老任务表", (*rows[:-1], "白鹤镇")), "foreign-township") == []


@pytest.mark.parametrize(
    ("said", "rows", "foreign"),
    [
        ("项目区涉及柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇，任务见附件1。", (*ALL_SIX[:4], "沙田乡"), ["沙田乡"]),
        ("工程分布在柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇，详见下表。", (*ALL_SIX[:4], "沙田乡"), ["沙田乡"]),
        ("项目覆盖柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇，分乡镇任务见附件1。", ALL_SIX[:5], []),
        # Another work of the same number of townships has another table.
        ("项目区涉及柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇。", (*ALL_SIX[:4], "沙田乡"), []),
        ("项目区涉及柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇，任务见附件1。", (*ALL_SIX[:5], "沙田乡"), []),
        ("项目区涉及柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇，任务见附件1。", (*ALL_SIX[:3], "沙田乡", "云岭乡"), []),
        ("项目区涉及柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇6个乡镇，任务见附件1。", (*ALL_SIX[:4], "沙田乡"), []),
    ],
)  # fmt: skip
def test_a_list_that_a_table_is_given_for_has_its_rows(said: str, rows: tuple[str, ...], foreign: list[str]) -> None:
    assert labels(COUNTY + said + "\n" + matrix("农田任务表", rows), "foreign-township") == foreign


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("60周岁以上老年人（人）", ["云岭乡"]),
        ("常住人口（人）", ["云岭乡"]),
        ("行政村数（个）", ["云岭乡"]),
        ("现有农户户数（户）", ["云岭乡"]),
        ("适老化改造（户）", []),
        ("受益人口（人）", []),
        ("脱贫村（个）", []),
        ("80周岁以上失能老人补贴（人）", []),
    ],
)
def test_a_table_of_what_each_township_has_lists_them_all(head: str, missing: list[str]) -> None:
    table = matrix("养老任务表", ALL_SIX[:-1]).replace("城镇新增就业（人）", head)
    assert labels(f"{COUNTY}全县辖{'、'.join(ALL_SIX)}6个乡镇。\n{table}", "township-left-out") == missing


@pytest.mark.parametrize(
    "some",
    [
        "在柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇5个乡镇开展试点。\n",
        "在柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇，共3镇2乡开展试点。\n",
        "在全县选择5个乡镇（柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇）开展试点。\n",
        "全县辖4镇3乡，柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇承担任务。\n",
    ],
)
def test_a_list_of_some_townships_is_not_that_of_all(some: str) -> None:
    assert labels(COUNTY + some + matrix("养老任务表", (*ALL_SIX, "沙田乡")), "foreign-township") == []


@pytest.mark.parametrize(
    ("said", "rows", "blank", "missing"),
    [
        # A table with a row that has no task lists those without one too.
        (ALL_LISTED := "全县柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇、云岭乡等6个乡镇", ALL_SIX[:-1], "石桥镇", ["云岭乡"]),
        (f"{ALL_LISTED}均承担任务", ALL_SIX[1:], "", ["柳坪乡"]),
        (f"{ALL_LISTED}都要按附件落实", ALL_SIX[1:], "", ["柳坪乡"]),
        ("我县辖石桥、青石、白鹤3镇和柳坪、大塘、云岭3乡", ALL_SIX[:-1], "石桥镇", ["云岭乡"]),
        (f"全县辖{'、'.join(ALL_SIX)}，人口38万人", ALL_SIX[:-1], "石桥镇", ["云岭乡"]),
        (f"在全县6个乡镇（{'、'.join(ALL_SIX)}）实施", ALL_SIX[1:], "石桥镇", ["柳坪乡"]),
        (f"全县辖{'、'.join(ALL_SIX)}等乡镇", ALL_SIX[:-1], "石桥镇", []),
        (f"在全县7个乡镇（{'、'.join(ALL_SIX)}）实施", ALL_SIX[:-1], "石桥镇", []),
        (f"全县辖{'、'.join(ALL_SIX)}，人口38万人", ALL_SIX[:-1], "", []),
        (f"{ALL_LISTED}均承担任务", ALL_SIX, "", []),
        (f"{ALL_LISTED}按附件抓好落实", ALL_SIX[:-1], "", []),
        (f"{ALL_LISTED}均承担任务", ALL_SIX[:4], "", []),
        ("在柳坪乡、石桥镇、大塘乡、青石镇、白鹤镇、云岭乡6个乡镇均承担任务", ALL_SIX[:-1], "石桥镇", []),
    ],
)  # fmt: skip
def test_a_township_of_the_texts_list_that_the_table_leaves_out(
    said: str, rows: tuple[str, ...], blank: str, missing: list[str]
) -> None:
    text = f"{COUNTY}{said}。\n{matrix('养老任务表', rows, blank=blank)}"
    assert labels(text, "township-left-out") == missing


REACHED = "中桥镇、青坂镇、塘口镇、西塬乡、南溪乡"


def shares(names: list[str]) -> str:
    rows = "".join(f"{name}\t{5 + at}\t{20 + at}\n" for at, name in enumerate(names))
    return f"附件\n清澜县乡镇任务表\n乡镇\t公路（公里）\t改厕（户）\n{rows}"


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        (f"覆盖{REACHED}等全部5个乡镇。", True),
        (f"惠及{REACHED}所有5个乡镇。", True),
        (f"任务分解到{REACHED.replace('、南溪', '和南溪')}全县5个乡镇。", True),
        # Not said to be all, or to be reached, or more places than are named.
        (f"覆盖{REACHED}等5个乡镇。", False),
        (f"全县辖{REACHED}5个乡镇。", False),
        (f"覆盖{REACHED}等全部7个乡镇。", False),
    ],
)
def test_a_township_left_out_where_all_are_reached(told: str, left_out: bool) -> None:
    names = REACHED.split("、")
    text = f"{COUNTY}3.总体要求。{told}\n"
    assert labels(text + shares(names[:-1]), "township-left-out") == (["南溪乡"] if left_out else [])
    assert labels(text + shares(names), "township-left-out") == []

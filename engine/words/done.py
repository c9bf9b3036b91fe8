"""How plans say that something is finished, how firmly they ask for it, and in which field they say until when."""

# What is built is handed over and goes into use as well; 完成 and 办结 are of any task.
IN_USE = "投用|投入使用|交付使用|交付|通车|通水|投运"
_WORKS = "完工|竣工|建成|交工"
BUILT = f"{_WORKS}|{IN_USE}"
FINISHED = f"完成|办结|{_WORKS}"
DONE = f"{FINISHED}|{IN_USE}"
STARTED = "开工|启动|动工|开建"
# What is to be paid, staffed or put right is finished when it is there.
IN_PLACE = "落实到位|落实|到位|见效"
# What the public may use is finished when it is open.
OPEN = "开放|开馆|开园|运营|启用"
# Between a day and what is done by it: all of it, and as it was planned.
WHOLLY = "全部|全面|基本|正式|陆续|按时|按期|如期|保质保量|高质量"
# Before a day or behind it: that it has to be so.
URGED = "确保|力争|务必|必须|保证|计划|预计|应当?|须|要|需|将|均|都"
# What a report on progress tells of a task, as an amount (到位资金) or as a share of what was planned (竣工率).
PROGRESS = "完成|到位|开工|竣工|建成|支付|支出|拨付"
# The name of a field that says until when: 完成时限, 办结时间, 工期.
TERM_FIELD = "(?:完成|建设|办结|实施|竣工|建成|整改|推进|办理)(?:时限|期限|时间|时序|节点)|时限|工期"
# Of what is finished by such a day only a part or a step is meant.
STEP = (
    "首批|[一二三四两]批|[一二三]期|阶段|其余|剩余|部分|半数|一半|主体|验收|前期|设计|招标|方案|摸底|排查|审批|评审|"
    "开工|启动|投标|手续|申报|分别|试点"
)
# What is finished before the works themselves begin, or before more than their frame stands.
PREPARATION = (
    "勘察|勘测|设计|招投标|招标|采购|立项|可研|审批|评审|批复|摸底|排查|调查|前期|选址|征地|拆迁|方案|手续|申报|主体|基础|土建|"
    "任务分解|储备|建档"
)

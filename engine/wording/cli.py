"""Sentences of the command line: what commands and options do, and what is wrong with a call."""

TEXTS: dict[str, tuple[str, str]] = {
    "gouji": (
        "核对地方民生实事方案与上级标准是否相符、方案自身的数字是否对得上。",
        "Check local plans against the standards that bind them, and against themselves.",
    ),
    "version": ("显示版本。", "Show the version."),
    "lang": ("语言。", "Language."),
    "check": (
        "检查一份或多份方案。报告格式：text（缺省）、html、docx（审核意见）、xlsx（整改台账）、annotated（加批注的原件）、"
        "md、json、sarif、junit、github。退出码：有 --fail-on 及以上未豁免的问题为 1，没有为 0，无法检查为 2。",
        "Check one or more plans. Formats: text (unless asked otherwise), html, docx (an opinion), xlsx (a ledger), annotated "
        "(the plan with comments), md, json, sarif, junit, github. The exit code is 1 for open findings at or above "
        "--fail-on, else 0; 2 if it could not run.",
    ),
    "compare": (
        "比较两稿：哪些已整改、哪些新出现、哪些仍在。OLD、NEW 是 check --format json 的结果，或者方案本身"
        "（按同样的选项检查，几份方案可依次列在 OLD 之后）。报告格式：text、html、json、md、sarif。"
        "退出码与 check 相同，只看新稿：有 --fail-on 及以上未豁免的问题为 1，没有为 0，无法比较为 2。",
        "Compare two drafts: what is fixed, new, still there. OLD and NEW are results of check --format json, or plans "
        "(checked with the same options; several may follow OLD). Formats: text, html, json, md, sarif. The exit code "
        "is that of check on the new draft: 1 for open findings at or above --fail-on, else 0; 2 if it could not run.",
    ),
    "standard": (
        "按这份标准（YAML 文件或文件夹）检查，可多次给出。",
        "Check against this standard (YAML file or folder); may be repeated.",
    ),
    "against": (
        "按这份上级文件检查，各项对应须人工确认。",
        "Check against this higher document; its matches are for review.",
    ),
    "previous": (
        "本地上一年度的方案，核对标准和比率有无下降。",
        "This place's plan of the year before: benefits and rates that fall are told.",
    ),
    "place": ("方案所在地，如 安徽省/黄山市/黟县。", "Place of the plan, as a path."),
    "year": ("方案年度，缺省从标题读出。", "Year of the plan; else read from its title."),
    "on": (
        "按这一天有效的标准检查，缺省为方案年度的 12 月 31 日。",
        "The day whose standards count; else 31 December of the plan's year.",
    ),
    "today": (
        "今天的日期，用来判断标准是否超过核对期限；不给则不判断。",
        "Today's date, to judge whether standards are past their term of review.",
    ),
    "no-library": (
        "不用标准库；没有另外给出标准或上级文件的，只查方案自身。",
        "Leave the library out: where no standard or higher document is given, internal consistency only.",
    ),
    "as-one": (
        "把给出的几个文件当作一份方案（正文和附件分开存放时）。",
        "Take the files given as one plan (body and annexes in files of their own).",
    ),
    "format": (
        "报告格式，可多次给出（同时用 --output 指定文件夹）。",
        "Report format; may be repeated together with --output DIR.",
    ),
    "template": (
        "审核意见（docx）套用的 Word 模板：取其页面、页眉页脚和样式，正文插入“{{正文}}”一段处。",
        "Word template for the opinion (docx): its page, head, foot and styles; the text goes where it says {{正文}}.",
    ),
    "output": ("写到这个文件或文件夹，- 为标准输出。", "Write to this file or folder; - is standard output."),
    "select": (
        "只用这些规则（编号、代码或组，逗号分开）。",
        "Use these rules only (ids, codes or groups, joined by commas).",
    ),
    "ignore": ("不用这些规则。", "Leave these rules out."),
    "waivers": (
        "豁免文件（YAML）：哪些问题经批准暂不整改。",
        "File of waivers (YAML): findings that are let stand.",
    ),
    "decisions": (
        "人工认定文件（YAML）：确认或否定对应，更正误读。",
        "File of decisions (YAML): matches confirmed or rejected, readings corrected.",
    ),
    "settings": (
        "设置文件，缺省为方案所在文件夹的 gouji.yaml。",
        "File of settings; else gouji.yaml beside the plans.",
    ),
    "explain": (
        "说明一个问题是怎样得出的：读法、比较过的标准、为何取这一条。",
        "Say how one finding came about: the reading, the standards considered, why this one.",
    ),
    "quiet": ("不显示进度和“报告已写入”。", "No progress bar and no “report written”."),
    "checking": ("正在检查", "Checking"),
    "rules": ("另加的规则文件或文件夹。", "Further rule cards: a file or folder."),
    "matcher": (
        "匹配器：indexed（缺省）、durable（须另行安装），both 为两者都用并比较结果。",
        "The matcher: indexed unless asked otherwise, durable (an extra to install), or both, compared.",
    ),
    "fail-on": ("发现这一级及以上问题时退出码为 1。", "Exit 1 for findings at or above this level."),
    "extract": ("列出文件中的全部承诺数字。", "List every figure that a document commits to."),
    "extract-several": (
        "一次摘录一份方案。几个文件是一份方案的正文和附件的，请加 --as-one；是几份方案的，请逐份摘录。",
        "One plan at a time: add --as-one where the files are its body and annexes, else name one file.",
    ),
    "extract-format": ("输出格式。", "Output format."),
    "written": ("报告已写入：{file}", "Report written: {file}"),
    "not-written": (
        "无法写入“{file}”（{why}）。请换一个位置。",
        "“{file}” cannot be written ({why}). Choose another place.",
    ),
    "output-failed": (
        "写标准输出时出错（{why}），报告没有写完。请检查磁盘空间，或用 --output 指定文件。",
        "Standard output takes no more ({why}) and the report is not whole. Look at the disk, or name a file with --output.",
    ),
    "system": (
        "操作系统报告错误：{why}。请检查路径、权限和磁盘空间。",
        "The operating system says: {why}. Check path, permissions and disk space.",
    ),
    "fault": (
        "程序出现内部错误（{kind}：{why}）。没有得出任何结论，请把出错的文件和这一行交给维护人员。",
        "The program failed ({kind}: {why}). Nothing was concluded; give the file and this line to whoever maintains it.",
    ),
    "not-opened": (
        "打不开“{file}”（{why}）。请检查路径和权限。",
        "“{file}” cannot be opened ({why}). Check its path and permissions.",
    ),
    "over-input": (
        "“{file}”是本次检查的输入文件，不能用报告覆盖。请换一个 --output。",
        "“{file}” is an input of this check and is not overwritten. Choose another --output.",
    ),
    "explain-alone": (
        "--explain 只在终端上说明一个问题，不写报告。请删去 --format 和 --output。",
        "--explain tells of one finding on the terminal and writes no report. Leave out --format and --output.",
    ),
    "interrupted": (
        "已中断，检查没有做完，没有得出结论。",
        "Interrupted before the check was done; nothing was concluded.",
    ),
    "explain-unknown": (
        "没有问题标识为“{name}”的问题。本次的问题标识：{known}",
        "There is no finding with the fingerprint “{name}”. Those of this run: {known}",
    ),
    "explain-nothing": ("本次没有发现问题，没有可说明的。", "This run has no finding to explain."),
    "no-output": (
        "标准输出已关闭，报告没有写出。请用 --output 指定文件。",
        "Standard output is closed and nothing was written. Give a file with --output.",
    ),
    "against-standard": (
        "--against 要的是上级文件（Word、PDF、文本等）；“{file}”是标准文件，请用 --standard。",
        "--against takes a higher document; “{file}” is a standard's file: use --standard.",
    ),
    "kind-word": ("Word 文件", "a Word document"),
    "kind-excel": ("Excel 文件", "an Excel workbook"),
    "kind-pdf": ("PDF 文件", "a PDF file"),
    "kind-office": ("办公文档", "an office document"),
    "document-as-standard": (
        "“{file}”是{kind}，不是标准文件（YAML）。直接对照这份文件，请用 gouji check 的 --against；"
        "做成标准文件，请先用 gouji standards draft 起草。",
        "“{file}” is {kind} and no standard's file (YAML). Compare with it by --against of gouji check, or make a "
        "standard of it, beginning with gouji standards draft.",
    ),
    "document-as-list": (
        "“{file}”是{kind}，而 --{option} 要的是 YAML 文本文件，写法见 docs/office.md。方案直接写在 gouji check 之后，不用选项。",
        "“{file}” is {kind}, and --{option} takes a text file in YAML, see docs/office.md. A plan needs no option.",
    ),
    "against-itself": (
        "“{file}”既是方案，又是 --{option} 的文件，不能与自身对照。请从其中一处删去。",
        "“{file}” is both a plan and the file of --{option}, and is not compared with itself. Name it once.",
    ),
    "no-rules": ("“{folder}”里没有规则文件（.yaml）。", "There is no rule card (.yaml) in “{folder}”."),
    "plan-standard": (
        "“{file}”是 YAML 文件，不是方案。标准文件请用 --standard 给出，方案请给原件。",
        "“{file}” is YAML and no plan. Name a standard with --standard; a plan is given as its office wrote it.",
    ),
    "binary": (
        "{name} 不是文本，不能显示在终端上。请用 --output 指定文件或文件夹。",
        "{name} is no text for a terminal. Name a file or folder with --output.",
    ),
    "several-formats": (
        "给出多种格式时，请用 --output 指定一个文件夹。",
        "Several formats need a folder: give it with --output.",
    ),
    "standards": ("查看、校验、起草、比较标准。", "List, show, validate, draft and compare standards."),
    "standards-list": ("列出标准库中的标准。", "List the standards of the library."),
    "standards-show": (
        "显示一份标准的内容和沿革：标准库中的编号，或者标准文件。",
        "Show a standard with its history: an id of the library, or a file.",
    ),
    "standards-validate": (
        "校验标准文件。退出码：有错误为 2，起草后还有待核对的内容为 1，没有问题为 0。",
        "Validate standard files. The exit code is 2 for faults, 1 for a draft with points to settle, else 0.",
    ),
    "standards-schema": ("输出标准文件的 JSON Schema。", "Print the JSON Schema of a standard's file."),
    "standard-unknown": (
        "标准库中没有“{id}”，也没有这个文件。用 gouji standards list 查看全部编号。",
        "The library has no standard “{id}”, nor is there such a file. See gouji standards list for all ids.",
    ),
    "valid-draft": (
        "{file}：格式没有问题，还有{count}处待核对、待填写，见上",
        "{file}: no fault in its form, but {count:point|points} still to be settled, listed above",
    ),
    "valid": ("{file}：没有问题", "{file}: no fault"),
    "rules-group": ("查看、试验规则。", "List, show and test rules."),
    "rules-list": ("列出全部规则。", "List all rules."),
    "rules-show": ("显示一条规则。", "Show a rule."),
    "rules-test": ("运行规则自带的例子。", "Run the examples of rule cards."),
    "rules-schema": ("输出规则文件的 JSON Schema。", "Print the JSON Schema of a rule card."),
    "rules-tested": ("{count} 条规则的例子全部符合", "The examples of {count:rule|rules} hold"),
}

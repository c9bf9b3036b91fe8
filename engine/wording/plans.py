"""What is said when a plan's file cannot be read, and what to do about it."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "file-missing": (
        "找不到文件：{file}。请检查路径和文件名。",
        "{file}: no such file. Check the path and the name.",
    ),
    "standard-input": (
        "不能从标准输入（-）读取方案。请先存成文件，再给出文件名。",
        "A plan is not read from standard input (-). Save it as a file and name that.",
    ),
    "directory": (
        "{file} 是文件夹，不是文件。请给出其中的文件。",
        "{file} is a folder, not a file. Name the files in it.",
    ),
    "not-a-file": (
        "{file} 不是普通文件，无法读取。",
        "{file} is not an ordinary file and cannot be read.",
    ),
    "no-permission": (
        "没有读取权限：{file}。请调整文件权限，或者复制一份再试。",
        "{file}: no permission to read it. Change its permissions or use a copy.",
    ),
    "cannot-open": (
        "打不开文件：{file}（{reason}）。",
        "{file}: cannot be opened ({reason}).",
    ),
    "empty": (
        "{file} 是空文件，没有内容可查。",
        "{file} is empty: there is nothing to check.",
    ),
    "too-big": (
        "{file} 有 {size} MB，超过 {limit} MB 的上限。请拆分文件，或者删去图片后再试。",
        "{file} has {size} MB, more than the limit of {limit} MB. Split it or take out the pictures.",
    ),
    "too-many-pages": (
        "{file} 有 {pages} 页，超过 {limit} 页的上限。请只留下方案及附件所在的页，另存后再试。",
        "{file} has {pages} pages, more than the limit of {limit}. Save the pages of the plan and its annexes alone.",
    ),
    "too-many-cells": (
        "{file} 有 {cells} 个单元格，超过 {limit} 个的上限。请删去明细名册，只留下任务表，另存后再试。",
        "{file} has {cells} cells, more than the limit of {limit}. Take out long lists of records, keep the tables "
        "of tasks, and save it again.",
    ),
    "given-twice": (
        "{file} 与前面的一个文件内容相同。请每个文件只给一次。",
        "{file} has the same content as a file before it. Give each file once.",
    ),
    "needs-office": (
        "{file} 是{format}，要有 LibreOffice 才能读取。请安装 LibreOffice（Writer 和 Calc），或者在 Word、WPS 中另存为 .docx 或 .xlsx 再试。",
        "{file} is {format}, which takes LibreOffice to read. Install LibreOffice (Writer and Calc), or save the file as "
        ".docx or .xlsx in Word or WPS.",
    ),
    "office-failed": (
        "{file} 是{format}，LibreOffice 没能转换。请在 Word 或 WPS 中打开，另存为 .docx 或 .xlsx 再试。",
        "{file} is {format} and LibreOffice could not convert it. Open it in Word or WPS and save it as .docx or .xlsx.",
    ),
    "no-text": (
        "{file} 中没有文字（可能全是图片或扫描件）。请提供含文字的版本，或者先做文字识别。",
        "{file} holds no text (perhaps pictures or a scan only). Use a version with text, or recognise the text first.",
    ),
    "binary": (
        "{file} 不是文本，也不是能识别的文档格式。请用原来的程序打开，另存为 .docx 或 .txt。",
        "{file} is neither text nor a document format that is known. Save it as .docx or .txt in its own program.",
    ),
    "broken-utf8": (
        "{file} 第 {line} 行有损坏的字符（UTF-8 编码不完整）。请重新导出或另存一份。",
        "{file}, line {line}: damaged characters (broken UTF-8). Export or save the file again.",
    ),
    "encoding-unsure": (
        "{file} 的文字编码无法确定，按常用编码读出的都不成文字。请用原来的程序打开，另存为 UTF-8 编码的文本，或者存为 .docx。",
        "{file}: the encoding of its text cannot be told. Save it as UTF-8 text, or as .docx, in its own program.",
    ),
    "damaged": (
        "{file} 已损坏或不完整，打不开。请用 Word、WPS 或原来的程序打开后另存一份。",
        "{file} is damaged or incomplete. Open it in Word, WPS or its own program and save it again.",
    ),
    "encrypted": (
        "{file} 设有密码。请去掉密码后另存，再来检查。",
        "{file} is protected by a password. Save it without the password and check again.",
    ),
    "bomb": (
        "{file} 解压后过大（疑似压缩炸弹），没有读取。请用 Word 或 WPS 打开后另存一份。",
        "{file} unpacks to far too much data (a zip bomb?) and was not read. Save it again from Word or WPS.",
    ),
    "unsafe": (
        "{file} 含有办公文档不应有的内容（{what}），没有读取。请用 Word 或 WPS 打开后另存一份。",
        "{file} contains something that no office document needs ({what}) and was not read. "
        "Save it again from Word or WPS.",
    ),
    "unsupported": (
        "{file} 是{format}，目前还不支持。请在 Word 或 WPS 中另存为 .docx（或 .txt）再试。",
        "{file} is {format}, which cannot be read yet. Save it as .docx (or .txt) in Word or WPS.",
    ),
    "image": (
        "{file} 是图片。请先做文字识别，存为 .docx 或 .txt 再试。",
        "{file} is a picture. Recognise its text first and save it as .docx or .txt.",
    ),
    "archive": (
        "{file} 是压缩包。请解压后检查其中的文件。",
        "{file} is an archive. Unpack it and check the files in it.",
    ),
    "too-slow": (
        "{file} 读了 {seconds} 秒还没有读完，已停止。请拆分文件，或者另存一份再试。",
        "{file} was not read within {seconds} seconds and was given up. Split it, or save it again.",
    ),
    "too-much-memory": (
        "读取 {file} 所需内存超过上限，已停止。请拆分文件，或者另存一份再试。",
        "{file} needs more memory than is allowed and was given up. Split it, or save it again.",
    ),
    "crashed": (
        "读取 {file} 时出错，没有读成（{reason}）。文件可能已损坏，请另存一份再试。",
        "{file} could not be read ({reason}). It may be damaged: save it again and retry.",
    ),
    "missing-library": (
        "读取 {file} 需要安装组件 {library}：pip install {library}。",
        "{file}: reading it needs the library {library}: pip install {library}.",
    ),
    "embedded": ("文中嵌入的对象（{program}）没有读取", "the object embedded here ({program}) was not read"),
    "pictures": (
        "文中有 {count} 幅较大的图片，图中如有文字，没有读取",
        "large pictures in the document, whose words, if any, were not read: {count}",
    ),
    "struck": (
        "文中有 {count} 处加了删除线的文字，按已删除处理，没有读取",
        "words struck through, taken as deleted and not read: {count}",
    ),
    "sheet-pictures": (
        "工作表“{sheet}”中有 {count} 幅较大的图片，图中如有文字，没有读取",
        "the sheet {sheet} holds large pictures, whose words, if any, were not read: {count}",
    ),
    "sheet-boxes": (
        "工作表“{sheet}”中有 {count} 个文本框，其中的文字没有读取",
        "the sheet {sheet} holds text boxes, whose words were not read: {count}",
    ),
    "page-pictures": (
        "第 {pages} 页有较大的图片，图中如有文字，没有读取",
        "page {pages} holds large pictures, whose words, if any, were not read",
    ),
    "lost-strings": (
        "工作表“{sheet}”有 {count} 个单元格的文字在文件中缺失（{names}），请用表格软件打开后另存一份",
        "the words of {count:cell|cells} of the sheet {sheet} are missing from the file ({names}); save it again from a "
        "spreadsheet program",
    ),
    "imported": ("文中插入的外部内容没有读取", "the content imported here was not read"),
    "page-without-text": ("第 {page} 页没有文字（可能是扫描件）", "page {page} holds no text (a scan?)"),
    "page-is-scanned": (
        "第 {page} 页没有文字（可能是扫描件），须先作文字识别",
        "page {page} holds no text (a scan?); its text has to be recognised first",
    ),
    "recognised": (
        "第 {pages} 页的文字由图片识别得来，可能有误，有关结论请对照原件复核",
        "the text of page {pages} was recognised in a picture and may be misread: compare what rests on it with the paper",
    ),
    "page-damaged": ("第 {page} 页已损坏，没有读取", "page {page} is damaged and was not read"),
    "page-garbled": (
        "第 {page} 页的文字无法识别（字体缺少编码）",
        "the characters of page {page} have no meaning (a font without encoding)",
    ),
    "hidden-sheets": ("隐藏的工作表没有读取：{names}", "hidden sheets were not read: {names}"),
    "hidden-rows": (
        "工作表“{sheet}”中隐藏的行已一并读取：第 {names} 行",
        "hidden rows of the sheet {sheet} were read as well: {names}",
    ),
    "hidden-columns": (
        "工作表“{sheet}”中隐藏的列已一并读取：{names} 列",
        "hidden columns of the sheet {sheet} were read as well: {names}",
    ),
    "no-stored-value": ("公式{formula}没有计算结果", "the formula{formula} has no stored value"),
    "error-value": ("公式{formula}的结果出错（{value}）", "the formula{formula} gives an error ({value})"),
    "changed": (
        "{file} 在检查之后被改动过，批注未写。请重新检查。",
        "{file} was changed after it was checked, so no comments were written. Check it again.",
    ),
    "not-annotated": (
        "{file} 的批注没有写成（{reason}）。请在 Word、WPS 或原来的程序中另存一份再试。",
        "No comments could be written into {file} ({reason}). Save it again from its own program and retry.",
    ),
    "signed": (
        "{file} 带有电子签名，加批注会使签名失效，因此没有写。请改用审核意见（--format docx）或网页报告（--format html）。",
        "{file} is signed, and comments would break the signature, so none were written. Use --format docx or html.",
    ),
    "restricted": (
        "{file} 限制修改，不能加批注。请取得可修改的文件，或者改用审核意见（--format docx）。",
        "{file} is protected against changes, so no comments were written. Get one that may be changed, or use --format docx.",
    ),
    "format-doc": ("旧版 Word 文档（.doc）", "an old Word document (.doc)"),
    "format-xls": ("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"),
    "format-ppt": ("演示文稿", "a presentation"),
    "format-xlsx": ("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "format-pdf": ("PDF 文件", "a PDF file"),
    "format-ofd": ("OFD 版式文件", "an OFD file"),
    "format-ods": ("OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)"),
    "format-wps": ("WPS 文字文件（.wps）", "a WPS document (.wps)"),
    "format-et": ("WPS 表格文件（.et）", "a WPS workbook (.et)"),
    "format-odt": ("OpenDocument 文件", "an OpenDocument file"),
    "format-rtf": ("RTF 文件", "an RTF file"),
    "format-wordxml": ("Word XML 文件", "a Word XML file"),
    "format-mhtml": ("网页归档文件（.mht）", "a web archive (.mht)"),
    "format-html": ("网页文件", "a web page"),
    "format-ole": ("旧版办公文档", "an old office document"),
}

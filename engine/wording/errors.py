"""Words that errors of every part share."""

TEXTS: dict[str, tuple[str, str]] = {
    "did-you-mean": ("，是否应为 {near}？", "; did you mean {near}?"),
    "full-stop": ("。", "."),
    # what the operating system refused
    "os-ENAMETOOLONG": ("文件名太长", "the name is too long"),
    "os-ENOENT": ("找不到", "not found"),
    "os-EEXIST": ("路径中有一段是文件，不是文件夹", "a part of the path is a file and no folder"),
    "name-unfit": ("文件名中有本系统不能用的字符", "the name holds characters that this system cannot use"),
    "os-ENOTDIR": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "os-EISDIR": ("是文件夹，不是文件", "it is a folder and no file"),
    "os-EACCES": ("没有权限", "no permission"),
    "os-EPERM": ("没有权限", "no permission"),
    "os-EROFS": ("磁盘只能读", "the disk is read-only"),
    "os-ENOSPC": ("磁盘已满", "the disk is full"),
    "os-EFBIG": ("文件太大", "the file is too big"),
    "os-ELOOP": ("链接循环", "links run in a circle"),
    "os-EMFILE": ("打开的文件太多", "too many open files"),
    "os-EIO": ("读写出错", "reading or writing failed"),
}

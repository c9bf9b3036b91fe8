"""Sentences for errors: what is wrong and what to do."""

TEXTS: dict[str, tuple[str, str]] = {
    "file-missing": ("找不到文件“{file}”。请核对路径。", "File “{file}” not found. Check the path."),
}

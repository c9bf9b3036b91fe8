"""How plans say that a figure rises or falls, by how much and to what."""

RISE = "提高|提升|提标|调高|上调|上升|增加|增长|延长"
FALL = "降低|下降|下调|调低|减少|压减|压缩|缩减|缩短|压降"
# By so much: 增加9元, 缩短2天. 新增加 names what is new.
CHANGED = f"(?!(?<=新)增加)(?:{RISE}|{FALL})"
# To so much: 提高到, 降至, 调整为.
CHANGED_TO = f"(?:{RISE}|{FALL}|扩大|调整|[增升扩降减缩压])(?:到|至|为)"
# Against what was there before, at the end of the words before a figure: 比上年增加.
GROWN_BY = f"[比较][^，,。；;]{{2,18}}(?:{RISE}|{FALL}|净增|多|少)了?$"

"""写出图「bigram-desk」用的 follow.json：训练诗里每个字后面跟过什么。

在 content/python/ 里运行：python day15-capstone/export.py
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, "tang/src")

from tang.corpus import read_poems  # noqa: E402
from tang.store import Settings, Store  # noqa: E402


def table() -> dict[str, object]:
    """rows[字] 由「字次数」连成，多的在前，一次的不写次数。"""
    model = Store(Settings(), list(read_poems(Path("poems.txt")))).model()
    chars = model.vocab.id_to_char
    rows = {
        chars[a]: "".join(
            f"{chars[b]}{n if n > 1 else ''}"
            for b, n in sorted(row.items(), key=lambda x: (-x[1], x[0])))
        for a, row in sorted(model.follow.items())}
    return {"size": len(chars), "rows": rows}


if __name__ == "__main__":
    text = json.dumps(table(), ensure_ascii=False, separators=(",", ":"))
    Path("day15-capstone/follow.json").write_text(text + "\n", "utf-8")

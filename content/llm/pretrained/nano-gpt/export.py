"""把训练好的模型在几处前文之后的 logits 写成 next.json，供图「三把剪子」用。

用法（在本文件夹里；torch 2.13 CPU，一个线程，约一分钟）：

    python export.py

模型不在这里另写一遍：依次执行 ../nano-gpt.mdx 里的 Python 代码块，到标题为
「六百步」的一块为止。next.json：{vocabulary, prefixes: [{text, chars, logits}]}，
logits 是全词表的分数乘 100 取整、从大到小；chars 是前十个字，⏎ 是收尾的换行。
"""

import json
import os
import re
from pathlib import Path

here = Path(__file__).resolve().parent
os.chdir(here.parent)
source = Path("nano-gpt.mdx").read_text(encoding="utf-8")
names = {"__name__": "chapter"}
for title, code in re.findall(
        r'^```python title="([^"]+)"[^\n]*\n(.*?)^```', source, re.S | re.M):
    exec(code, names)
    if title == "六百步":
        break

torch, chars, index = names["torch"], names["chars"], names["index"]
prefixes = []
for text in ("", "春", "春风", "白日依山", "明月", "明月几时"):
    with torch.no_grad():
        ids = torch.tensor([[index[c] for c in "\n" + text]])
        logits, order = names["model"](ids)[0, -1].sort(descending=True)
    prefixes.append(dict(
        text=text,
        chars=[chars[i].replace("\n", "⏎") for i in order[:10].tolist()],
        logits=[round(100 * v) for v in logits.tolist()]))
(here / "next.json").write_text(json.dumps(
    dict(vocabulary=len(chars), prefixes=prefixes),
    ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")

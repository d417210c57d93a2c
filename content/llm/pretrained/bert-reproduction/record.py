"""录下本章的训练录像和消融表。

用法（在本文件夹里；torch 2.13 CPU）：

    python record.py [进程数]      写 film.json 和 runs.json，单进程约五分钟

模型和训练循环不在这里：脚本从 ../bert-reproduction.mdx 里取出 TITLES 列出的代码块来
执行，所以录下的就是读者在正文里看到的那份代码跑出来的结果。

film.json：正文的模型（种子 0）训练 800 步
    every         losses 每隔多少步记一个数（该段的平均填空损失）
    losses        填空损失
    questions     [{text, answers}, ...]；answers 是合语法的答案
    frames        [{step, guesses}, ...]；guesses[题号] 是 [[词, 概率], ...] 前四名

runs.json：[{name, seed, curve, loss, ...exam}, ...]；exam 各项见正文「填空与考题」
    curve         每 100 步的平均填空损失
    loss          最后 100 步的平均填空损失（各按自己的遮法，不可横比）
"""

import contextlib
import io
import json
import os
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
FOLDER = Path(__file__).resolve().parent
TITLES = ("语料与词表", "遮盖与拼批", "一层编码器", "整个模型", "两个损失",
          "训练循环", "填空与考题")
STOPS = (0, 25, 50, 75, 100, 125, 150, 175, 200, 250, 300, 350, 400, 500, 600, 800)
QUESTIONS = (("我 有 一 只 小 ▢ ， 它 爱 游泳 。", ("鸭",)),
             ("我 的 ▢ 今天 会 喵喵 叫 。", ("猫",)),
             ("我 有 一 ▢ 小 鱼 ， 它 爱 玩水 。", ("条",)),
             ("昨天 我 很 ▢ ， 因为 鸭 不见了 。", ("难过", "伤心", "着急")))
# 名字 → (模型的参数, 遮盖的参数, 训练的参数, 只用几个样本)
VARIANTS = {
    "完整": ({}, {}, {}, None),
    "不遮": ({}, {"plan": (0, 0)}, {}, None),
    "全换": ({}, {"plan": (1, 0)}, {}, None),
    "只看左": ({"see": "left"}, {}, {}, None),
    "无位置": ({"positions": False}, {}, {}, None),
    "无句对": ({}, {}, {"nsp": False}, None),
    "遮 40%": ({}, {"rate": 0.4}, {}, None),
    "动态 256": ({}, {}, {}, "dynamic"),
    "静态 256": ({}, {}, {}, "static"),
}


def chapter_code():
    """执行正文里的代码块 → 它们定义的名字。"""
    text = FOLDER.with_suffix(".mdx").read_text(encoding="utf-8")
    blocks = dict(re.findall(r'^```python title="([^"]+)"[^\n]*\n(.*?)^```', text, re.S | re.M))
    os.chdir(FOLDER.parent)
    names = {"__name__": "chapter"}
    with contextlib.redirect_stdout(io.StringIO()):
        for title in TITLES:
            exec(compile(blocks[title], title, "exec"), names)
    return names


def batches(code, how, few):
    """→ 取一批的函数；few 时只用固定的 256 个样本，static 连遮法也固定。"""
    if few is None:
        return lambda draw: code["fresh"](draw, **how)
    source = random.Random(1)
    samples = [code["sample"](source) for _ in range(256)]
    if few == "dynamic":
        return lambda draw: code["collate"](draw.sample(samples, 64), draw)
    whole = code["collate"](samples, source)

    def pick(draw):
        rows = draw.sample(range(256), 64)
        return tuple(part[rows] for part in whole)
    return pick


def one(job):
    """训练一个变体 → 它在 runs.json 里的一项。"""
    name, seed = job
    code = chapter_code()
    shape, how, train, few = VARIANTS[name]
    model = code["build"](seed, **shape)
    curve = code["train"](model, batches(code, how, few), random.Random(seed), **train)
    means = [round(sum(curve[i:i + 100]) / 100, 4) for i in range(0, 800, 100)]
    scores = {k: round(v, 4) for k, v in code["exam"](model).items()}
    return dict(name=name, seed=seed, curve=means, loss=means[-1]) | scores


def film(_job=None):
    code, frames = chapter_code(), []

    def watch(step, model):
        if step in STOPS:
            frames.append(dict(step=step, guesses=[
                code["ask"](model, text, 4)[0] for text, _ in QUESTIONS]))

    model = code["build"]()
    curve = code["train"](model, code["fresh"], random.Random(0), watch=watch)
    watch(len(curve), model)
    return dict(every=10,
                losses=[round(sum(curve[i:i + 10]) / 10, 3) for i in range(0, len(curve), 10)],
                questions=[dict(text=t, answers=a) for t, a in QUESTIONS],
                frames=frames)


def write_json(name, text):
    (FOLDER / name).write_text(text, encoding="utf-8")
    print(name, f"{len(text.encode()) / 1024:.0f} KB", flush=True)


def main():
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    compact = dict(ensure_ascii=False, separators=(",", ":"))
    with ProcessPoolExecutor(workers) as pool:
        shown = pool.submit(film)
        jobs = [(name, seed) for seed in range(3) for name in VARIANTS]
        runs = list(pool.map(one, jobs))
        write_json("film.json", json.dumps(shown.result(), **compact) + "\n")
        runs.sort(key=lambda r: (list(VARIANTS).index(r["name"]), r["seed"]))
        write_json("runs.json", "[\n" + ",\n".join(
            json.dumps(r, **compact) for r in runs) + "\n]\n")


if __name__ == "__main__":
    main()

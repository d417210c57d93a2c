"""录下本章的训练录像和消融表。

用法（在本文件夹里；torch 2.13 CPU，一个线程，约十分钟）：

    python record.py           写 film.json 和 runs.json

模型和训练循环不在这里：脚本从 ../reproduction.mdx 里取出下列标题的代码块来执行，
所以录下的就是读者在正文里看到的那份代码跑出来的结果。

film.json：本章的模型（种子 4）在语料「固定」上训练 400 步
    losses        第 k 个数：更新 k 次之后，在下一批上的损失，k = 0..399
    source, target  题目的三个中文词，四个要写的英文词（末尾是 <end>）
    frames        [{step, words, exact, truth, cross}, ...]
        step      已经更新的次数
        words     此时对题目的贪心译文
        exact     留出的 100 句里译对的句数
        truth     给定正确前文时，四个正确的词各自的概率
        cross     解码器各层的交叉注意力，各头平均：[层][四个解码位置][三个源词]

runs.json：[{name, task, seed, first, at_200, loss, held_out, exact}, ...]
    task          simple 或 ordered（要看语序的那份）
    first         第一步的损失
    at_200        第 200 步的损失
    loss          最后 20 步的平均训练损失
    held_out      留出集上的平均交叉熵（不平滑）
    exact         留出的 100 句里译对的句数
"""

import contextlib
import io
import json
import os
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
FOLDER = Path(__file__).resolve().parent
TITLES = ("语料与批", "注意力与前馈", "子层与层", "整个模型", "训练循环",
          "一份要看语序的语料", "论文的学习率", "一份跑得通的实现")
STOPS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200, 300, 400)


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


def write_json(name, data):
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    (FOLDER / name).write_text(content, encoding="utf-8")
    print(name, f"{len(content.encode()) / 1024:.0f} KB")


def rounded(tensor, digits=3):
    """张量 → 舍入后的嵌套列表。"""
    def trim(value):
        return [trim(item) for item in value] if isinstance(value, list) else round(value, digits)
    return trim(tensor.tolist())


def film(code):
    """训练一次，在 STOPS 各停一下。"""
    torch, task = code["torch"], code["simple"]
    corpus, coder = code["corpus"], task.coder
    words, translation = corpus.TITLE_PAIR
    source, target, label = coder.batch([corpus.TITLE_PAIR])
    frames = []

    @torch.no_grad()
    def watch(step, model):
        if step - 1 not in STOPS:
            return
        truth = model(source, target)[0].softmax(-1).gather(1, label.T)[:, 0]
        cross = [layer.read.block.weights[0].mean(0) for layer in model.decoder]
        frames.append(dict(
            step=step - 1, words=corpus.translate(model, coder, words),
            exact=code["exact"](model, task), truth=rounded(truth),
            cross=[rounded(rows) for rows in cross]))

    model = code["build"]()
    losses = code["train"](model, task, watch=watch)
    watch(len(losses) + 1, model)
    return dict(losses=[float(f"{loss:.4g}") for loss in losses], source=words,
                target=translation + ["<end>"], frames=frames)


def variants(code):
    """[(名字, 语料, 造模型的函数, 训练的选项), ...]"""
    Config, replace, build = (code[name] for name in ("Config", "replace", "build"))
    flat, noam, Broken, torch = (code[name] for name in ("flat", "noam", "Broken", "torch"))
    base, deep = Config(), Config(layers=6)

    def broken(task, seed):
        torch.manual_seed(seed)
        return Broken(base, *task.sizes)

    def plain(config):
        return lambda task, seed: build(config, task, seed)

    both = [("完整", base, {}), ("无位置编码", replace(base, positions=False), {}),
            ("无 √d", replace(base, scale=False), {}),
            ("无因果掩码", replace(base, causal=False), {}),
            ("无残差", replace(base, residual=False), {}),
            ("1 头", replace(base, heads=1), {}), ("1 层", replace(base, layers=1), {}),
            ("pre-LN", replace(base, norm="pre"), {}),
            ("无预热", base, dict(rate=flat)),
            ("论文的学习率", base, dict(rate=noam)),
            ("标签平滑", base, dict(smoothing=0.1)),
            ("dropout", replace(base, dropout=0.1), {}),
            ("论文全套", replace(base, dropout=0.1), dict(rate=noam, smoothing=0.1))]
    rows = [(name, task, plain(config), options)
            for name, config, options in both for task in ("simple", "ordered")]
    rows += [("6 层", "ordered", plain(deep), {}),
             ("6 层，无预热", "ordered", plain(deep), dict(rate=flat)),
             ("6 层，无预热，pre-LN", "ordered", plain(replace(deep, norm="pre")), dict(rate=flat)),
             ("四处错", "simple", broken, {})]
    return rows


def runs(code, seeds=(4, 0, 1)):
    torch, result = code["torch"], []
    for seed in seeds:
        for name, task_name, make, options in variants(code):
            task = code[task_name]
            model = make(task, seed)
            losses = code["train"](model, task, seed, **options)
            with torch.no_grad():
                held_out = code["batch_loss"](model, task, task.held_out).item()
            result.append(dict(
                name=name, task=task_name, seed=seed, first=round(losses[0], 4),
                at_200=round(losses[199], 4), loss=round(sum(losses[-20:]) / 20, 4),
                held_out=round(held_out, 4), exact=code["exact"](model, task)))
            print(result[-1], flush=True)
    return result


def main():
    code = chapter_code()
    write_json("film.json", film(code))
    write_json("runs.json", runs(code))


if __name__ == "__main__":
    main()

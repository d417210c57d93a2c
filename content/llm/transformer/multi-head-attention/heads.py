"""只换头数，把翻译器各训 3 遍，结果写进 heads.json。

用法（在本文件夹里；torch 2.13 CPU，一个线程，全部几分钟）：

    python heads.py

语料、划分、其余超参数都与 ../translator/train.py 相同，只训 100 步（那边是 400 步）；d_model 固定为 32，
头数 h 从 1 到 32，每头 32/h 维，所以参数总数都是 44,574。

heads.json 是一个列表，每项一次训练：
    heads, seed, parameters
    correct    {步数: 100 个留出句里译对几句}，步数 40、60、80、100
"""

import json
import random
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "translator"))
import train as base  # noqa: E402

HEADS, SEEDS, CHECKPOINTS = (1, 2, 4, 8, 16, 32), (0, 1, 2), (40, 60, 80, 100)


def run(heads, seed, training, held_out, coder):
    """训练一个模型，途中在 CHECKPOINTS 处检验留出集 → 一条记录。"""
    base.CONFIG["heads"] = heads
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = base.Translator(len(coder.source_vocab), len(coder.target_vocab))
    optimizer = torch.optim.Adam(
        model.parameters(), lr=base.PEAK_RATE, betas=(0.9, 0.98), eps=1e-9)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / base.WARM_UP))
    correct = {}
    for step in range(1, CHECKPOINTS[-1] + 1):
        source, target, label = coder.batch(draw.sample(training, base.BATCH))
        logits = model.decode(target, *model.encode(source))
        loss = F.cross_entropy(
            logits.flatten(0, 1), label.flatten(), ignore_index=base.PAD)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step in CHECKPOINTS:
            correct[step] = round(100 * base.exact_match(model, coder, held_out))
    return dict(heads=heads, seed=seed, correct=correct,
                parameters=sum(p.numel() for p in model.parameters()))


def main():
    torch.set_num_threads(1)
    training, held_out, coder = base.prepare(base.DEFAULT_SEED)
    runs = []
    for seed in SEEDS:
        for heads in HEADS:
            runs.append(run(heads, seed, training, held_out, coder))
            print(runs[-1], flush=True)
    (FOLDER / "heads.json").write_text(
        json.dumps(runs, ensure_ascii=False, separators=(",", ":")) + "\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()

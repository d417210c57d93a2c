"""12 层编码器学「把 8 个符号倒过来写」：归一化的两种位置，有无学习率预热。

用法（在本文件夹里；torch 2.13 CPU，一个线程，约两分钟）：

    python warmup.py           写 warmup.json

warmup.json：{config, runs: [{norm, warmup, seed, loss: [每 10 步的平均]}]}。
loss 的随机水平是 ln 8 = 2.079。每步都抽新数据，所以训练损失就是泛化损失。
"""

import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

CONFIG = dict(layers=12, d_model=32, heads=4, d_ff=128, symbols=8,
              length=8, batch=32, rate=0.004, steps=200, warmup=60)


class Block(nn.Module):
    def __init__(self, norm, d, heads, d_ff):
        super().__init__()
        self.attention = nn.MultiheadAttention(d, heads, batch_first=True)
        self.feed = nn.Sequential(
            nn.Linear(d, d_ff), nn.ReLU(), nn.Linear(d_ff, d))
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.post = norm == "post"

    def mix(self, x):
        return self.attention(x, x, x, need_weights=False)[0]

    def forward(self, x):
        if self.post:
            x = self.norm1(x + self.mix(x))
            return self.norm2(x + self.feed(x))
        x = x + self.mix(self.norm1(x))
        return x + self.feed(self.norm2(x))


class Reverser(nn.Module):
    def __init__(self, norm):
        super().__init__()
        c = CONFIG
        d, n = c["d_model"], c["symbols"]
        self.embedding = nn.Embedding(n, d)
        self.place = nn.Parameter(torch.randn(c["length"], d))
        self.blocks = nn.Sequential(*(
            Block(norm, d, c["heads"], c["d_ff"])
            for _ in range(c["layers"])))
        self.final = nn.LayerNorm(d) if norm == "pre" else nn.Identity()
        self.output = nn.Linear(d, n)
        for p in self.blocks.parameters():
            if p.dim() > 1:
                nn.init.xavier_uniform_(p)

    def forward(self, ids):
        x = self.blocks(self.embedding(ids) + self.place)
        return self.output(self.final(x))


def run(norm, warmup, seed):
    torch.manual_seed(seed)
    model = Reverser(norm)
    adam = torch.optim.Adam(model.parameters(), betas=(0.9, 0.98), eps=1e-9)
    losses = []
    for step in range(CONFIG["steps"]):
        ramp = min(1.0, (step + 1) / CONFIG["warmup"]) if warmup else 1.0
        for group in adam.param_groups:
            group["lr"] = CONFIG["rate"] * ramp
        ids = torch.randint(
            CONFIG["symbols"], (CONFIG["batch"], CONFIG["length"]))
        loss = F.cross_entropy(model(ids).mT, ids.flip(1))
        adam.zero_grad()
        loss.backward()
        adam.step()
        losses.append(loss.item())
    return [round(sum(losses[i:i + 10]) / 10, 3)
            for i in range(0, len(losses), 10)]


def main():
    torch.set_num_threads(1)
    runs = []
    for norm in ("post", "pre"):
        for warmup in (False, True):
            for seed in range(5):
                runs.append(dict(norm=norm, warmup=warmup, seed=seed,
                                 loss=run(norm, warmup, seed)))
                print(norm, warmup, seed, runs[-1]["loss"][-1], flush=True)
    text = json.dumps(dict(config=CONFIG, runs=runs),
                      separators=(",", ":")) + "\n"
    (Path(__file__).parent / "warmup.json").write_text(
        text, encoding="utf-8")


if __name__ == "__main__":
    main()

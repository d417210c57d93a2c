"""训练本章的三个小编码器，把权重写成 JSON。

用法（在本文件夹里；torch 2.13 CPU，一个线程，三个一共一两分钟）：

    python train.py            写 both.json、left.json、right.json
    python train.py --seeds    both 换 3 个种子重训，拷问 NSP，写 seeds.json

三个模型结构、语料、挖空的位置、步数、种子全都相同，只有注意力的可见范围不同：
both 两边都看（这就是 BERT），left 只看自己和左边，right 只看自己和右边。
同一台机器、同一版本的 Python 和 torch 上逐字节可重现；换了处理器或版本，浮点的
末位可能不同。

模型：BERT 的缩小版。词、位置、段三张嵌入表相加再归一；2 层 post-LN 编码器，d=32，
4 头，前馈 64，GELU（tanh 近似，与公开代码相同），注意力投影有偏置；MLM 头是
全连接 + GELU + LayerNorm，再乘词嵌入表的转置；NSP 头是池化（全连接 + tanh）再接
二分类。没有 dropout：语料是现抽的，不会过拟合。

语料：corpus/pets.py。七成样本是句对（一半随机后句），三成是单句（单句不算 NSP）。
单句是为了正文里能只给一句话填空；BERT 的预训练只用句对。left 和 right 不训练 NSP：
left 的 [CLS] 什么也看不见。

遮盖：每个样本选 15% 的词（至少 1 个，不选特殊符号），八成换 [MASK]，一成换随机词
（不含特殊符号），一成不变；每次抽到都重新选。

权重格式。约定行向量：y = x @ W + b，W 的形状是 [输入][输出]，4 位小数。

    config       d, heads, layers, d_ff, eps, max_length, see（both/left/right）
    training     seed, steps, parameters, loss（最后 100 步 MLM 损失的平均）；
                 both 另有 nsp_accuracy（2000 个新句对）
    vocab        字符串表，下标就是 id；0..4 是 [PAD] [UNK] [CLS] [SEP] [MASK]
    word, position, segment      嵌入表 [词表][d]、[max_length][d]、[2][d]
    embedding_norm               {gamma, beta}
    layers       [{W_Q, b_Q, W_K, b_K, W_V, b_V, W_O, b_O, norm1,
                   W_1, b_1, W_2, b_2, norm2}, ...]
    mlm          {W, b, norm, bias}     输出 = 归一(gelu(xW+b)) @ wordᵀ + bias
    nsp          {W_pool, b_pool, W, b} 第 0 类是真的下一句，第 1 类是随机句

seeds.json：[{seed, nsp_accuracy, same, animal, owner, swapped}, ...]；后四项是 200 篇
文章的前两句分别原样、换动物、换主人、颠倒以后，模型仍判为下一句的比例。
"""

import argparse
import json
import math
import random
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "corpus"))
from pets import (ANIMALS, OWNERS, SPECIAL, document,  # noqa: E402
                  second, sentence_pair, vocabulary)

CONFIG = dict(d=32, heads=4, layers=2, d_ff=64, eps=1e-12, max_length=24)
STEPS, BATCH, PEAK_RATE, WARM_UP, SEED = 2000, 64, 3e-3, 100, 0
PAD, CLS, SEP, MASK = 0, 2, 3, 4
VOCAB = vocabulary()
ID = {word: i for i, word in enumerate(VOCAB)}


class Layer(nn.Module):
    """post-LN：x ← LN(x + 注意力(x))，x ← LN(x + 前馈(x))。"""

    def __init__(self, d, heads, d_ff, eps):
        super().__init__()
        self.heads = heads
        self.Q, self.K, self.V, self.O = (nn.Linear(d, d) for _ in range(4))
        self.norm1, self.norm2 = (nn.LayerNorm(d, eps) for _ in range(2))
        self.up, self.down = nn.Linear(d, d_ff), nn.Linear(d_ff, d)

    def forward(self, x, blocked):
        """x [B,n,d]；blocked [B,1,n,n]，True 的格子看不见。"""
        Q, K, V = (f(x).unflatten(-1, (self.heads, -1)).transpose(1, 2)
                   for f in (self.Q, self.K, self.V))
        scores = Q @ K.transpose(-1, -2) / math.sqrt(Q.shape[-1])
        A = scores.masked_fill(blocked, -1e9).softmax(-1)
        x = self.norm1(x + self.O((A @ V).transpose(1, 2).flatten(2)))
        return self.norm2(x + self.down(F.gelu(self.up(x), approximate="tanh")))


class TinyBert(nn.Module):
    def __init__(self, see="both", vocab_size=len(VOCAB)):
        super().__init__()
        d, eps = CONFIG["d"], CONFIG["eps"]
        self.see = see
        self.word = nn.Embedding(vocab_size, d)
        self.position = nn.Embedding(CONFIG["max_length"], d)
        self.segment = nn.Embedding(2, d)
        self.embedding_norm = nn.LayerNorm(d, eps)
        self.layers = nn.ModuleList(
            Layer(d, CONFIG["heads"], CONFIG["d_ff"], eps)
            for _ in range(CONFIG["layers"]))
        self.transform, self.mlm_norm = nn.Linear(d, d), nn.LayerNorm(d, eps)
        self.mlm_bias = nn.Parameter(torch.zeros(vocab_size))
        self.pool, self.nsp = nn.Linear(d, d), nn.Linear(d, 2)
        for m in self.modules():
            if isinstance(m, (nn.Linear, nn.Embedding)):
                nn.init.normal_(m.weight, std=0.1)
            if isinstance(m, nn.Linear):
                nn.init.zeros_(m.bias)

    def encode(self, ids, segments):
        """→ 末层输出 [B,n,d]"""
        n = ids.shape[1]
        x = self.embedding_norm(self.word(ids) + self.segment(segments)
                                + self.position(torch.arange(n)))
        blocked = (ids == PAD)[:, None, None, :]
        if self.see != "both":
            future = torch.ones(n, n, dtype=torch.bool).triu(1)
            blocked = blocked | (future if self.see == "left" else future.T)
        for layer in self.layers:
            x = layer(x, blocked)
        return x

    def words(self, x):
        """末层输出 → 词表上的 logits；解码矩阵就是词嵌入表。"""
        h = self.mlm_norm(F.gelu(self.transform(x), approximate="tanh"))
        return h @ self.word.weight.T + self.mlm_bias

    def pooled(self, x):
        return torch.tanh(self.pool(x[:, 0]))


def pack(first, second=None):
    """句子 → (id 列表, 段号列表)，带 [CLS] 与 [SEP]。"""
    ids = [CLS] + [ID[w] for w in first] + [SEP]
    segments = [0] * len(ids)
    if second is not None:
        ids += [ID[w] for w in second] + [SEP]
        segments += [1] * (len(second) + 1)
    return ids, segments


def corrupt(ids, draw):
    """→ (遮盖后的 id, 标签)；标签在没选中的位置是 -100。"""
    candidates = [i for i, t in enumerate(ids) if t not in (CLS, SEP)]
    chosen = draw.sample(candidates, max(1, round(0.15 * len(ids))))
    shown, labels = list(ids), [-100] * len(ids)
    for i in chosen:
        labels[i] = ids[i]
        dice = draw.random()
        if dice < 0.8:
            shown[i] = MASK
        elif dice < 0.9:
            shown[i] = draw.randrange(len(SPECIAL), len(VOCAB))
    return shown, labels


def pad(rows, value):
    return nn.utils.rnn.pad_sequence([torch.tensor(r) for r in rows],
                                     batch_first=True, padding_value=value)


def batch(draw, size):
    """→ ids、segments、labels（各 [B,n]）、next_label（[B]，单句是 -100）"""
    rows = []
    for _ in range(size):
        if draw.random() < 0.3:
            (ids, segments), target = pack(draw.choice(document(draw))), -100
        else:
            a, b, is_random = sentence_pair(draw)
            (ids, segments), target = pack(a, b), int(is_random)
        rows.append((*corrupt(ids, draw), segments, target))
    shown, labels, segments, targets = zip(*rows)
    return (pad(shown, PAD), pad(segments, 0), pad(labels, -100),
            torch.tensor(targets))


def train(see, seed=SEED):
    """→ (模型, 最后 100 步 MLM 损失的平均)"""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = TinyBert(see)
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_RATE,
                                  weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / WARM_UP, (STEPS - s) / STEPS))
    losses = []
    for _ in range(STEPS):
        ids, segments, labels, targets = batch(draw, BATCH)
        x = model.encode(ids, segments)
        where = labels != -100               # 只给选中的位置算词表
        mlm = F.cross_entropy(model.words(x[where]), labels[where])
        loss = mlm
        if see == "both":
            loss = mlm + F.cross_entropy(model.nsp(model.pooled(x)), targets,
                                         ignore_index=-100)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(mlm.item())
    return model.eval(), sum(losses[-100:]) / 100


@torch.no_grad()
def round_weights(model):
    """就地舍入到 4 位小数：检验的就是写出去的那个模型。"""
    for p in model.parameters():
        p.copy_((p.double() * 1e4).round() / 1e4)


@torch.no_grad()
def nsp_accuracy(model, count=2000, seed=1):
    draw = random.Random(seed)
    rows = [sentence_pair(draw) for _ in range(count)]
    packed = [pack(a, b) for a, b, _ in rows]
    x = model.encode(pad([p[0] for p in packed], PAD),
                     pad([p[1] for p in packed], 0))
    guess = model.nsp(model.pooled(x)).argmax(-1)
    return (guess == torch.tensor([int(r[2]) for r in rows])).float().mean().item()


@torch.no_grad()
def question(model, count=200, seed=5):
    """→ {手脚: 判为下一句的比例}"""
    draw, rows = random.Random(seed), {k: [] for k in
                                       ("same", "animal", "owner", "swapped")}
    for _ in range(count):
        a, b, _third = document(draw)
        owner, animal, time = b[0], b[2], b[3]
        other = draw.choice([x for x in ANIMALS if x != animal])
        stranger = draw.choice([x for x in OWNERS if x != owner])
        rows["same"].append(pack(a, b))
        rows["animal"].append(pack(a, second(owner, other, time)))
        rows["owner"].append(pack(a, second(stranger, animal, time)))
        rows["swapped"].append(pack(b, a))
    result = {}
    for name, packed in rows.items():
        x = model.encode(pad([p[0] for p in packed], PAD),
                         pad([p[1] for p in packed], 0))
        is_next = model.nsp(model.pooled(x)).argmax(-1) == 0
        result[name] = round(is_next.float().mean().item(), 3)
    return result


def compare_seeds(count=3):
    """换初始化与抽样的种子：填空都会，NSP 学到的东西不一样。"""
    runs = []
    for seed in range(count):
        model, _loss = train("both", seed)
        round_weights(model)
        runs.append(dict(seed=seed, nsp_accuracy=round(nsp_accuracy(model), 4))
                    | question(model))
        print(runs[-1], flush=True)
    (FOLDER / "seeds.json").write_text(json.dumps(runs) + "\n", encoding="utf-8")


def numbers(t):
    def trim(v):
        return [trim(i) for i in v] if isinstance(v, list) else round(v, 4) + 0.0
    return trim(t.detach().double().tolist())


def linear(m, name):
    return {f"W{name}": numbers(m.weight.T), f"b{name}": numbers(m.bias)}


def norm(m):
    return {"gamma": numbers(m.weight), "beta": numbers(m.bias)}


def export(model, training):
    layers = [linear(b.Q, "_Q") | linear(b.K, "_K") | linear(b.V, "_V")
              | linear(b.O, "_O") | {"norm1": norm(b.norm1)}
              | linear(b.up, "_1") | linear(b.down, "_2")
              | {"norm2": norm(b.norm2)} for b in model.layers]
    return dict(
        config=CONFIG | {"see": model.see}, training=training, vocab=VOCAB,
        word=numbers(model.word.weight), position=numbers(model.position.weight),
        segment=numbers(model.segment.weight),
        embedding_norm=norm(model.embedding_norm), layers=layers,
        mlm=linear(model.transform, "") | {"norm": norm(model.mlm_norm),
                                           "bias": numbers(model.mlm_bias)},
        nsp=linear(model.pool, "_pool") | linear(model.nsp, ""))


@torch.no_grad()
def load(path):
    """读回一个权重文件 → TinyBert（export 的逆）。"""
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    model = TinyBert(data["config"]["see"], len(data["vocab"]))

    def put(parameter, value):
        parameter.copy_(torch.tensor(value))

    def put_linear(m, source, name):
        m.weight.copy_(torch.tensor(source[f"W{name}"]).T)
        put(m.bias, source[f"b{name}"])

    def put_norm(m, source):
        put(m.weight, source["gamma"])
        put(m.bias, source["beta"])

    for name in ("word", "position", "segment"):
        put(getattr(model, name).weight, data[name])
    put_norm(model.embedding_norm, data["embedding_norm"])
    for layer, p in zip(model.layers, data["layers"]):
        for m, name in ((layer.Q, "_Q"), (layer.K, "_K"), (layer.V, "_V"),
                        (layer.O, "_O"), (layer.up, "_1"), (layer.down, "_2")):
            put_linear(m, p, name)
        put_norm(layer.norm1, p["norm1"])
        put_norm(layer.norm2, p["norm2"])
    put_linear(model.transform, data["mlm"], "")
    put_norm(model.mlm_norm, data["mlm"]["norm"])
    put(model.mlm_bias, data["mlm"]["bias"])
    put_linear(model.pool, data["nsp"], "_pool")
    put_linear(model.nsp, data["nsp"], "")
    return model


def main():
    parser = argparse.ArgumentParser(description="训练本章的小编码器")
    parser.add_argument("--seeds", action="store_true", help="比较 3 个种子")
    torch.set_num_threads(1)
    if parser.parse_args().seeds:
        compare_seeds()
        return
    for see in ("both", "left", "right"):
        model, loss = train(see)
        round_weights(model)
        facts = dict(seed=SEED, steps=STEPS, loss=round(loss, 4),
                     parameters=sum(p.numel() for p in model.parameters()))
        if see == "both":
            facts["nsp_accuracy"] = round(nsp_accuracy(model), 4)
        text = json.dumps(export(model, facts), ensure_ascii=False,
                          separators=(",", ":")) + "\n"
        (FOLDER / f"{see}.json").write_text(text, encoding="utf-8")
        print(see, facts, f"{len(text) / 1024:.0f} KB")


if __name__ == "__main__":
    main()

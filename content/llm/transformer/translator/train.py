"""训练本章的中→英翻译器，并把权重写成 JSON。

用法（在本文件夹里；torch 2.13 CPU，一个线程，每个模型不到一分钟）：

    python train.py            写 weights.json：解码器有因果掩码
    python train.py --leaky    写 weights-leaky.json：除了去掉因果掩码，一切相同
    python train.py --seeds    换 5 个种子重训，把对齐和泄漏的后果写进 seeds.json

同一台机器、同一版本的 Python 和 torch 上，三个文件逐字节可重现；换了处理器或版本，
浮点的末位可能不同，训练会把它放大。

语料：主语 6 × 副词 3 × 动词 5 × 宾语 6 = 540 对，由语法生成。100 对留出不训练，
其中必有「我 爱 自然语言处理 → I love NLP」。

模型：2017 年论文的编码器–解码器（post-LN，正弦位置编码，ReLU 前馈），
d_model=32，4 头，2+2 层，d_ff=64；四个注意力投影没有偏置，与论文公式一致。
源嵌入、目标嵌入、输出层各有一份权重，不共享。

训练：Adam，每步从训练对里不放回地抽 64 对，梯度范数裁到 1；学习率在 50 步内升到
3e-3，此后不变（论文随后与步数的平方根成反比）。没有 dropout，没有标签平滑。

weights.json 的格式。约定行向量：y = x @ W + b，所以 W 的形状是 [输入][输出]。
d = d_model，f = d_ff，所有数四舍五入到 4 位小数。

    format            1
    config            d_model, heads, layers, d_ff, norm="post", eps, causal
    training          seed, steps, parameters, held_out_exact_match（舍入后的权重），
                      loss（最后 20 步训练损失的平均，舍入前）
    source_vocab      字符串表；下标就是 id；0 是 <pad>
    target_vocab      同上；0 <pad>，1 <start>，2 <end>
    held_out          [{source: [...], target: [...]}, ...]，第 0 对是本章的句子
    source_embedding  [源词表][d]    用时乘 √d，再加位置编码（不存，按公式算）
    target_embedding  [目标词表][d]  同上
    encoder           layers 个 {self_attention, norm1, feed_forward, norm2}
    decoder           layers 个 {self_attention, norm1, cross_attention, norm2,
                                 feed_forward, norm3}
    output            {W: [d][目标词表], b: [目标词表]}

    *_attention       {W_Q, W_K, W_V, W_O}，各 [d][d]；
                      第 i 头用 W_Q、W_K、W_V 的第 i 段 d/heads 列
    norm*             {gamma: [d], beta: [d]}，方差除以 d（有偏），加 eps 再开方
    feed_forward      {W_1: [d][f], b_1: [f], W_2: [f][d], b_2: [d]}

weights-leaky.json 的格式相同，config.causal 是 false。

seeds.json：[{seed, loss, held_out_exact_match,             有因果掩码的模型
              leaky_loss, leaky_held_out_exact_match,       没有的
              alignment: [layers][4][3]}, ...]
    alignment 取有掩码的模型，是本章句子在解码器各层的交叉注意力，各头平均；
    行依次写 I、love、NLP、<end>，列是三个中文词。
"""

import argparse
import gzip
import json
import math
import random
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

PAD, START, END = 0, 1, 2
FOLDER = Path(__file__).parent
CONFIG = dict(d_model=32, heads=4, layers=2, d_ff=64, norm="post", eps=1e-5)
STEPS, BATCH, PEAK_RATE, WARM_UP, HELD_OUT = 400, 64, 3e-3, 50, 100
DEFAULT_SEED = 4      # 5 个种子的译文都全对；这一个的对齐图最清楚，见 seeds.json

# 中文主语 → (英文主语, 是否第三人称单数)
SUBJECTS = {"我": ("I", False), "你": ("you", False), "他": ("he", True),
            "她": ("she", True), "我们": ("we", False), "他们": ("they", False)}
# 中文动词 → (原形, 第三人称单数)
VERBS = {"爱": ("love", "loves"), "喜欢": ("like", "likes"),
         "学习": ("study", "studies"), "研究": ("research", "researches"),
         "讲授": ("teach", "teaches")}
OBJECTS = {"自然语言处理": ["NLP"], "机器学习": ["machine", "learning"],
           "深度学习": ["deep", "learning"], "数学": ["math"],
           "音乐": ["music"], "北京": ["Beijing"]}
ADVERBS = ("", "不", "也")
TITLE_PAIR = (["我", "爱", "自然语言处理"], ["I", "love", "NLP"])


# ---------------------------------------------------------------- 语料

def make_pair(subject, adverb, verb, obj):
    """四个成分 → (中文词列表, 英文词列表)。"""
    english, third = SUBJECTS[subject]
    base, inflected = VERBS[verb]
    if adverb == "不":
        predicate = ["does" if third else "do", "not", base]
    else:
        predicate = ["also"] * (adverb == "也") + [inflected if third else base]
    source = [subject] + [adverb] * bool(adverb) + [verb, obj]
    return source, [english] + predicate + OBJECTS[obj]


def make_corpus():
    """全部 540 对，次序固定。"""
    return [make_pair(s, a, v, o) for s in SUBJECTS for a in ADVERBS
            for v in VERBS for o in OBJECTS]


def split_corpus(pairs, seed):
    """(训练对, 留出对)；本章的句子总是留出的第一对。"""
    rest = [pair for pair in pairs if pair != TITLE_PAIR]
    random.Random(seed).shuffle(rest)
    return rest[HELD_OUT - 1:], [TITLE_PAIR] + rest[:HELD_OUT - 1]


def make_vocabularies(pairs):
    """(源词表, 目标词表)：特殊符号在前，其余按字典序。"""
    source = sorted({word for zh, _ in pairs for word in zh})
    target = sorted({word for _, en in pairs for word in en})
    return ["<pad>"] + source, ["<pad>", "<start>", "<end>"] + target


class Coder:
    """词 ↔ id，以及把一批句对补齐成张量。"""

    def __init__(self, source_vocab, target_vocab):
        self.source_vocab, self.target_vocab = source_vocab, target_vocab
        self.source_id = {word: i for i, word in enumerate(source_vocab)}
        self.target_id = {word: i for i, word in enumerate(target_vocab)}

    def batch(self, pairs):
        """→ 源 [B,S]、解码器输入 [B,T]（<start> 开头）、标签 [B,T]（<end> 结尾）。"""
        source = [[self.source_id[w] for w in zh] for zh, _ in pairs]
        target = [[self.target_id[w] for w in en] for _, en in pairs]
        return (pad_rows(source), pad_rows([[START] + t for t in target]),
                pad_rows([t + [END] for t in target]))


def pad_rows(rows):
    """不等长的 id 行 → [B, 最长]，右侧补 PAD。"""
    return nn.utils.rnn.pad_sequence(
        [torch.tensor(row) for row in rows], batch_first=True, padding_value=PAD)


# ---------------------------------------------------------------- 模型

def positional_encoding(length, d):
    """[length, d]：偶数维 sin，奇数维 cos，频率 10000^(-2i/d)。"""
    position = torch.arange(length, dtype=torch.float)[:, None]
    angle = position * 10000.0 ** (-torch.arange(0, d, 2) / d)
    return torch.stack([angle.sin(), angle.cos()], dim=-1).flatten(1)


class Attention(nn.Module):
    """多头注意力；blocked 为 True 的位置权重恰为 0。"""

    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_Q, self.W_K, self.W_V, self.W_O = (
            nn.Linear(d, d, bias=False) for _ in range(4))
        self.weights = None       # 最近一次前向的权重 [B, heads, n, m]，供查看

    def split(self, x):
        """[B, n, d] → [B, heads, n, d/heads]"""
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x, memory, blocked):
        """x [B,n,d] 出查询，memory [B,m,d] 出键和值 → [B,n,d]"""
        Q, K, V = (self.split(z) for z in
                   (self.W_Q(x), self.W_K(memory), self.W_V(memory)))
        scores = Q @ K.transpose(-1, -2) / math.sqrt(Q.shape[-1])
        self.weights = scores.masked_fill(blocked, -torch.inf).softmax(-1)
        return self.W_O((self.weights @ V).transpose(1, 2).flatten(2))


class FeedForward(nn.Module):
    """逐位置：max(0, x W_1 + b_1) W_2 + b_2"""

    def __init__(self, d, d_ff):
        super().__init__()
        self.layer_1, self.layer_2 = nn.Linear(d, d_ff), nn.Linear(d_ff, d)

    def forward(self, x):
        return self.layer_2(F.relu(self.layer_1(x)))


class EncoderLayer(nn.Module):
    """两个子层，每个之后残差相加再归一（post-LN）。"""

    def __init__(self, d, heads, d_ff, eps):
        super().__init__()
        self.self_attention = Attention(d, heads)
        self.feed_forward = FeedForward(d, d_ff)
        self.norm1, self.norm2 = (nn.LayerNorm(d, eps) for _ in range(2))

    def forward(self, x, padding):
        x = self.norm1(x + self.self_attention(x, x, padding))
        return self.norm2(x + self.feed_forward(x))


class DecoderLayer(nn.Module):
    """三个子层：掩码自注意力、交叉注意力、前馈。"""

    def __init__(self, d, heads, d_ff, eps):
        super().__init__()
        self.self_attention = Attention(d, heads)
        self.cross_attention = Attention(d, heads)
        self.feed_forward = FeedForward(d, d_ff)
        self.norm1, self.norm2, self.norm3 = (
            nn.LayerNorm(d, eps) for _ in range(3))

    def forward(self, y, blocked, memory, padding):
        y = self.norm1(y + self.self_attention(y, y, blocked))
        y = self.norm2(y + self.cross_attention(y, memory, padding))
        return self.norm3(y + self.feed_forward(y))


class Translator(nn.Module):
    """causal=False 时解码器看得见未来：只用来演示泄漏。"""

    def __init__(self, source_size, target_size, causal=True):
        super().__init__()
        d = CONFIG["d_model"]
        shape = (d, CONFIG["heads"], CONFIG["d_ff"], CONFIG["eps"])
        layers = range(CONFIG["layers"])
        self.d, self.causal = d, causal
        self.source_embedding = nn.Embedding(source_size, d)
        self.target_embedding = nn.Embedding(target_size, d)
        self.encoder = nn.ModuleList(EncoderLayer(*shape) for _ in layers)
        self.decoder = nn.ModuleList(DecoderLayer(*shape) for _ in layers)
        self.output = nn.Linear(d, target_size)
        for p in self.parameters():
            if p.dim() > 1:
                nn.init.xavier_uniform_(p)

    def embed(self, table, ids):
        """[B, n] → [B, n, d]：查表，乘 √d，加位置编码。"""
        return (table(ids) * math.sqrt(self.d)
                + positional_encoding(ids.shape[1], self.d))

    def encode(self, source):
        """源 [B,S] → (memory [B,S,d], 填充掩码 [B,1,1,S])"""
        padding = (source == PAD)[:, None, None, :]
        x = self.embed(self.source_embedding, source)
        for layer in self.encoder:
            x = layer(x, padding)
        return x, padding

    def decode(self, target, memory, padding):
        """解码器输入 [B,T] → logits [B,T,目标词表]；第 i 行预测第 i+1 个词。"""
        blocked = (target == PAD)[:, None, None, :]
        if self.causal:
            n = target.shape[1]
            blocked = blocked | torch.ones(n, n, dtype=torch.bool).triu(1)
        y = self.embed(self.target_embedding, target)
        for layer in self.decoder:
            y = layer(y, blocked, memory, padding)
        return self.output(y)


# ---------------------------------------------------------------- 训练与检验

def train(pairs, coder, causal, seed):
    """训练 STEPS 步 → (模型, 最后 20 步的平均损失)。"""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = Translator(len(coder.source_vocab), len(coder.target_vocab), causal)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), eps=1e-9)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP))
    losses = []
    for _ in range(STEPS):
        source, target, label = coder.batch(draw.sample(pairs, BATCH))
        logits = model.decode(target, *model.encode(source))
        loss = F.cross_entropy(
            logits.flatten(0, 1), label.flatten(), ignore_index=PAD)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return model.eval(), sum(losses[-20:]) / 20


@torch.no_grad()
def translate(model, coder, words, limit=10):
    """贪心解码：每步取最后一行 logits 的最大者，直到 <end> 或 limit 个词。"""
    source = torch.tensor([[coder.source_id[w] for w in words]])
    memory, padding = model.encode(source)
    output = [START]
    while len(output) <= limit:
        logits = model.decode(torch.tensor([output]), memory, padding)
        best = int(logits[0, -1].argmax())
        if best == END:
            break
        output.append(best)
    return [coder.target_vocab[i] for i in output[1:]]


def exact_match(model, coder, pairs):
    """译文与参考逐词相同的比例。"""
    return sum(translate(model, coder, zh) == en for zh, en in pairs) / len(pairs)


@torch.no_grad()
def round_weights(model):
    """把权重就地舍入到 4 位小数：检验的就是将要写出的那个模型。"""
    for p in model.parameters():
        p.copy_((p.double() * 1e4).round() / 1e4)


# ---------------------------------------------------------------- 写出

def numbers(tensor):
    """张量 → 4 位小数的嵌套列表。"""
    def trim(value):
        if isinstance(value, list):
            return [trim(item) for item in value]
        return round(value, 4) + 0.0        # 加 0.0：不写 -0.0
    return trim(tensor.detach().double().tolist())


def export_attention(block):
    """nn.Linear 存的是 [输出][输入]，转置成 [输入][输出]。"""
    return {name: numbers(getattr(block, name).weight.T)
            for name in ("W_Q", "W_K", "W_V", "W_O")}


def export_layer(layer):
    """编码器层或解码器层 → 字典，键名见文件开头。"""
    result = {}
    for name, block in layer.named_children():
        if isinstance(block, Attention):
            result[name] = export_attention(block)
        elif isinstance(block, nn.LayerNorm):
            result[name] = {"gamma": numbers(block.weight),
                            "beta": numbers(block.bias)}
        else:
            first, second = block.layer_1, block.layer_2
            result[name] = {
                "W_1": numbers(first.weight.T), "b_1": numbers(first.bias),
                "W_2": numbers(second.weight.T), "b_2": numbers(second.bias)}
    return result


def export(model, coder, held_out, training):
    """整个模型 → 可写成 JSON 的字典。"""
    return {
        "format": 1,
        "config": CONFIG | {"causal": model.causal},
        "training": training,
        "source_vocab": coder.source_vocab,
        "target_vocab": coder.target_vocab,
        "held_out": [{"source": zh, "target": en} for zh, en in held_out],
        "source_embedding": numbers(model.source_embedding.weight),
        "target_embedding": numbers(model.target_embedding.weight),
        "encoder": [export_layer(layer) for layer in model.encoder],
        "decoder": [export_layer(layer) for layer in model.decoder],
        "output": {"W": numbers(model.output.weight.T),
                   "b": numbers(model.output.bias)},
    }


def write_json(path, data):
    """紧凑地写一行 JSON，并报告大小。"""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(content, encoding="utf-8")
    raw = content.encode()
    print(f"{path.name}：{len(raw) / 1024:.0f} KB，"
          f"gzip {len(gzip.compress(raw)) / 1024:.0f} KB")


def prepare(seed):
    """→ (训练对, 留出对, Coder)"""
    pairs = make_corpus()
    training, held_out = split_corpus(pairs, seed)
    return training, held_out, Coder(*make_vocabularies(pairs))


def build(causal, seed=DEFAULT_SEED):
    """训练、舍入、检验，写出一个权重文件；有掩码却译不全对就抛 RuntimeError。"""
    training, held_out, coder = prepare(seed)
    begin = time.time()
    model, loss = train(training, coder, causal, seed)
    seconds = time.time() - begin
    round_weights(model)
    facts = dict(seed=seed, steps=STEPS,
                 parameters=sum(p.numel() for p in model.parameters()),
                 loss=round(loss, 5),
                 held_out_exact_match=exact_match(model, coder, held_out))
    print(f"{seconds:.1f} 秒", facts, translate(model, coder, TITLE_PAIR[0]))
    if causal and facts["held_out_exact_match"] < 1:
        raise RuntimeError(
            f"留出集只译对 {facts['held_out_exact_match']:.0%}，没有写文件；"
            "正文的数都以全对为前提，请换种子或增加步数")
    name = "weights.json" if causal else "weights-leaky.json"
    write_json(FOLDER / name, export(model, coder, held_out, facts))


# ---------------------------------------------------------------- 换种子

@torch.no_grad()
def alignment(model, coder, pair):
    """交叉注意力，各头平均，3 位小数：[层][解码位置][源词]，解码位置从 <start> 起。"""
    source, target, _ = coder.batch([pair])
    model.decode(target, *model.encode(source))
    maps = [layer.cross_attention.weights[0].mean(0) for layer in model.decoder]
    return [[[round(a, 3) for a in row] for row in rows.tolist()] for rows in maps]


def compare_seeds(count=5):
    """语料划分不变，换初始化与抽样的种子：译文都对，对齐图却不一样。"""
    training, held_out, coder = prepare(DEFAULT_SEED)
    runs = []
    for seed in range(count):
        model, loss = train(training, coder, True, seed)
        round_weights(model)
        leaky, leaky_loss = train(training, coder, False, seed)
        round_weights(leaky)
        runs.append(dict(
            seed=seed, loss=round(loss, 5),
            held_out_exact_match=exact_match(model, coder, held_out),
            leaky_loss=round(leaky_loss, 5),
            leaky_held_out_exact_match=exact_match(leaky, coder, held_out),
            alignment=alignment(model, coder, TITLE_PAIR)))
        print(runs[-1])
    write_json(FOLDER / "seeds.json", runs)


def main():
    parser = argparse.ArgumentParser(description="训练本章的翻译器")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--leaky", action="store_true", help="去掉因果掩码")
    choice.add_argument("--seeds", action="store_true", help="比较 5 个种子")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.seeds:
        compare_seeds()
    else:
        build(causal=not options.leaky)


if __name__ == "__main__":
    main()

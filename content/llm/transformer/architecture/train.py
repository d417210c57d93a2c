"""训练翻译器的 pre-LN 孪生，并把本章的图要用的长度写成 JSON。

用法（在本文件夹里；torch 2.13 CPU，一个线程，约一分钟）：

    python train.py            写 weights-pre.json 和 traces.json

语料、种子、训练步数、学习率与 ../translator/train.py 完全相同，只改归一化的位置：

    post-LN（../translator/weights.json）   x ← LN(x + F(x))
    pre-LN （weights-pre.json）             x ← x + F(LN(x))，两个栈的末尾各再做一次 LN

weights-pre.json 的格式见 ../translator/train.py，不同处：config.norm 是 "pre"；
多出 encoder_norm、decoder_norm 两项，各 {gamma: [d], beta: [d]}。

traces.json：{config: {d_model, heads, layers, d_ff, target_words},
sentences: [{source, target}], post: [...], pre: [...]}，
post 与 pre 里每句一项 {encoder: [...], decoder: [...]}，每个阶段一项
{layer, part, lengths: [每个位置残差流的长度]}；layer 从 1 起，0 是进入第 1 层之前，
part 是 input、self、cross、feed、final 之一；final 只有 pre 有，是末端的 LN。
解码器的输入是 <start> 加参考译文。长度保留 3 位小数。
"""

import json
import sys
from pathlib import Path

import torch
from torch import nn

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "translator"))
import train as base  # noqa: E402

SENTENCES = (["我", "爱", "自然语言处理"], ["他", "不", "爱", "音乐"],
             ["我们", "也", "研究", "数学"])


class PreEncoderLayer(base.EncoderLayer):
    """归一化在每个子层的入口；支路之外的主干原样通过。"""

    def forward(self, x, padding):
        h = self.norm1(x)
        x = x + self.self_attention(h, h, padding)
        return x + self.feed_forward(self.norm2(x))


class PreDecoderLayer(base.DecoderLayer):
    def forward(self, y, blocked, memory, padding):
        h = self.norm1(y)
        y = y + self.self_attention(h, h, blocked)
        y = y + self.cross_attention(self.norm2(y), memory, padding)
        return y + self.feed_forward(self.norm3(y))


class PreTranslator(base.Translator):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.encoder_norm, self.decoder_norm = (
            nn.LayerNorm(self.d, base.CONFIG["eps"]) for _ in range(2))

    def encode(self, source):
        x, padding = super().encode(source)
        return self.encoder_norm(x), padding

    def decode(self, target, memory, padding):
        linear, self.output = self.output, nn.Identity()
        y = super().decode(target, memory, padding)
        self.output = linear
        return linear(self.decoder_norm(y))


def build_pre():
    """训练、舍入、检验、写出 → (模型, Coder)"""
    training, held_out, coder = base.prepare(base.DEFAULT_SEED)
    kept = base.EncoderLayer, base.DecoderLayer, base.Translator
    base.EncoderLayer, base.DecoderLayer = PreEncoderLayer, PreDecoderLayer
    base.Translator = PreTranslator
    model, loss = base.train(training, coder, True, base.DEFAULT_SEED)
    base.EncoderLayer, base.DecoderLayer, base.Translator = kept
    base.round_weights(model)
    facts = dict(seed=base.DEFAULT_SEED, steps=base.STEPS,
                 parameters=sum(p.numel() for p in model.parameters()),
                 loss=round(loss, 5),
                 held_out_exact_match=base.exact_match(
                     model, coder, held_out))
    print(facts)
    data = base.export(model, coder, held_out, facts)
    data["config"]["norm"] = "pre"
    for name in ("encoder_norm", "decoder_norm"):
        block = getattr(model, name)
        data[name] = {"gamma": base.numbers(block.weight),
                      "beta": base.numbers(block.bias)}
    base.write_json(FOLDER / "weights-pre.json", data)
    return model, coder


def load_post(coder):
    """../translator/weights.json → torch 模型"""
    with open(FOLDER.parent / "translator/weights.json",
              encoding="utf-8") as file:
        saved = json.load(file)
    model = base.Translator(len(coder.source_vocab),
                            len(coder.target_vocab))
    copy = {"source_embedding.weight": saved["source_embedding"],
            "target_embedding.weight": saved["target_embedding"],
            "output.weight": transposed(saved["output"]["W"]),
            "output.bias": saved["output"]["b"]}
    for side in ("encoder", "decoder"):
        for i, layer in enumerate(saved[side]):
            for part, p in layer.items():
                head = f"{side}.{i}.{part}"
                if part.endswith("attention"):
                    copy |= {f"{head}.{k}.weight": transposed(v)
                             for k, v in p.items()}
                elif part == "feed_forward":
                    for k in "12":
                        copy[f"{head}.layer_{k}.weight"] = transposed(
                            p[f"W_{k}"])
                        copy[f"{head}.layer_{k}.bias"] = p[f"b_{k}"]
                else:
                    copy |= {f"{head}.weight": p["gamma"],
                             f"{head}.bias": p["beta"]}
    model.load_state_dict({k: torch.tensor(v) for k, v in copy.items()})
    return model.eval()


def transposed(rows):
    return [list(column) for column in zip(*rows)]


@torch.no_grad()
def trace(model, coder, pair, pre):
    """一句话 → {encoder: 阶段, decoder: 阶段}，阶段见文件开头"""
    source, target, _ = coder.batch([pair])
    padding = torch.zeros(1, 1, 1, source.shape[1], dtype=torch.bool)
    t = target.shape[1]
    blocked = torch.ones(t, t, dtype=torch.bool).triu(1)

    def step(x, norm, branch):
        return x + branch(norm(x)) if pre else norm(x + branch(x))

    def run(x, layers, decoder):
        stages = []

        def note(layer, part):
            stages.append(dict(layer=layer, part=part, lengths=[
                round(v, 3) for v in x[0].norm(dim=-1).tolist()]))

        note(0, "input")
        for number, layer in enumerate(layers, start=1):
            mask = blocked if decoder else padding
            x = step(x, layer.norm1, lambda h: layer.self_attention(
                h, h, mask))
            note(number, "self")
            if decoder:
                x = step(x, layer.norm2, lambda h: layer.cross_attention(
                    h, memory, padding))
                note(number, "cross")
            x = step(x, layer.norm3 if decoder else layer.norm2,
                     layer.feed_forward)
            note(number, "feed")
        if pre:
            norm = model.decoder_norm if decoder else model.encoder_norm
            x = norm(x)
            note(len(layers), "final")
        return x, stages

    memory, encoder = run(model.embed(model.source_embedding, source),
                          model.encoder, False)
    same, _ = model.encode(source)
    assert torch.allclose(memory, same, atol=1e-5)
    y, decoder = run(model.embed(model.target_embedding, target),
                     model.decoder, True)
    logits = model.output(y)
    assert torch.allclose(logits, model.decode(target, memory, padding),
                          atol=1e-4)
    return dict(encoder=encoder, decoder=decoder)


def main():
    torch.set_num_threads(1)
    pre, coder = build_pre()
    post = load_post(coder)
    pairs = [next(p for p in base.make_corpus() if p[0] == words)
             for words in SENTENCES]
    config = {key: base.CONFIG[key]
              for key in ("d_model", "heads", "layers", "d_ff")}
    base.write_json(FOLDER / "traces.json", dict(
        config=config | dict(target_words=len(coder.target_vocab)),
        sentences=[dict(source=zh, target=en) for zh, en in pairs],
        post=[trace(post, coder, pair, False) for pair in pairs],
        pre=[trace(pre, coder, pair, True) for pair in pairs]))


if __name__ == "__main__":
    main()

"""二元语言模型：数出来的次数，加 k 平滑，按温度抽样。"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from tang.vocab import EDGE, Vocab


class Bigram:
    """下一个字只看这一个字；次数在建立时数好，以后不变。"""

    def __init__(
        self, vocab: Vocab, texts: Iterable[str], k: float
    ) -> None:
        """k 是给每一对字都加上的次数，太大太小都会 ValueError。"""
        if not 1e-9 <= k <= 1e9:
            raise ValueError(f"k 要在 1e-9 与 1e9 之间，得到 {k}")
        self.vocab = vocab
        self.k = k
        self.follow: dict[int, Counter[int]] = {}
        for text in texts:
            for a, b in self.pairs(text):
                self.follow.setdefault(a, Counter())[b] += 1
        self.totals = {
            a: row.total() for a, row in self.follow.items()}
        self._ladders: dict[tuple[int, float], list[float]] = {}

    def pairs(self, text: str) -> Iterator[tuple[int, int]]:
        """相邻两字的编号；诗的前后各补一个 EDGE。"""
        return pairwise(self.vocab.encode(EDGE + text + EDGE))

    def prob(self, a: int, b: int) -> float:
        """字 a 之后是字 b 的概率，总大于 0。"""
        row: dict[int, int] = self.follow.get(a, {})
        total = self.totals.get(a, 0)
        return ((row.get(b, 0) + self.k)
                / (total + self.k * len(self.vocab)))

    def loss(self, texts: Iterable[str]) -> float:
        """平均每个字的 −ln p，单位是奈特；没有字则 ValueError。"""
        costs = [-math.log(self.prob(a, b))
                 for text in texts for a, b in self.pairs(text)]
        if not costs:
            raise ValueError("没有可以评测的文字")
        return math.fsum(costs) / len(costs)

    def perplexity(self, texts: Iterable[str]) -> float:
        """困惑度，不小于 1。"""
        return math.exp(self.loss(texts))

    def ladder(self, a: int, temperature: float) -> list[float]:
        """字 a 之后各字权重的累计和；算过的记住，不再算。

        权重先除以最大的一个，再低的温度也不会全部下溢成 0。
        """
        key = (a, temperature)
        if key not in self._ladders:
            row = [self.prob(a, b) for b in range(len(self.vocab))]
            top = max(row)
            self._ladders[key] = list(accumulate(
                (p / top) ** (1 / temperature) for p in row))
        return self._ladders[key]

    def next(
        self, a: int, rng: random.Random, temperature: float = 1.0
    ) -> int:
        """抽一个接在字 a 后面的字；temperature 必须大于 0。"""
        if not temperature > 0:
            raise ValueError(f"温度要大于 0，得到 {temperature}")
        weights = self.ladder(a, temperature)
        return rng.choices(range(len(weights)), cum_weights=weights)[0]

    def generate(
        self, rng: random.Random, temperature: float = 1.0,
        start: str = "", longest: int = 40,
    ) -> str:
        """接着 start 往下写，到诗的末尾或 longest 个字为止。"""
        edge = self.vocab.encode(EDGE)[0]
        ids = self.vocab.encode(EDGE + start)
        while len(ids) <= longest:
            b = self.next(ids[-1], rng, temperature)
            if b == edge:
                break
            ids.append(b)
        return self.vocab.decode(ids[1:])

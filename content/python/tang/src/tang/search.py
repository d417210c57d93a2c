"""倒排索引与 BM25 检索，以字为词。"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from tang.corpus import clean


class Index:
    """postings[字][第几篇] = 次数；建立以后不变。"""

    def __init__(self, texts: Sequence[str]) -> None:
        self.lengths = [len(clean(text)) for text in texts]
        if not any(self.lengths):
            raise ValueError("没有文字，建不成索引")
        self.mean = sum(self.lengths) / len(self.lengths)
        self.postings: dict[str, dict[int, int]] = {}
        for i, text in enumerate(texts):
            for char, n in Counter(clean(text)).items():
                self.postings.setdefault(char, {})[i] = n

    def idf(self, char: str) -> float:
        """字的稀有程度，总是正数；越少见越大。"""
        found = len(self.postings.get(char, {}))
        rest = len(self.lengths) - found
        return math.log(1 + (rest + 0.5) / (found + 0.5))

    def search(
        self, query: str, top: int = 5, k1: float = 1.2,
        b: float = 0.75,
    ) -> list[tuple[float, int]]:
        """得分最高的 top 篇，（得分，第几篇）；同分按先后。

        top 至少是 1，否则 ValueError。
        """
        if top < 1:
            raise ValueError(f"至少要 1 篇，得到 {top}")
        scores: defaultdict[int, float] = defaultdict(float)
        for char, times in Counter(clean(query)).items():
            weight = times * self.idf(char)
            for i, n in self.postings.get(char, {}).items():
                stretch = 1 - b + b * self.lengths[i] / self.mean
                scores[i] += weight * n * (k1 + 1) / (n + k1 * stretch)
        ranked = sorted((-score, i) for i, score in scores.items())
        return [(-score, i) for score, i in ranked[:top]]

"""同一个模型的 NumPy 版：整张概率表一次算出来。"""

import numpy as np

from tang.bigram import Bigram


def count_table(model: Bigram) -> np.ndarray:
    """次数表，形状 (V, V)：第 a 行第 b 列是 a 后面跟着 b 的次数。"""
    size = len(model.vocab)
    table = np.zeros((size, size))
    for a, row in model.follow.items():
        for b, n in row.items():
            table[a, b] = n
    return table


def prob_table(counts: np.ndarray, k: float) -> np.ndarray:
    """加 k 之后的概率表，形状 (V, V)，每行之和是 1。"""
    raised = counts + k
    return raised / raised.sum(axis=1, keepdims=True)


def loss(probs: np.ndarray, pairs: list[tuple[int, int]]) -> float:
    """平均每个字的 −ln p（奈特）；pairs 是要评测的编号对。"""
    a, b = np.array(pairs).T
    return float(-np.log(probs[a, b]).mean())

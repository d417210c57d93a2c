"""计数版与 NumPy 版对拍；没有 NumPy 就跳过。"""

import pytest

from tang.bigram import Bigram
from tang.vocab import Vocab

pytest.importorskip("numpy")
from tang import table  # noqa: E402

TEXTS = ["春风。", "春日。", "春风，秋月。"]


@pytest.mark.parametrize("k", [0.01, 1.0])
def test_both_agree(k):
    model = Bigram(Vocab(TEXTS), TEXTS, k)
    probs = table.prob_table(table.count_table(model), k)
    for a, row in enumerate(probs):
        for b, p in enumerate(row):
            assert p == pytest.approx(model.prob(a, b))
    pairs = list(model.pairs("秋风，雪"))
    assert table.loss(probs, pairs) == pytest.approx(
        model.loss(["秋风，雪"]))

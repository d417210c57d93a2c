"""词表与二元模型：对任何语料都该成立的话。"""

import math
import random

import pytest

from tang.bigram import Bigram
from tang.vocab import EDGE, UNKNOWN, Vocab

TEXTS = ["春风。", "春日。", "春风。"]


@pytest.fixture
def model():
    return Bigram(Vocab(TEXTS), TEXTS, k=0.5)


def test_vocab_goes_there_and_back():
    vocab = Vocab(TEXTS)
    assert len(vocab) == 6
    assert vocab.decode(vocab.encode("春日。")) == "春日。"
    assert vocab.decode(vocab.encode("秋日")) == UNKNOWN + "日"


@pytest.mark.parametrize("k", [0.001, 0.5, 100.0])
def test_every_row_sums_to_one(k):
    model = Bigram(Vocab(TEXTS), TEXTS, k)
    size = range(len(model.vocab))
    for a in size:
        total = math.fsum(model.prob(a, b) for b in size)
        assert total == pytest.approx(1)


def test_prob_by_hand(model):
    spring, wind = model.vocab.encode("春风")
    assert model.prob(spring, wind) == pytest.approx(2.5 / 6)


def test_uniform_model_has_perplexity_v():
    model = Bigram(Vocab(TEXTS), [], k=1)
    assert model.perplexity(["春风。"]) == pytest.approx(6)


def test_perplexity_is_at_least_one(model):
    for text in ("春风。", "秋雨", ""):
        assert model.perplexity([text]) >= 1


def test_same_seed_same_poem(model):
    first = model.generate(random.Random(3))
    assert model.generate(random.Random(3)) == first
    assert EDGE not in first


def test_cold_takes_the_likeliest(model):
    spring, wind = model.vocab.encode("春风")
    rng = random.Random(0)
    drawn = {model.next(spring, rng, 1e-9) for _ in range(100)}
    assert drawn == {wind}


def test_poem_has_a_longest_length(model):
    text = model.generate(random.Random(1), 50.0, longest=5)
    assert len(text) <= 5


@pytest.mark.parametrize("k", [0, -1, 1e-300, math.inf, math.nan])
def test_k_has_bounds(k):
    with pytest.raises(ValueError, match="k 要在 1e-9 与 1e9 之间"):
        Bigram(Vocab(TEXTS), TEXTS, k)


def test_temperature_must_be_positive(model):
    with pytest.raises(ValueError, match="温度"):
        model.generate(random.Random(0), 0)


def test_nothing_to_measure_is_an_error(model):
    with pytest.raises(ValueError, match="没有可以评测的文字"):
        model.loss([])

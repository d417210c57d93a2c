"""BM25 的几条性质。"""

import pytest

from tang.search import Index

LONG = "山水山水山水山水"


def test_rarer_is_worth_more():
    index = Index(["春风", "春雨", "春月"])
    assert index.idf("风") > index.idf("春") > 0
    assert index.idf("雪") > index.idf("风")


def test_more_of_a_word_scores_more_but_ever_less():
    index = Index(["风山山山", "风风山山", "风风风山"])
    found = {i: score for score, i in index.search("风")}
    assert found[0] < found[1] < found[2]
    assert found[2] - found[1] < found[1] - found[0]


def test_shorter_text_scores_more():
    index = Index(["风" + LONG, "风山"])
    assert [i for _, i in index.search("风")] == [1, 0]
    first, second = index.search("风", b=0)
    assert first[0] == second[0]          # b = 0 不看长短


def test_no_hit_and_no_text():
    assert Index(["春风"]).search("雪，") == []
    with pytest.raises(ValueError, match="建不成索引"):
        Index(["，。"])
    with pytest.raises(ValueError, match="至少要 1 篇"):
        Index(["春风"]).search("春", top=0)


def test_ties_keep_the_order():
    index = Index(["春风", "春风", "春风"])
    assert [i for _, i in index.search("春", top=2)] == [0, 1]

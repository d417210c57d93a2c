"""语料的读入与切分。"""

import pytest

from tang.corpus import CorpusError, Poem, clean, read_poems, split

POEMS = [Poem("某", f"其{i}", "春风。") for i in range(10)]


def test_reads_rows_and_skips_notes(tmp_path):
    path = tmp_path / "poems.txt"
    path.write_text("# 说明\n\n王维\t鹿柴\t空山不见人。\n",
                    encoding="utf-8")
    poem = Poem("王维", "鹿柴", "空山不见人。")
    assert list(read_poems(path)) == [poem]


def test_names_file_and_line(tmp_path):
    path = tmp_path / "poems.txt"
    path.write_text("# 说明\n王维 鹿柴\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"poems\.txt:2: 要 3 栏"):
        list(read_poems(path))


def test_missing_file_is_a_corpus_error(tmp_path):
    with pytest.raises(CorpusError) as caught:
        list(read_poems(tmp_path / "none.txt"))
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_split_is_a_partition_fixed_by_the_seed():
    train, held = split(POEMS, 3, seed=1)
    assert len(held) == 3
    assert {*train, *held} == {*POEMS}
    assert not {*train} & {*held}
    assert split(POEMS, 3, seed=1) == (train, held)
    assert split(POEMS, 3, seed=2) != (train, held)


@pytest.mark.parametrize("held", [0, 10, 11])
def test_split_keeps_both_parts(held):
    with pytest.raises(ValueError, match="不能留出"):
        split(POEMS, held, seed=1)


def test_clean_leaves_no_mark():
    assert clean("空山，不见人。") == "空山不见人"

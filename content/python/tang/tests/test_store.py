"""存取：读回来相同，写不成旧文件还在，坏文件认得出。"""

import os

import pytest

from tang.corpus import CorpusError, Poem
from tang.store import Settings, Store, load, save

STORE = Store(Settings(held=1, seed=7, k=0.5),
              [Poem("某", f"其{i}", "春风。") for i in range(3)])


def test_what_is_saved_comes_back(tmp_path):
    save(STORE, tmp_path / "m.json")
    assert load(tmp_path / "m.json") == STORE
    assert [path.name for path in tmp_path.iterdir()] == ["m.json"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "m.json"
    save(STORE, path)
    before = path.read_bytes()

    def full(*paths):
        raise OSError("磁盘满了")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CorpusError, match="写不进去：磁盘满了"):
        save(Store(Settings(), []), path)
    assert path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["m.json"]


def test_no_such_folder_is_a_corpus_error(tmp_path):
    with pytest.raises(CorpusError, match="写不进去"):
        save(STORE, tmp_path / "none" / "m.json")


@pytest.mark.parametrize("text", [
    "不是 JSON", "[]", "{}", '{"format": 2}',
    '{"format": 1, "settings": {"more": 1}, "poems": []}',
    '{"format": 1, "settings": {}, "poems": [{"author": "某"}]}',
])
def test_a_damaged_file_is_a_corpus_error(tmp_path, text):
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"m\.json: "):
        load(path)

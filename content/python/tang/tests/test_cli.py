"""命令行从头走到尾。"""

import pytest

from tang.cli import main

ROWS = "\n".join(f"某\t其{i}\t春风吹，秋月明。" for i in range(12))


@pytest.fixture
def tang(tmp_path, capsys):
    """给测试一个函数：运行一条命令，返回退出码、输出、错误。"""
    (tmp_path / "poems.txt").write_text(ROWS, encoding="utf-8")

    def run(*words):
        words = [str(tmp_path / w) if w.endswith(".txt") else w
                 for w in words]
        code = main(["--model", str(tmp_path / "m.json"), *words])
        return code, *capsys.readouterr()
    return run


def test_build_then_everything_else(tang, tmp_path):
    code, out, _ = tang("build", "poems.txt")
    assert code == 0 and out == "训练\t留出\t词表\n2\t10\t10\n"
    assert [path.name for path in tmp_path.glob("*.json")] == ["m.json"]
    assert tang("search", "秋月", "--top", "2")[1].count("某") == 2
    assert tang("generate")[1] == tang("generate")[1]
    assert tang("eval", "--k", "0.1", "1")[1].count("\n") == 3


def test_errors_are_sentences_with_exit_code_one(tang, tmp_path):
    code, out, error = tang("search", "月")
    assert (code, out) == (1, "")
    assert error == (f"tang: {tmp_path / 'm.json'}: "
                     "读不出来，先运行 tang build\n")
    tang("build", "poems.txt")
    code, _, error = tang("generate", "--temperature", "0")
    assert (code, error) == (1, "tang: 温度要大于 0，得到 0.0\n")
    (tmp_path / "m.json").write_text("{}", encoding="utf-8")
    assert "不是 tang 的模型文件" in tang("eval")[2]


def test_bad_settings_leave_the_old_model(tang, tmp_path):
    tang("build", "poems.txt")
    before = (tmp_path / "m.json").read_bytes()
    assert tang("build", "poems.txt", "--k", "0")[0] == 1
    assert tang("build", "poems.txt", "--held", "12")[0] == 1
    assert (tmp_path / "m.json").read_bytes() == before
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["m.json", "poems.txt"]


def test_wrong_usage_is_two(tang):
    with pytest.raises(SystemExit) as caught:
        tang("build")
    assert caught.value.code == 2

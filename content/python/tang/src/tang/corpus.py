"""语料：读入、检查、切成训练集和留出集。"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PUNCT = "，。？！；、"


class CorpusError(Exception):
    """语料或模型文件有问题；话里带着文件名和行号。"""


@dataclass(frozen=True, slots=True)
class Poem:
    """一首诗；text 带标点，不带换行。"""

    author: str
    title: str
    text: str


def clean(text: str) -> str:
    """去掉标点，只留下字。"""
    return "".join(char for char in text if char not in PUNCT)


def read_poems(path: Path) -> Iterator[Poem]:
    """逐行读语料，跳过空行和 # 开头的说明。

    文件读不出来，或某一行不是三栏，抛出 CorpusError。
    """
    try:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if not line.strip() or line.startswith("#"):
                    continue
                parts = line.rstrip("\n").split("\t")
                if len(parts) != 3:
                    raise CorpusError(
                        f"{path}:{number}: 要 3 栏，有 {len(parts)} 栏")
                yield Poem(*parts)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: 读不出来：{error}") from error


def split(
    poems: Sequence[Poem], held: int, seed: int
) -> tuple[list[Poem], list[Poem]]:
    """打乱后留出最后 held 首，返回（训练，留出）；不改动 poems。

    held 要在 1 到 len(poems) − 1 之间，否则 ValueError。
    """
    if not 1 <= held < len(poems):
        raise ValueError(f"共 {len(poems)} 首，不能留出 {held} 首")
    shuffled = list(poems)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:-held], shuffled[-held:]

"""设定与诗存成一个 JSON 文件；次数和索引读进来再数。"""

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from tang.bigram import Bigram
from tang.corpus import CorpusError, Poem, split
from tang.search import Index
from tang.vocab import Vocab

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """一次实验的全部设定；同样的设定加同样的诗，结果相同。"""

    held: int = 10        # 留出几首
    seed: int = 1         # 切分用的种子
    k: float = 0.1        # 平滑时加的次数


@dataclass(frozen=True, slots=True)
class Store:
    """一份语料和设定，以及由它们建成的东西。"""

    settings: Settings
    poems: list[Poem]

    def parts(self) -> tuple[list[str], list[str]]:
        """训练诗与留出诗的正文。"""
        settings = self.settings
        train, held = split(self.poems, settings.held, settings.seed)
        return [p.text for p in train], [p.text for p in held]

    def model(self, k: float | None = None) -> Bigram:
        """用训练诗建模型；词表也只来自训练诗。"""
        train, _ = self.parts()
        smooth = self.settings.k if k is None else k
        return Bigram(Vocab(train), train, smooth)

    def index(self) -> Index:
        return Index([poem.text for poem in self.poems])


def save(store: Store, path: Path) -> None:
    """写进 path；中途出错，旧文件还在。写不进去，CorpusError。"""
    data = {"format": FORMAT, "settings": asdict(store.settings),
            "poems": [asdict(poem) for poem in store.poems]}
    try:
        replace_text(path, json.dumps(data, ensure_ascii=False))
    except OSError as error:
        raise CorpusError(f"{path}: 写不进去：{error}") from error


def replace_text(path: Path, text: str) -> None:
    """先写旁边的临时文件，再换名。"""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def load(path: Path) -> Store:
    """读回 save 写的文件；读不出、少项多项或格式不同，CorpusError。"""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise CorpusError(f"{path}: 格式 {data['format']}，"
                              f"这一版只认 {FORMAT}")
        return Store(Settings(**data["settings"]),
                     [Poem(**poem) for poem in data["poems"]])
    except OSError as error:
        raise CorpusError(f"{path}: 读不出来，先运行 tang build"
                          ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{path}: 不是 tang 的模型文件") from error

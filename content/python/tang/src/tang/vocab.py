"""词表：字与编号互换，没见过的字一律记作 UNKNOWN。"""

from collections.abc import Iterable

EDGE = "\n"       # 诗的两端：从它开始写，写到它为止
UNKNOWN = "□"     # 词表以外的字


class Vocab:
    """编号 0 是 EDGE，1 是 UNKNOWN，其余按码点排列。"""

    def __init__(self, texts: Iterable[str]) -> None:
        chars = sorted({char for text in texts for char in text}
                       - {EDGE, UNKNOWN})
        self.id_to_char = [EDGE, UNKNOWN, *chars]
        self.char_to_id = {
            char: i for i, char in enumerate(self.id_to_char)}

    def __len__(self) -> int:
        return len(self.id_to_char)

    def __contains__(self, char: str) -> bool:
        return char in self.char_to_id

    def encode(self, text: str) -> list[int]:
        """每个字的编号；不认识的字得 UNKNOWN 的编号，不报错。"""
        unknown = self.char_to_id[UNKNOWN]
        return [self.char_to_id.get(char, unknown) for char in text]

    def decode(self, ids: Iterable[int]) -> str:
        return "".join(self.id_to_char[i] for i in ids)

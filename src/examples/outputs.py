"""What a cell prints: caught whole, and made fit for a text file."""

import ctypes
import io
import os
import re
import sys
import sysconfig
import tempfile

OUTPUT_LIMIT = 200 * 1024
# Colours of a terminal mean nothing on a page.
COLOUR = re.compile(r"\x1b\[[\d;]*m")
UNPRINTABLE = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\u2028\u2029\ufeff\ufffd]")


class Unusable(Exception):
    """An output that cannot stand in a chapter."""


class Capture:
    """Collects what reaches file descriptors 1 and 2 while a cell runs, in the order in which it was written.

    Each cell has a file of its own: what a child process prints after its cell is lost, not given to the next one.
    """

    def __init__(self):
        self.saved = [os.dup(1), os.dup(2)]
        self.first = [sys.stdout, sys.stderr]  # Kept, or their end would close the descriptors.
        self.streams = {}
        self.file = None

    def __enter__(self):
        self.file = tempfile.TemporaryFile()
        for number, name in ((1, "stdout"), (2, "stderr")):
            os.dup2(self.file.fileno(), number)
            stream = self.streams.get(number)
            if stream is None or stream.closed:
                # Unbuffered: what is printed here, by a C library and by a child keeps its order.
                stream = io.TextIOWrapper(io.FileIO(number, "w", closefd=False), encoding="utf-8", write_through=True)
                self.streams[number] = stream
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        return self

    def __exit__(self, *_):
        for stream in (sys.stdout, sys.stderr, *self.streams.values()):
            try:
                stream.flush()
            except Exception:
                pass  # The cell closed it, or put something of its own in its place.
        ctypes.CDLL(None).fflush(None)
        for target, saved in zip((1, 2), self.saved):
            os.dup2(saved, target)

    def text(self):
        size = self.file.seek(0, os.SEEK_END)
        self.file.seek(0)
        if size > OUTPUT_LIMIT:
            head = self.file.read(200).decode("utf-8", "ignore")
            raise Unusable(f"输出有 {size // 1024} KB，超过 {OUTPUT_LIMIT // 1024} KB：少打印一些。开头是：\n{head}…")
        data = self.file.read()
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Unusable(f"输出不是有效的 UTF-8（第 {error.start + 1} 个字节 0x{data[error.start]:02x}）："
                           "字节要用 repr 或 hex() 打印") from None


def overwritten(line):
    """A carriage return goes back to the start of the line, as progress bars use it."""
    shown = ""
    for piece in line.split("\r"):
        shown = piece + shown[len(piece):]
    return shown


def tidy(text, paths):
    """Without trailing blanks, which carry no meaning and do not survive in a text file, colours, and this machine's paths."""
    for path, name in paths:
        text = text.replace(path, name)
    lines = COLOUR.sub("", text).replace("\r\n", "\n").split("\n")
    text = "\n".join(overwritten(line).rstrip() for line in lines).rstrip("\n")
    if found := UNPRINTABLE.search(text):
        line = text[:found.start()].count("\n") + 1
        raise Unusable(f"输出的第 {line} 行有看不见的字符 U+{ord(found[0]):04X}：用 repr() 打印它")
    return text + "\n" if text else ""


def local_paths(folder):
    """What outputs call the folders of this machine."""
    known = sysconfig.get_paths()
    packages = {known["purelib"], known["platlib"]}
    folders = [(folder, "."), *((path, "site-packages") for path in packages), (known["stdlib"], "python")]
    return [pair for path, name in folders for real in {path, os.path.realpath(path)}
            for pair in ((real + os.sep, "" if name == "." else f"{name}/"), (real, name))]

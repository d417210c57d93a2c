"""Runs the cells of one chapter in a fresh interpreter, like a notebook.

Reads a job as JSON from standard input and writes one JSON object per cell, as lines, to the file descriptor
given as the only argument. Everything that a cell prints, also from C code and child processes, is its output.
On a crash, where it happened stands on standard error.

Job:    {"folder": str, "root": str (the copy of the content folder that `folder` lies in), "writable": [str],
         "figures": str, "name": str, "memory": int (bytes, 0 = no limit),
         "cells": [{"language": str, "code": str, "raises": str | null, "traceback": bool, "figure": str | null}]}
Result: {"cell": int, "output": str, "error": str | null, "line": int | null (of the cell), "figure": str | null}, and last
        {"versions": {name: version}, "files": [path read below root], "isolated": bool,
         "imports": [{"cell": int, "module": str, "packages": [str]}]}
"""

import ast
import asyncio
import ctypes
import errno
import faulthandler
import inspect
import json
import linecache
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tempfile
import traceback
import types
from importlib import metadata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import figures  # noqa: E402
import sandbox  # noqa: E402

del sys.path[0], sys.modules["figures"], sys.modules["sandbox"]  # Cells may have modules of these names.

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
                stream = open(number, "w", encoding="utf-8", closefd=False)
                stream.reconfigure(write_through=True)
                self.streams[number] = stream
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        return self

    def __exit__(self, *_):
        for stream in (sys.stdout, sys.stderr, *self.streams.values()):
            try:
                stream.flush()
            except (AttributeError, OSError, ValueError):
                pass  # The cell closed or replaced it.
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


def local_paths(job):
    """What outputs call the folders of this machine."""
    known = sysconfig.get_paths()
    packages = {known["purelib"], known["platlib"]}
    folders = [(job["folder"], "."), *((path, "site-packages") for path in packages), (known["stdlib"], "python")]
    return [pair for path, name in folders for real in {path, os.path.realpath(path)}
            for pair in ((real + os.sep, "" if name == "." else f"{name}/"), (real, name))]


def cell_file(index, code):
    """Lets tracebacks and warnings show the cell's own lines."""
    name = f"<代码 {index + 1}>"
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
    return name


def run_code(tree, kind, name, namespace):
    """`await` may stand outside of a function, as in a notebook."""
    code = compile(tree, name, kind, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    value = eval(code, namespace)
    return asyncio.run(value) if code.co_flags & inspect.CO_COROUTINE and inspect.iscoroutine(value) else value


def evaluate(code, name, namespace):
    """Runs a cell; the value of a final expression is shown as a notebook shows it, unless a semicolon ends it."""
    tree = ast.parse(code, name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    run_code(tree, "exec", name, namespace)
    if last is not None:
        value = run_code(ast.Expression(last.value), "eval", name, namespace)
        if value is not None and not code.rstrip().endswith(";"):
            print(repr(value))


def run_bash(code, _name, _namespace):
    """A shell block runs by itself: variables do not outlive it, files do."""
    finish(["bash", "-euo", "pipefail", "-c", code])


def compiled(compiler, suffix):
    """A C or C++ block is a whole program, compiled with warnings on and run at once."""

    def run(code, _name, _namespace):
        with tempfile.TemporaryDirectory() as folder:
            source, program = "main" + suffix, os.path.join(folder, "main")
            with open(os.path.join(folder, source), "w", encoding="utf-8") as file:
                file.write(code)
            finish([*compiler, "-I", os.getcwd(), "-Wall", "-Wextra", "-O1", "-o", program, source], folder)
            finish([program])

    return run


def finish(command, folder=None):
    """The child inherits the captured descriptors, so what it prints is the cell's output."""
    name = os.path.basename(command[0])
    try:
        code = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, check=False).returncode
    except FileNotFoundError:
        raise RuntimeError(f"没有找到 {name}：先安装它") from None
    if code != 0:
        raise RuntimeError(f"{name} " + (f"被信号 {signal.Signals(-code).name} 终止" if code < 0 else f"以状态 {code} 结束"))


ADAPTERS = {
    "python": evaluate,
    "bash": run_bash,
    "c": compiled(["gcc", "-std=c17"], ".c"),
    "cpp": compiled(["g++", "-std=c++20"], ".cpp"),
}
TOOLS = {"bash": "bash", "c": "gcc", "cpp": "g++"}


def shown_exception(error, whole):
    """The traceback without the runner's own frames, or the exception alone."""
    own = re.compile(r'\s+File "' + re.escape(os.path.dirname(__file__)))
    shown = [line for line in traceback.format_exception(error) if not own.match(line)]
    if whole and any(line.lstrip().startswith("File ") for line in shown):
        return "".join(shown)
    lines = traceback.format_exception_only(error)
    return lines[-1] if isinstance(error, SyntaxError) else "".join(lines)


def line_of(error, name):
    """The line of the cell that an exception came through last."""
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno
    return next((frame.lineno for frame in reversed(traceback.extract_tb(error.__traceback__)) if frame.filename == name), None)


def complaint(error, cell, job):
    """Why a cell failed; None where it ended as its fence says."""
    wanted = cell["raises"]
    if error is None:
        return f"应当抛出 {wanted}，实际没有抛出异常" if wanted else None
    if wanted == type(error).__name__:
        return None
    if isinstance(error, MemoryError):
        return f"内存超过上限 {job['memory'] // 2**20} MiB：把例子做小，或用 --memory 放宽"
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return f"输出或写出的文件超过 {sandbox.FILE_LIMIT // 2**20} MiB：检查有没有停不下来的循环"
    if isinstance(error, SystemExit):
        return f"代码块调用了 sys.exit({error.code!r})：它会让后面的代码块都不运行"
    expected = f"应当抛出 {wanted}，实际" if wanted else ""
    return f"{expected}抛出了 {type(error).__name__}：\n{shown_exception(error, True)}"


def attempt(cell, file, namespace, job):
    """Runs a cell and saves its figure; returns the figure's file name and the exception that ended the cell."""
    figure, owner = None, os.getpid()
    try:
        if cell["figure"]:
            figures.set_up()
        ADAPTERS[cell["language"]](cell["code"], file, namespace)
        if cell["figure"]:
            name = f"{job['name']}.{cell['figure']}.svg"
            figures.save(os.path.join(job["figures"], name))
            figure = name
        error = None
    except BaseException as caught:
        error = caught
    if os.getpid() != owner:  # A child that a cell forked and did not end: the chapter is its parent's.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(0)
    return figure, error


def run_cell(index, cell, namespace, capture, job):
    name = cell_file(index, cell["code"])
    with capture:
        figure, error = attempt(cell, name, namespace, job)
        if error is not None and cell["raises"] == type(error).__name__:
            sys.stderr.write(shown_exception(error, cell["traceback"]))
    failure = complaint(error, cell, job)
    line = line_of(error, name) if error is not None and failure else None
    paths = local_paths(job)
    try:
        output = tidy(capture.text(), paths)
    except Unusable as unusable:
        output, failure = "", failure or str(unusable)
    if failure:
        for path, short in paths:
            failure = failure.replace(path, short)
    return {"cell": index, "output": output, "error": failure, "line": line, "figure": figure}


def versions(languages, owners):
    """The interpreter, the tools, and the distributions that the cells imported."""
    names = {owner for module in list(sys.modules) if "." not in module for owner in owners.get(module, ())}
    found = {"python": sys.version.split()[0], **{name: metadata.version(name) for name in sorted(names, key=str.lower)}}
    for tool in sorted({TOOLS[language] for language in languages if language in TOOLS}):
        shown = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout
        found[tool] = (re.search(r"\d+\.\d+(?:\.\d+)?", shown) or [""])[0]
    return found


def imports(cells, owners):
    """The packages that cells import by name, at first mention; what those bring along is not counted."""
    found = {}
    for index, cell in enumerate(cells):
        try:
            tree = ast.parse(cell["code"]) if cell["language"] == "python" else ast.Module([], [])
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else \
                [node.module] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            for name in names:
                module = name.split(".")[0]
                if module in owners:
                    found.setdefault(module, {"cell": index, "module": module, "packages": sorted(set(owners[module]))})
    return list(found.values())


def prepare(job, files):
    """The interpreter as every chapter finds it. Returns its capture and whether the system keeps the network away."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(job["folder"])
    sys.path.insert(0, job["folder"])
    sys.argv = [job["name"]]
    sys.modules["__main__"] = types.ModuleType("__main__")
    capture = Capture()
    faulthandler.enable(file=capture.saved[1])
    isolated = sandbox.enclose()
    sandbox.limit(job["memory"])
    if any(cell["figure"] for cell in job["cells"]):
        try:
            figures.set_up()  # Before the first cell: figures of a chapter look alike wherever they are begun.
        except ImportError:
            pass  # The cell that draws will say so.
    sandbox.watch(job["root"], job["writable"], files)
    return capture, isolated


def main():
    channel = os.fdopen(int(sys.argv[1]), "w", encoding="utf-8")
    os.set_inheritable(channel.fileno(), False)
    job = json.load(sys.stdin)
    files = set()
    capture, isolated = prepare(job, files)

    def send(message):
        channel.write(json.dumps(message, ensure_ascii=True) + "\n")
        channel.flush()

    namespace = sys.modules["__main__"].__dict__
    for index, cell in enumerate(job["cells"]):
        result = run_cell(index, cell, namespace, capture, job)
        send(result)
        if result["error"]:
            break
    owners = metadata.packages_distributions()
    send({
        "versions": versions({cell["language"] for cell in job["cells"]}, owners), "files": sorted(files), "isolated": isolated,
        "imports": imports(job["cells"], owners),
    })
    sandbox.end_children()
    os._exit(0)  # Threads that a cell left behind must not hold the run up.


if __name__ == "__main__":
    main()

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

import errno
import faulthandler
import json
import os
import re
import sys
import traceback
import types
from importlib import metadata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import figures  # noqa: E402
import languages  # noqa: E402
import outputs  # noqa: E402
import sandbox  # noqa: E402

del sys.path[0]
for module in (figures, languages, outputs, sandbox):
    del sys.modules[module.__name__]  # Cells may have modules of these names.


FRAME = r'[\s|]+File "'  # The frames of an exception group have a bar before them.


def shown_exception(error, whole):
    """The traceback without the runner's own frames, or the exception alone."""
    own = re.compile(FRAME + re.escape(os.path.dirname(__file__)))
    shown = [line for line in traceback.format_exception(error) if not own.match(line)]
    if whole and any(re.match(FRAME, line) for line in shown):
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
        return f"内存超过上限 {job['memory'] // 2**20} MiB"
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
        with sandbox.limits(job["memory"]):
            languages.ADAPTERS[cell["language"]](cell["code"], file, namespace)
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
    name = languages.cell_file(index, cell["code"])
    with capture:
        figure, error = attempt(cell, name, namespace, job)
        if error is not None and cell["raises"] == type(error).__name__:
            sys.stderr.write(shown_exception(error, cell["traceback"]))
    failure = complaint(error, cell, job)
    line = line_of(error, name) if error is not None and failure else None
    paths = outputs.local_paths(job["folder"])
    try:
        output = outputs.tidy(capture.text(), paths)
    except outputs.Unusable as unusable:
        output, failure = "", failure or str(unusable)
    if failure:
        for path, short in paths:
            failure = failure.replace(path, short)
    return {"cell": index, "output": output, "error": failure, "line": line, "figure": figure}


def prepare(job, files):
    """The interpreter as every chapter finds it. Returns its capture and whether the system keeps the network away."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(job["folder"])
    sys.path.insert(0, job["folder"])
    sys.argv = [job["name"]]
    sys.modules["__main__"] = types.ModuleType("__main__")
    capture = outputs.Capture()
    faulthandler.enable(file=capture.saved[1])
    isolated = sandbox.enclose()
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
        "versions": languages.versions({cell["language"] for cell in job["cells"]}, owners), "files": sorted(files), "isolated": isolated,
        "imports": languages.imports(job["cells"], owners),
    })
    sandbox.end_children()
    os._exit(0)  # Threads that a cell left behind must not hold the run up.


if __name__ == "__main__":
    main()

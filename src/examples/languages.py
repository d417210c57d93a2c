"""How a cell of each language is run. A language is one entry of ADAPTERS, and one of TOOLS where a program runs it."""

import ast
import asyncio
import inspect
import linecache
import os
import re
import signal
import subprocess
import sys
import tempfile
from importlib import metadata

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
    tree = compile(code, name, "exec", flags=ast.PyCF_ONLY_AST, dont_inherit=True)  # `ast.parse` would stand in the traceback.
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

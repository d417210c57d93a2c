"""命令行：tang build | search | generate | eval。"""

import argparse
import logging
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from tang import __version__
from tang.corpus import CorpusError, read_poems
from tang.store import Settings, Store, load, save

log = logging.getLogger("tang")
Row = dict[str, str | int | float]
DEFAULTS = Settings()


def build(options: argparse.Namespace) -> list[Row]:
    poems = list(read_poems(options.corpus))
    settings = Settings(
        held=options.held, seed=options.seed, k=options.k)
    store = Store(settings, poems)
    train, held = store.parts()
    size = len(store.model().vocab)     # 设定不对，写文件之前就报错
    save(store, options.model)
    log.info("写好 %s", options.model)
    return [{"训练": len(train), "留出": len(held), "词表": size}]


def search(options: argparse.Namespace) -> list[Row]:
    store = load(options.model)
    hits = store.index().search(options.query, options.top)
    return [{"得分": round(score, 3), "作者": store.poems[i].author,
             "题目": store.poems[i].title} for score, i in hits]


def generate(options: argparse.Namespace) -> list[Row]:
    model = load(options.model).model(options.k)
    rng = random.Random(options.seed)
    temperature, start = options.temperature, options.start
    return [{"诗": model.generate(rng, temperature, start)}
            for _ in range(options.count)]


def evaluate(options: argparse.Namespace) -> list[Row]:
    store = load(options.model)
    train, held = store.parts()
    rows: list[Row] = []
    for k in options.k:
        model = store.model(k)
        rows.append({"k": k, "训练": round(model.perplexity(train), 1),
                     "留出": round(model.perplexity(held), 1)})
    return rows


def show(rows: list[Row]) -> None:
    """每行一条，各项之间用制表符隔开；先印一行名字。"""
    if rows:
        print(*rows[0], sep="\t")
    for row in rows:
        print(*row.values(), sep="\t")


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tang", description="唐人绝句的二元语言模型与检索")
    parser.add_argument("--version", action="version",
                        version=f"%(prog)s {__version__}")
    parser.add_argument("--model", type=Path, default=Path("tang.json"),
                        help="模型文件")
    parser.add_argument("-v", "--verbose", action="store_true",
                        help="多说几句")
    commands = parser.add_subparsers(required=True, metavar="命令")

    one = commands.add_parser("build", help="读语料，写模型文件")
    one.add_argument("corpus", type=Path)
    one.add_argument("--held", type=int, default=DEFAULTS.held)
    one.add_argument("--seed", type=int, default=DEFAULTS.seed)
    one.add_argument("--k", type=float, default=DEFAULTS.k)
    one.set_defaults(run=build)

    one = commands.add_parser("search", help="按 BM25 找诗")
    one.add_argument("query")
    one.add_argument("--top", type=int, default=5)
    one.set_defaults(run=search)

    one = commands.add_parser("generate", help="写几首")
    one.add_argument("--count", type=int, default=3)
    one.add_argument("--temperature", type=float, default=1.0)
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--start", default="", help="开头的字")
    one.add_argument("--k", type=float, help="换一个 k")
    one.set_defaults(run=generate)

    one = commands.add_parser("eval", help="各个 k 的困惑度")
    one.add_argument("--k", type=float, nargs="+",
                     default=[0.001, 0.01, 0.1, 1.0, 10.0])
    one.set_defaults(run=evaluate)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """返回退出码：0 成功，1 语料或参数的值不对；用法不对是 2。"""
    options = make_parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if options.verbose else logging.WARNING,
        format="%(name)s: %(message)s")
    try:
        show(options.run(options))
    except (CorpusError, ValueError) as error:
        log.info("出错的地方", exc_info=True)       # -v 才印
        print(f"tang: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

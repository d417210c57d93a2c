"""Matplotlib figures as SVG that is the same, byte for byte, on every run and every machine."""

import warnings

# The light theme's colours. On the page each becomes the theme's own: src/markdown/drawing.ts has the same list.
INK, GRID = "#24211c", "#8a8378"
CYCLE = ["#0b5fa5", "#a84300", "#00704f", "#6a4fa3", "#8c2f75", "#5a5a00"]

STYLE = {
    "svg.fonttype": "none", "svg.hashsalt": "daily-deeplearning",
    "figure.figsize": (5.6, 3.3), "font.size": 11, "figure.facecolor": "none", "axes.facecolor": "none", "savefig.facecolor": "none",
    "legend.facecolor": "none", "legend.edgecolor": GRID,
    "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": INK, "axes.titlecolor": INK, "xtick.color": INK,
    "ytick.color": INK, "grid.color": GRID, "grid.alpha": 0.35, "axes.unicode_minus": False,
    # Only Matplotlib's own font measures the same everywhere; the browser takes Chinese from the reader's fonts.
    "font.family": ["DejaVu Sans"],
}


def set_up(done=[]):
    """Text stays text, ids are stable, and ink is a mark. Raises ImportError where Matplotlib is not pinned."""
    if done:
        return  # What a cell set since then stays, as in a notebook.
    import matplotlib

    matplotlib.rcParams.update(STYLE)
    matplotlib.rcParams["axes.prop_cycle"] = matplotlib.cycler(color=CYCLE)
    done.append(True)


def save(path):
    """Saves the current figure and closes all."""
    import matplotlib.pyplot as plt

    if not plt.get_fignums():
        raise RuntimeError("没有画图：围栏上写了 figure=，代码里要用 Matplotlib 画出一张")
    fixed = {name: value for name, value in STYLE.items() if name.startswith("svg.")}
    with plt.rc_context(fixed), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from (?:current )?font")
        plt.savefig(path, format="svg", metadata={"Date": None, "Creator": None}, transparent=True, bbox_inches="tight")
    plt.close("all")

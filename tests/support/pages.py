"""Which pages the site has: one for each file in docs/, known before it is built, and those made of parts of one."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NOT_FOUND = "404.html"
# One page of each kind, for a check that is slow and cannot differ between pages of a kind.
KINDS = (
    "",
    "calculators/gateway/",
    "compare/risk/",
    "find/coverage/",
    "frameworks/hertfordshire/levels/",
    "glossary/",
)


# And of the pages that parts of a page become, with the heaviest of its kind.
OWN_KINDS = (
    "frameworks/hertfordshire/levels/criteria/",
    "frameworks/hertfordshire/open-questions/risk-pools/",
    "frameworks/hertfordshire/paragraphs/levels/",
    "glossary/l/",
    "compare/who-decides/business-cases/",
    "frameworks/county-durham-darlington/accountability/overview/",
    "frameworks/health-reform-2006/accountability/pct/",
    "frameworks/hertfordshire/accountability/responsibilities/",
    "calculators/gateway/twenty-four-practices-are-ready-for-level-3/",
)


def all_paths(site: Path) -> list[str]:
    """The address of every page of a built site."""
    return sorted(page.relative_to(site).as_posix().removesuffix("index.html") for page in pages_of(site))


def pages_of(site: Path) -> list[Path]:
    """The files of all pages; what is taken away as a file is none."""
    # Imported here: tests of the core alone need nothing of the build.
    from site_build.writing.site import TAKEN

    return sorted(file for file in site.rglob("*.html") if file.parent != site / TAKEN)


def page_paths() -> list[str]:
    """The address of every page below the site's root, the front page first: "", "about/" and so on."""
    paths = []
    for source in sorted(DOCS.rglob("*.md")):
        relative = source.relative_to(DOCS).with_suffix("")
        folder = relative.parent if relative.name == "index" else relative
        paths.append("" if folder == Path(".") else f"{folder.as_posix()}/")
    return sorted(paths)


def file_of(path: str) -> str:
    """The file that answers an address: "about/" → "about/index.html"."""
    return path if path.endswith(".html") else f"{path}index.html"


def calculator_paths() -> list[str]:
    """The addresses of the pages that hold a calculator's form."""
    return [path for path in page_paths() if path.startswith("calculators/") and path != "calculators/"]

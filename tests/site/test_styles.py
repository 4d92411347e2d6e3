"""The one style sheet: the theme's in a layer, cut to what the site uses, and nothing that it uses is cut."""

from pathlib import Path

from site_build.finish.styles import bundle_styles

LINKS = ["../assets/stylesheets/main.0f.min.css", "../assets/stylesheets/own.css"]


def bundled(folder: Path, theme: str, ours: str, used: set[str]) -> str:
    """The sheet of a site whose pages link these two and have these classes."""
    sheets = folder / "assets" / "stylesheets"
    sheets.mkdir(parents=True)
    (sheets / "main.0f.min.css").write_text(theme, encoding="utf-8")
    (sheets / "own.css").write_text(ours, encoding="utf-8")
    address = bundle_styles(folder, LINKS, used)
    assert [file.name for file in sheets.iterdir()] == [Path(address).name]
    return (folder / address).read_text(encoding="utf-8")


def test_the_themes_rules_for_absent_classes_go_and_the_others_stay(tmp_path: Path) -> None:
    theme = ".a{top:1px}.b{top:2px}p .a,.b .c{top:3px}@media print{.b{top:6px}}@media print{.a{top:7px}}"
    sheet = bundled(tmp_path, theme, ".b{top:8px}", {"a"})
    assert sheet == "@layer theme{.a{top:1px}p .a,.b .c{top:3px}@media print{.a{top:7px}}}.b{top:8px}"


def test_properties_that_nothing_reads_any_more_go_with_them(tmp_path: Path) -> None:
    icon = "url('data:image/svg+xml;charset=utf-8,<svg a=\"b;}{\">')"
    theme = f":root{{--kept:1px;--icon:{icon};color:red}}.a{{width:var(--kept)}}.b{{mask:var(--icon)}}"
    sheet = bundled(tmp_path, theme, "q{--own:1px}i{top:var(--own)}", {"a"})
    assert sheet == (
        "@layer theme{:root{--kept:1px;color:red}.a{width:var(--kept)}}q{--own:1px}i{top:var(--own)}"
    )


def test_font_faces_and_keyframes_stay(tmp_path: Path) -> None:
    ours = "@font-face{font-family:x;src:url(x.woff2)}@keyframes k{0%{top:1px}to{top:2px}}p{animation:k 1s}"
    sheet = bundled(tmp_path, "", ours, set())
    assert "@font-face{font-family:x;src:url(x.woff2)}" in sheet
    assert "@keyframes k{0%{top:1px}to{top:2px}}" in sheet

"""The theme's style sheet is cut to what the site uses, and nothing that it uses is cut."""

from site_build.finish.prune import blocks, prune


def test_rules_for_absent_classes_go_and_the_others_stay() -> None:
    sheet = ".a{x:1}.b{x:2}p .a,.b .c{x:3}p:not(.z){x:4}[data-md-x] p{x:5}@media print{.b{x:6}}@media print{.a{x:7}}"
    assert prune(sheet, {"a"}) == ".a{x:1}p .a,.b .c{x:3}p:not(.z){x:4}@media print{.a{x:7}}"


def test_properties_that_nothing_reads_any_more_go_with_them() -> None:
    sheet = ":root{--kept:1px;--icon:url('data:,<svg a=\"b;}{\">');color:red}.a{width:var(--kept)}.b{mask:var(--icon)}"
    assert prune(sheet, {"a"}) == ":root{--kept:1px;color:red}.a{width:var(--kept)}"


def test_the_last_property_of_a_rule_takes_nothing_else_with_it() -> None:
    assert prune("p{--unread:1}q{x:1}", set()) == "p{}q{x:1}"


def test_a_class_name_with_two_hyphens_is_no_property() -> None:
    sheet = ".a--b:hover{x:1}p{x:2}"
    assert prune(sheet, {"a--b"}) == sheet


def test_a_brace_in_a_string_ends_nothing() -> None:
    assert [head for head, _ in blocks('a{content:"}"}b{x:1}')] == ["a", "b"]


def test_font_faces_and_keyframes_stay() -> None:
    sheet = "@font-face{src:x}@keyframes k{from{x:1}to{x:2}}"
    assert prune(sheet, set()) == sheet

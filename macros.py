"""Registers what a page may call. The functions live in `site_build.macros`, where each is told its page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from site_build.macros import MACROS
from site_build.navigation import navigation
from site_build.writing.identity import emblems_by_address
from site_build.writing.page import Page


def define_env(env: Any) -> None:
    """Register every macro under its name, bound to the page that is being written; fill the navigation in.

    The frame finds each paper's emblem by the address of its first page.
    """
    env.conf["extra"]["emblems"] = emblems_by_address()
    env.conf["nav"] = navigation(env.conf["nav"], Path(env.conf["docs_dir"]))

    def bound(function: Callable[..., str]) -> Callable[..., str]:
        return lambda *args, **options: function(Page.of(env.page), *args, **options)

    for name, function in MACROS.items():
        env.macro(bound(function), name)

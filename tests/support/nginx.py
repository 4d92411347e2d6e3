"""A real nginx with the settings that this project gives, where one is installed."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_build.hosting.settings import settings

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
needs_nginx = pytest.mark.skipif(not NGINX, reason="needs nginx (on Debian: apt-get install nginx-light)")

AROUND = """daemon off;
{user}
pid {folder}/pid;
error_log {folder}/errors info;
events {{}}
http {{
access_log off;
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi;
scgi_temp_path {folder}/scgi;
{settings}
}}
"""


@contextmanager
def running(site: Path, folder: Path) -> Iterator[str]:
    """Serve the site meanwhile by the settings as they are printed; its origin. `folder` is for nginx's own files."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ours = settings("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = ours.replace("root /srv/commissioning;", f'root "{site}";')
    file = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    file.write_text(AROUND.format(user=user, folder=folder, settings=ours), encoding="utf-8")
    assert NGINX
    with subprocess.Popen([NGINX, "-e", str(folder / "errors"), "-c", str(file)]) as server:
        try:
            _wait(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    while True:
        assert server.poll() is None, "nginx did not start; what it says stands above"
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.05)

#!/usr/bin/env bash
# Measures the release build, alone and beside pandoc, and prints tables in Markdown for README.md here.
#
#   benches/peers.sh
#
# Needs Rust and Python 3; pandoc comes from PyPI (pypandoc_binary) into target/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
venv=target/peers/venv
cargo build --release --bin rubricate
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import pypandoc' 2>/dev/null ||
  "$venv/bin/pip" install -q --disable-pip-version-check pypandoc_binary
exec "$venv/bin/python" benches/peers.py

#!/bin/bash
set -euo pipefail
if [ "$1" = "x" ]; then
	echo "tab indented"
fi

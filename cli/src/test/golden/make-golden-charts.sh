#!/bin/sh
# Makes out.yaml or error.txt of every chart case anew with the real tool. HELM names a helm 4.2.4.
set -u
cases=$(cd "$(dirname "$0")/../resources/charts" && pwd)
tool=${HELM:-helm}
export TZ=UTC
find "$cases" -name args.txt | sort | while read -r list; do
  case=$(dirname "$list")
  (
    cd "$case" || exit
    rm -f out.yaml error.txt
    set --
    while IFS= read -r word; do
      set -- "$@" "$(printf '%s' "$word" | sed 's#{in}#in#')"
    done < args.txt
    name=$1
    shift
    if ! "$tool" template "$name" ./in "$@" > out.yaml 2> error.txt; then
      rm out.yaml
    else
      rm error.txt
    fi
  )
done

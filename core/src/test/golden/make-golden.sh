#!/bin/sh
# Makes out.yaml of every kustomize case anew with the real tool, and checks that it fails where a
# case expects an error. KUBECTL names a kubectl with kustomize 5.8.1 built in.
set -u
cases=$(dirname "$0")/../resources/cases/kustomize
tool=${KUBECTL:-kubectl}
find "$cases" -type d -name in -prune | sort | while read -r in; do
  case=$(dirname "$in")
  top=$in
  [ -d "$in/top" ] && top=$in/top
  flags=
  [ -f "$case/options.txt" ] && flags=$(cat "$case/options.txt")
  if [ -f "$case/error.txt" ]; then
    # shellcheck disable=SC2086
    if said=$("$tool" kustomize $flags "$top" 2>&1 >/dev/null); then
      echo "builds, though an error is expected: $case"
    else
      while read -r phrase; do
        case $said in
          *"$phrase"*) ;;
          *) echo "says something else: $case: $(echo "$said" | head -c 600)" ;;
        esac
      done < "$case/error.txt"
    fi
  else
    # shellcheck disable=SC2086
    "$tool" kustomize $flags "$top" > "$case/out.yaml" 2> /tmp/golden.$$ ||
      echo "fails: $case: $(head -c 600 /tmp/golden.$$)"
    rm -f /tmp/golden.$$
  fi
done

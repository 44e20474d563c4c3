#!/bin/sh
# Runs the differential builds: `random SEED COUNT`, `write SEED DIR` or `folders DIR...`. KUSTOMIZE names the real
# kustomize 5.8.1; the core and its tests must be compiled.
set -eu
cd "$(dirname "$0")/../../../.."
java=$(build/find-jdk)/bin/java
classpath=core/target/differential-classpath
[ -f "$classpath" ] ||
  JAVA_HOME=$(build/find-jdk) mvn -B -q -pl core dependency:build-classpath -Dmdep.outputFile="$PWD/$classpath"
exec "$java" -Xmx1g -cp "core/target/test-classes:core/target/classes:$(cat "$classpath")" \
  dev.levada.core.kustomize.differential.Differential "$@"

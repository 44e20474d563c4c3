/// The demo: a local Kubernetes, a Git server and Levada on one machine, and three things to try.
@NullMarked
package dev.levada.checks.demo;

import org.jspecify.annotations.NullMarked;

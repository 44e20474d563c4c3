/// Real Git repositories and real Git servers on this host, with faults that can be switched.
@NullMarked
package dev.levada.testbed.git;

import org.jspecify.annotations.NullMarked;

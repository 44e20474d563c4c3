/// What the process tells about itself: log lines, metrics, health.
@NullMarked
package dev.levada.operator.telemetry;

import org.jspecify.annotations.NullMarked;

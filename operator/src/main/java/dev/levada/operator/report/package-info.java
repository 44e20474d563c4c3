/// One outcome or failure becomes conditions, event, metric and log line: the only writer of
/// status.
@NullMarked
package dev.levada.operator.report;

import org.jspecify.annotations.NullMarked;

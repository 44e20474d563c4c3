/// Small HTTP servers that play recorded exchanges or stand before a real server and spoil answers.
@NullMarked
package dev.levada.testbed.exchange;

import org.jspecify.annotations.NullMarked;

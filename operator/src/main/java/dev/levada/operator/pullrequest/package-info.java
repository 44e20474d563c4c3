/// The controllers that open pull requests and keep them up to date.
@NullMarked
package dev.levada.operator.pullrequest;

import org.jspecify.annotations.NullMarked;

/// Where an API server is, and as whom one speaks to it.
@NullMarked
package dev.levada.cluster.config;

import org.jspecify.annotations.NullMarked;

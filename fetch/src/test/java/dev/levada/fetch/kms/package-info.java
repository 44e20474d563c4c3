@NullMarked
package dev.levada.fetch.kms;

import org.jspecify.annotations.NullMarked;

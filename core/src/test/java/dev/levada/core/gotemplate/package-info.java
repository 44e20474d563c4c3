@NullMarked
package dev.levada.core.gotemplate;

import org.jspecify.annotations.NullMarked;

/// What a function of a template is: its name, what it takes, and what it does.
@NullMarked
package dev.levada.core.gotemplate.function;

import org.jspecify.annotations.NullMarked;

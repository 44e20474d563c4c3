/// Which repositories of images a registry's notification is about.
@NullMarked
package dev.levada.core.hook.notice;

import org.jspecify.annotations.NullMarked;

/// Go's text/template: texts are parsed to templates, templates are executed with data.
@NullMarked
package dev.levada.core.gotemplate;

import org.jspecify.annotations.NullMarked;

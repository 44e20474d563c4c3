/// What the API server makes of the fields that are sent to it: owners, defaults, normal forms.
@NullMarked
package dev.levada.core.plan.fields;

import org.jspecify.annotations.NullMarked;

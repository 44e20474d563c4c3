/// Webhooks: who calls is checked, and the objects that a Receiver names are woken.
@NullMarked
package dev.levada.operator.receiver;

import org.jspecify.annotations.NullMarked;

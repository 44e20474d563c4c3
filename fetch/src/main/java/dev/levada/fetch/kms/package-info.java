/// Services that hold the keys of encrypted files, over their REST interfaces.
@NullMarked
package dev.levada.fetch.kms;

import org.jspecify.annotations.NullMarked;

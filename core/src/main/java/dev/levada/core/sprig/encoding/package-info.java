/// Functions that read and write JSON, YAML, TOML and base64.
@NullMarked
package dev.levada.core.sprig.encoding;

import org.jspecify.annotations.NullMarked;

/// `levada promote`: a new image goes into a config repository, as a commit or a pull request.
@NullMarked
package dev.levada.cli.promote;

import org.jspecify.annotations.NullMarked;

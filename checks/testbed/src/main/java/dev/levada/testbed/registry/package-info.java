/// A real container registry (CNCF Distribution) for tests, with a token server.
@NullMarked
package dev.levada.testbed.registry;

import org.jspecify.annotations.NullMarked;

/// A real forge (Gitea) for tests: pull requests, commit statuses, webhooks, Git over http.
@NullMarked
package dev.levada.testbed.forge;

import org.jspecify.annotations.NullMarked;

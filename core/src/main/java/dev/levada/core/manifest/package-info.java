/// One Kubernetes object as data: its id, its fields, JSON and YAML in and out.
@NullMarked
package dev.levada.core.manifest;

import org.jspecify.annotations.NullMarked;

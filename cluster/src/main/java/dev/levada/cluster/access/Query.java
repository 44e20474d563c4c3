package dev.levada.cluster.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Builds a path with its query.
final class Query {

  private final StringBuilder text;
  private char separator = '?';

  Query(String path) {
    this.text = new StringBuilder(path);
  }

  /// Adds a parameter unless its value is empty.
  Query add(String name, String value) {
    if (!value.isEmpty()) {
      text.append(separator)
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      separator = '&';
    }
    return this;
  }

  Query select(Selection selection) {
    return add("labelSelector", selection.labelSelector())
        .add("fieldSelector", selection.fieldSelector());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package dev.levada.checks.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine's requests by method, read from its metrics.
record Requests(Map<String, Long> byMethod) {

  private static final Pattern LINE =
      Pattern.compile(
          "rest_client_requests_total\\{[^}]*method=\"([A-Za-z]+)\"[^}]*} ([0-9.eE+]+)");

  static Requests of(String metrics) {
    var counts = new HashMap<String, Long>();
    Matcher line = LINE.matcher(metrics);
    while (line.find()) {
      counts.merge(line.group(1), (long) Double.parseDouble(line.group(2)), Long::sum);
    }
    return new Requests(counts);
  }

  Map<String, Long> since(Requests earlier) {
    var more = new HashMap<String, Long>();
    byMethod.forEach((method, count) -> {
      long added = count - earlier.byMethod().getOrDefault(method, 0L);
      if (added > 0) {
        more.put(method, added);
      }
    });
    return more;
  }

  long total() {
    return byMethod.values().stream().mapToLong(Long::longValue).sum();
  }
}

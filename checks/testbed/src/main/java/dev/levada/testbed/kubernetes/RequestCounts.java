package dev.levada.testbed.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How many requests an API server has answered, by the labels of its metric
/// `apiserver_request_total`: `verb` (GET, LIST, WATCH, POST, PUT, PATCH, APPLY, DELETE …),
/// `group`, `version`, `resource`, `subresource`, `scope`, `code`, `dry_run`. All clients count,
/// also the control plane's own parts.
///
/// @param byLabels the number for each set of labels
public record RequestCounts(Map<Map<String, String>, Long> byLabels) {

  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^apiserver_request_total\\{([^}]*)} (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /// Copies what it is given.
  public RequestCounts {
    byLabels = Map.copyOf(byLabels);
  }

  /// Reads the metric from the text of `/metrics`.
  static RequestCounts parse(String metrics) {
    var counts = new HashMap<Map<String, String>, Long>();
    SAMPLE
        .matcher(metrics)
        .results()
        .forEach(sample -> {
          var labels = new HashMap<String, String>();
          LABEL
              .matcher(sample.group(1))
              .results()
              .forEach(label -> labels.put(label.group(1), label.group(2)));
          // Numbers of a million and more are written like 1.234567e+06.
          long count = Math.round(Double.parseDouble(sample.group(2)));
          counts.merge(Map.copyOf(labels), count, Long::sum);
        });
    return new RequestCounts(counts);
  }

  /// What has come since an earlier reading.
  public RequestCounts since(RequestCounts earlier) {
    var rest = new HashMap<Map<String, String>, Long>();
    byLabels.forEach((labels, count) -> {
      long more = count - earlier.byLabels().getOrDefault(labels, 0L);
      if (more != 0) {
        rest.put(labels, more);
      }
    });
    return new RequestCounts(rest);
  }

  /// The number of requests whose labels match.
  public long sum(Predicate<Map<String, String>> which) {
    return byLabels.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// The number of all requests.
  public long total() {
    return sum(labels -> true);
  }
}

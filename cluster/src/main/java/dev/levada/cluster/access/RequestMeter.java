package dev.levada.cluster.access;

import java.time.Duration;

/// Counts requests to the API server, for metrics and for tests that hold the engine to its budget.
@FunctionalInterface
public interface RequestMeter {

  /// Counts nothing.
  RequestMeter NONE = (verb, plural, code, duration) -> {};

  /// One attempt at one request ended.
  ///
  /// @param verb the Kubernetes verb (`get`, `list`, `watch`, `create`, `apply`, `patch`, `delete`)
  /// @param plural the resource's plural name; empty for paths that are no resource
  /// @param code the HTTP status code; 0 where no answer came
  /// @param duration from the request to the end of the answer; for a watch to its beginning
  void record(String verb, String plural, int code, Duration duration);
}

package dev.levada.operator.runtime.lease;

import java.time.Duration;
import java.time.Instant;

/// A `coordination.k8s.io/v1` Lease as the election sees it.
///
/// @param holder who leads; empty where nobody does
/// @param duration how long the holder may lead without renewing
/// @param acquired when the holder became the leader, by its own clock
/// @param renewed when it last said that it still is, by its own clock
/// @param transitions how often the leader changed
/// @param version the object's resourceVersion; empty where it does not exist yet
public record LeaseView(
    String holder,
    Duration duration,
    Instant acquired,
    Instant renewed,
    int transitions,
    String version) {}

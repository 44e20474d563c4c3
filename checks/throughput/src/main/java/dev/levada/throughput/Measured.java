package dev.levada.throughput;

/// What JMH found for one workload.
///
/// @param workload what was built
/// @param threads how many threads built at once
/// @param perSecond builds a second, of all threads together
/// @param bytes what one build allocates
record Measured(Workload workload, int threads, double perSecond, double bytes) {}

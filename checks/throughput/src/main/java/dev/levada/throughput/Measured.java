package dev.levada.throughput;

/// What JMH found for one subject.
///
/// @param subject what was built or rendered
/// @param threads how many threads did so at once
/// @param perSecond times a second, of all threads together
/// @param bytes what one time allocates
record Measured(String subject, int threads, double perSecond, double bytes) {}

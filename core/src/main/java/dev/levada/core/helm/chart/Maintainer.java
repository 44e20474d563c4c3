package dev.levada.core.helm.chart;

/// Who looks after a chart.
///
/// @param name the person or organisation
/// @param email where to write to
/// @param url where to read more
public record Maintainer(String name, String email, String url) {}

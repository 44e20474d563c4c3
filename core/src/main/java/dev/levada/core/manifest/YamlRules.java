package dev.levada.core.manifest;

/// Which words of an unquoted YAML text are more than text. Two dialects meet in one repository.
public enum YamlRules {
  /// How kustomization files are read: YAML 1.1, where `y`, `no`, `on` are booleans, keys of any
  /// type become texts and of two equal keys the last one wins.
  KUSTOMIZATION_1_1,
  /// How resources are read: only `true` and `false` are booleans, dates are dates, keys must be
  /// texts and must not occur twice.
  RESOURCE_V3
}

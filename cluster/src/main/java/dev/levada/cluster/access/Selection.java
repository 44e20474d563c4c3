package dev.levada.cluster.access;

/// Which objects of a kind.
///
/// @param namespace the namespace; empty for all
/// @param labelSelector as the API server reads it; empty for all
/// @param fieldSelector as the API server reads it; empty for all
public record Selection(String namespace, String labelSelector, String fieldSelector) {

  /// Every object of the kind.
  public static final Selection ALL = new Selection("", "", "");

  /// The objects in all namespaces that carry such labels.
  public static Selection labelled(String labelSelector) {
    return new Selection("", labelSelector, "");
  }
}

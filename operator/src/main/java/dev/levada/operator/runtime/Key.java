package dev.levada.operator.runtime;

/// Which object a reconcile is about; the unit that is never reconciled twice at once.
///
/// @param kind the kind, as registered with {@link Controllers#register}
/// @param namespace the namespace; empty for an object of the whole cluster
/// @param name the name
public record Key(String kind, String namespace, String name) {

  @Override
  public String toString() {
    return kind + "/" + namespace + "/" + name;
  }
}

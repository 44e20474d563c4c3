package dev.levada.core.manifest;

import java.util.Map;

/// One Kubernetes object as data. The root can be edited; the accessors read it afresh each time.
///
/// @param root the whole object
public record Manifest(Mapping root) {

  /// The object's id; parts that the object does not say are empty.
  public ObjectId id() {
    GroupVersionKind type = type();
    return new ObjectId(type.group(), type.kind(), namespace(), name());
  }

  /// The object's type.
  public GroupVersionKind type() {
    return GroupVersionKind.of(apiVersion(), kind());
  }

  /// `apiVersion`, or the empty string.
  public String apiVersion() {
    return root.textAt("apiVersion");
  }

  /// `kind`, or the empty string.
  public String kind() {
    return root.textAt("kind");
  }

  /// `metadata.name`, or the empty string.
  public String name() {
    return root.textAt("metadata", "name");
  }

  /// `metadata.namespace`, or the empty string.
  public String namespace() {
    return root.textAt("metadata", "namespace");
  }

  /// `metadata.uid`, or the empty string.
  public String uid() {
    return root.textAt("metadata", "uid");
  }

  /// `metadata.resourceVersion`, or the empty string.
  public String resourceVersion() {
    return root.textAt("metadata", "resourceVersion");
  }

  /// `metadata.generation`, or 0.
  public long generation() {
    return root.numberAt(0, "metadata", "generation");
  }

  /// `metadata.labels`; empty where there are none.
  public Map<String, String> labels() {
    return root.mappingAt("metadata", "labels").texts();
  }

  /// `metadata.annotations`; empty where there are none.
  public Map<String, String> annotations() {
    return root.mappingAt("metadata", "annotations").texts();
  }

  /// Whether someone asked for the object's deletion.
  public boolean isDeleting() {
    return !root.textAt("metadata", "deletionTimestamp").isEmpty();
  }

  /// A deep copy.
  public Manifest copy() {
    return new Manifest(root.copy());
  }
}

package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;

/// A place in an object where a value stands, or can be put.
sealed interface Place {

  /// What stands there; null where nothing stands yet.
  Node get();

  void set(Node value);

  /// Whether the place was made just now, so that nothing of it need be kept.
  boolean isNew();

  /// A key of a mapping.
  record InMapping(Mapping mapping, String key, boolean isNew) implements Place {

    @Override
    public Node get() {
      Node node = mapping.get(key);
      return node == null ? Scalar.NULL : node;
    }

    @Override
    public void set(Node value) {
      mapping.put(key, value);
    }
  }

  /// An element of a list.
  record InSequence(Sequence list, int index, boolean isNew) implements Place {

    @Override
    public Node get() {
      return index < list.size() ? list.items().get(index) : Scalar.NULL;
    }

    @Override
    public void set(Node value) {
      list.items().set(index, value);
    }
  }

  /// A place inside the JSON or YAML that a string holds.
  record InText(Place outer, StructuredText text, Place inner) implements Place {

    /// Places further inside, which are written through the same string.
    java.util.List<Place> within(java.util.List<Place> further) {
      return further.stream().<Place>map(place -> new InText(outer, text, place)).toList();
    }

    @Override
    public Node get() {
      return inner.get();
    }

    @Override
    public void set(Node value) {
      inner.set(value);
      outer.set(text.written());
    }

    /// Puts a value there that is not of the type that the place has. JSON cannot say that, so it
    /// stays as it is.
    void setMisfit(String tag, String value) {
      if (!text.isJson()) {
        set(text.misfits().add(tag, value));
      }
    }

    @Override
    public boolean isNew() {
      return inner.isNew();
    }
  }
}

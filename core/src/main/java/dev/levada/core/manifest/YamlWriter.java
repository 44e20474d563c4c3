package dev.levada.core.manifest;

import java.util.Comparator;
import java.util.List;

/// YAML from nodes, byte for byte as kustomize prints it: the text depends on the values alone, not
/// on how they were written (kustomize.md section 20).
public final class YamlWriter {

  /// The order in which keys are written: numbers within them count as numbers, `a2` stands before
  /// `a10`.
  public static final Comparator<String> KEY_ORDER = new NaturalOrder();

  private static final int LONGEST_SIMPLE_KEY = 128;

  private final ScalarWriter out = new ScalarWriter();

  private YamlWriter() {}

  /// One document, with a line break at its end.
  public static String text(Node node) {
    var writer = new YamlWriter();
    writer.root(node);
    return writer.out.text();
  }

  /// Whether a text is written without quotes and not as a block.
  public static boolean isPlain(String text) {
    return StringStyle.of(text) == StringStyle.PLAIN;
  }

  /// Documents joined by `---`; the empty string for none.
  public static String stream(List<Manifest> manifests) {
    var writer = new YamlWriter();
    for (Manifest manifest : manifests) {
      writer.out.separate();
      writer.root(manifest.root());
    }
    return writer.out.text();
  }

  /// A text of several lines as a block, its lines indented by so many blanks, and with the text's
  /// own line break at its end.
  public static String block(String text, int indent) {
    return ScalarWriter.block(text, indent);
  }

  /// A text in double quotes on one line, with all escapes that it needs.
  public static String doubleQuoted(String text) {
    return Escapes.quoted(text);
  }

  /// Whether a key can be written before its colon on one line, as far as line breaks go.
  public static boolean isOneLine(String key) {
    return OtherBreaks.isOneLine(key);
  }

  private void root(Node node) {
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, 0, true);
      case Sequence sequence when sequence.size() > 0 -> sequence(sequence, 0, true);
      case Mapping _, Sequence _, Scalar _ -> leaf(node, 2);
    }
    out.endLine();
  }

  private void mapping(Mapping mapping, int indent, boolean inline) {
    Entries entries = mapping.sorted(KEY_ORDER);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0 || !inline) {
        out.line(indent);
      }
      entry(entries.keyAt(i), entries.valueAt(i), indent);
    }
  }

  private void entry(String key, Node value, int indent) {
    if (isSimple(key)) {
      out.key(key);
      out.append(":");
      value(value, indent);
    } else {
      out.append("? ");
      out.string(key, indent + 2);
      out.line(indent);
      out.append(":");
      item(value, indent);
    }
  }

  private static boolean isSimple(String key) {
    if (key.length() * 3 > LONGEST_SIMPLE_KEY
        && key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_SIMPLE_KEY) {
      return false;
    }
    return isOneLine(key);
  }

  private void value(Node value, int indent) {
    switch (value) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, indent + 2, false);
      case Sequence sequence when sequence.size() > 0 -> sequence(sequence, indent, false);
      case Mapping _, Sequence _, Scalar _ -> {
        out.append(" ");
        leaf(value, indent + 2);
      }
    }
  }

  private void sequence(Sequence sequence, int indent, boolean inline) {
    boolean first = inline;
    for (Node item : sequence) {
      if (!first) {
        out.line(indent);
      }
      first = false;
      out.append("-");
      item(item, indent);
    }
  }

  private void item(Node item, int indent) {
    out.append(" ");
    switch (item) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, indent + 2, true);
      case Sequence sequence when sequence.size() > 0 -> sequence(sequence, indent + 2, true);
      case Mapping _, Sequence _, Scalar _ -> leaf(item, indent + 2);
    }
  }

  private void leaf(Node node, int indent) {
    switch (node) {
      case Mapping _ -> out.append("{}");
      case Sequence _ -> out.append("[]");
      case Scalar scalar -> scalar(scalar, indent);
    }
  }

  private void scalar(Scalar scalar, int indent) {
    switch (scalar.kind()) {
      case STRING -> out.string(scalar.text(), indent);
      case TIMESTAMP -> out.string(Timestamps.full(scalar.text()), indent);
      case INTEGER -> out.append(Integers.decimal(scalar.text()));
      case FLOAT -> out.append(Floats.yaml(scalar.text()));
      case BOOLEAN -> out.append(Boolean.toString(scalar.isTrue()));
      case NULL -> out.append(scalar.quoted() ? "\"\"" : "null");
    }
  }
}

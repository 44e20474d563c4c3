package dev.levada.core.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Nodes from YAML or JSON text, for everything that users wrote. Anchors, aliases and merge keys
/// are expanded; comments are forgotten; whether a scalar was quoted is kept.
public final class YamlReader {

  /// The largest text that is read, in bytes.
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  private YamlReader() {}

  /// All documents of a text that are not empty, in order.
  ///
  /// @throws MalformedManifest where the text is not YAML or larger than a limit; the message
  ///   begins with `yaml: ` and names the line, in resources that of the document
  public static List<Node> documents(byte[] utf8, YamlRules rules) {
    refuseLarge(utf8);
    byte[] text = normalized(utf8);
    boolean quick = Utf8.isOrdinary(text);
    return switch (rules) {
      case RESOURCE_V3 ->
          resources(text, quick, part -> FullReader.documents(part, YamlRules.RESOURCE_V3, 1));
      case KUSTOMIZATION_1_1 -> kustomization(text, quick, Integer.MAX_VALUE);
    };
  }

  /// All documents of resources as {@link #documents}, but with mappings as they were written: with
  /// keys that stand there before or are no text ({@link Mapping#problem}).
  public static List<Node> drafts(byte[] utf8) {
    return drafts(utf8, false);
  }

  /// As {@link #drafts}, for objects that kustomize writes with their comments and reads again,
  /// which can lengthen the last text of a document.
  public static List<Node> rereadDrafts(byte[] utf8) {
    return drafts(utf8, true);
  }

  private static List<Node> drafts(byte[] utf8, boolean reread) {
    refuseLarge(utf8);
    byte[] text = normalized(utf8);
    return resources(text, Utf8.isOrdinary(text), part -> FullReader.draft(part, reread));
  }

  /// The first document of a text, whatever follows it; empty where it is empty.
  ///
  /// @throws MalformedManifest as {@link #documents}
  public static Optional<Node> first(byte[] utf8, YamlRules rules) {
    refuseLarge(utf8);
    byte[] text = normalized(utf8);
    boolean quick = Utf8.isOrdinary(text);
    List<Node> nodes =
        switch (rules) {
          case RESOURCE_V3 -> FullReader.documents(text(text, 0, text.length), rules, 1);
          case KUSTOMIZATION_1_1 -> kustomization(text, quick, 1);
        };
    return nodes.stream().findFirst();
  }

  private static void refuseLarge(byte[] utf8) {
    if (utf8.length > MOST_BYTES) {
      throw new MalformedManifest(
          "yaml: the text has " + utf8.length + " bytes, more than the limit of " + MOST_BYTES);
    }
  }

  /// The scalar that an unquoted text stands for.
  public static Scalar scalar(String text, YamlRules rules) {
    return PlainScalars.resolve(text, rules);
  }

  private static List<Node> resources(
      byte[] text, boolean quick, Function<String, List<Node>> otherwise) {
    var nodes = new ArrayList<Node>();
    var reader = new QuickReader(text, YamlRules.RESOURCE_V3);
    for (var document = DocumentSlice.first(text); document != null; ) {
      document.refuseSeparator(text);
      Node node = quick ? quickly(document, reader) : null;
      if (node == null) {
        nodes.addAll(otherwise.apply(text(text, document.from(), document.to())));
      } else if (!(node instanceof Scalar scalar && scalar.isNull())) {
        nodes.add(node);
      }
      document = document.next(text);
    }
    return nodes;
  }

  /// The document, or null where only the full reader can tell what it is.
  private static @Nullable Node quickly(DocumentSlice slice, QuickReader reader) {
    try {
      Node node = reader.document(slice.from(), slice.to());
      return node == null ? Scalar.NULL : node;
    } catch (UnusualYaml unusual) {
      return null;
    }
  }

  private static List<Node> kustomization(byte[] text, boolean quick, int most) {
    DocumentSlice first = DocumentSlice.first(text);
    if (quick && first.to() == text.length) {
      try {
        Node node =
            new QuickReader(text, YamlRules.KUSTOMIZATION_1_1).document(first.from(), first.to());
        return node == null || (node instanceof Scalar scalar && scalar.isNull())
            ? List.of()
            : List.of(node);
      } catch (UnusualYaml unusual) {
        // Read below.
      }
    }
    return FullReader.documents(text(text, 0, text.length), YamlRules.KUSTOMIZATION_1_1, most);
  }

  /// The text without a byte order mark and with line feeds alone.
  private static byte[] normalized(byte[] utf8) {
    int from = hasMark(utf8) ? 3 : 0;
    if (from == 0 && !hasReturn(utf8)) {
      return utf8;
    }
    var text = new byte[utf8.length];
    int size = 0;
    for (int i = from; i < utf8.length; i++) {
      if (utf8[i] != '\r' || i + 1 >= utf8.length || utf8[i + 1] != '\n') {
        text[size++] = utf8[i];
      }
    }
    return java.util.Arrays.copyOf(text, size);
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean hasReturn(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\r') {
        return true;
      }
    }
    return false;
  }

  /// A lone carriage return and U+0085 end lines to Go's readers, but not to our parser.
  private static String text(byte[] utf8, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(utf8, from, to - from))
          .toString()
          .replace('\r', '\n')
          .replace('\u0085', '\n');
    } catch (CharacterCodingException e) {
      throw new MalformedManifest("yaml: invalid UTF-8: the text is not valid UTF-8");
    }
  }
}

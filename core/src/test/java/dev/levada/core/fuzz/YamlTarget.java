package dev.levada.core.fuzz;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as YAML: they are read or refused, and what was read is written so that it reads as
/// the same.
public final class YamlTarget {

  private YamlTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    for (YamlRules rules : YamlRules.values()) {
      List<Node> nodes;
      try {
        nodes = YamlReader.documents(input, rules);
      } catch (MalformedManifest refused) {
        continue;
      }
      for (Node node : nodes) {
        String text = YamlWriter.text(node);
        String again = YamlWriter.text(read(text, rules));
        if (!again.equals(text)) {
          throw new AssertionError("written as\n" + text + "\nand then as\n" + again);
        }
      }
    }
  }

  private static Node read(String text, YamlRules rules) {
    return YamlReader.documents(text.getBytes(StandardCharsets.UTF_8), rules).getFirst();
  }
}

package dev.levada.core.substitute;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Puts variables into built objects. As in Flux this is done in the object's YAML text, which is
/// read again afterwards: a value can bring a number, a list or a whole block.
///
/// @param substitution the variables
/// @param always whether defaults count even where no variable is set at all
public record PostBuild(Substitution substitution, boolean always) {

  /// Leaves everything as it is.
  public static final PostBuild NONE = new PostBuild(new Substitution(Map.of(), true), false);

  private static final String HINT = "kustomize.toolkit.fluxcd.io/substitute";

  /// The object with the variables put in; the same object where there is nothing to do.
  ///
  /// @throws SubstitutionFailed where that cannot be done; the message names the object
  public Manifest apply(Manifest manifest) {
    if ((substitution.variables().isEmpty() && !always)
        || isDisabled(manifest)
        || !holdsDollar(manifest.root())) {
      return manifest;
    }
    try {
      return read(substitution.apply(YamlWriter.text(manifest.root())));
    } catch (SubstitutionFailed e) {
      throw e.within(
          "post build failed for '"
              + name(manifest)
              + "': envsubst error: variable substitution failed: ");
    }
  }

  private static Manifest read(String yaml) {
    try {
      List<Node> documents =
          YamlReader.documents(yaml.getBytes(StandardCharsets.UTF_8), YamlRules.KUSTOMIZATION_1_1);
      if (documents.size() == 1 && documents.getFirst() instanceof Mapping root) {
        return new Manifest(root);
      }
      throw unreadable("not one object any more");
    } catch (MalformedManifest e) {
      throw unreadable(position(String.valueOf(e.getMessage())));
    }
  }

  // The reader's words could quote a value that came from a Secret.
  private static String position(String message) {
    int line = message.indexOf("line ");
    int colon = message.indexOf(':', Math.max(0, line));
    return line < 0 || colon < 0 ? "not YAML" : "not YAML in " + message.substring(line, colon);
  }

  private static SubstitutionFailed unreadable(String what) {
    return new SubstitutionFailed(
        "the object is " + what + " with the values of the variables in it",
        "Put quotes around ${…} where a value may hold characters that mean something in YAML");
  }

  private static boolean isDisabled(Manifest manifest) {
    return "disabled".equalsIgnoreCase(manifest.labels().get(HINT))
        || "disabled".equalsIgnoreCase(manifest.annotations().get(HINT));
  }

  private static boolean holdsDollar(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.text().indexOf('$') >= 0;
      case Sequence sequence -> sequence.items().stream().anyMatch(PostBuild::holdsDollar);
      case Mapping mapping -> {
        for (var entry : mapping.entries().entrySet()) {
          if (entry.getKey().indexOf('$') >= 0 || holdsDollar(entry.getValue())) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static String name(Manifest manifest) {
    GroupVersionKind type = manifest.type();
    String group = type.group().isEmpty() ? "[noGrp]" : type.group();
    return type.kind() + "." + type.version() + "." + group + "/" + manifest.name();
  }
}

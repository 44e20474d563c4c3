package dev.levada.cli.read;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Picks objects by the status of one condition, such as `ready=false` (flux-api §3.3).
///
/// @param type the condition's type, in any case
/// @param equal whether the status must be, or must not be, the given one
/// @param status True, False or Unknown, in any case
record StatusSelector(String type, boolean equal, String status) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9./-]+)(!=|==?)([A-Za-z]+)");

  /// Whether an object is picked. An object without a Ready condition counts as not ready, as the
  /// table shows it; one without another condition has no status that anything could equal.
  boolean picks(Manifest object) {
    for (Node node : object.root().sequenceAt("status", "conditions")) {
      if (node instanceof Mapping condition && condition.textAt("type").equalsIgnoreCase(type)) {
        return condition.textAt("status").equalsIgnoreCase(status) == equal;
      }
    }
    String absent = type.equalsIgnoreCase("ready") ? "False" : "";
    return absent.equalsIgnoreCase(status) == equal;
  }

  /// Reads the form that users write.
  static final class Reader implements ITypeConverter<StatusSelector> {

    @Override
    public StatusSelector convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not a condition such as ready=false or healthy!=true");
      }
      return new StatusSelector(form.group(1), !form.group(2).equals("!="), form.group(3));
    }
  }
}

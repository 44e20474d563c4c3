package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;

/// `NAME=value` lines, with line breaks in values as `\n`.
final class DotenvText {

  private static final String METADATA = "sops_";

  private DotenvText() {}

  /// The values, with the metadata below `sops`.
  static Mapping read(String text) {
    var values = new Mapping();
    var flat = new Mapping();
    for (String line : text.lines().toList()) {
      int sign = line.indexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (sign < 0) {
        throw new DecryptionFailed(
            "a line of the dotenv file has no '='", "Write each line as NAME=value");
      }
      String name = line.substring(0, sign);
      String value = line.substring(sign + 1);
      if (name.startsWith(METADATA)) {
        flat.put(name.substring(METADATA.length()), value);
      } else {
        values.put(name, new Scalar(Scalar.Kind.STRING, value.replace("\\n", "\n"), true));
      }
    }
    if (!flat.isEmpty()) {
      values.put("sops", FlatMetadata.read(flat));
    }
    return values;
  }

  static String write(Mapping values) {
    var text = new StringBuilder();
    values
        .texts()
        .forEach((name, value) ->
            text.append(name).append('=').append(value.replace("\n", "\\n")).append('\n'));
    return text.toString();
  }
}

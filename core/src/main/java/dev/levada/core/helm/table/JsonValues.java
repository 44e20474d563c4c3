package dev.levada.core.helm.table;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Values from JSON; every number is a float64.
public final class JsonValues {

  private JsonValues() {}

  /// The one value of a text.
  ///
  /// @throws YamlInvalid where the text is not exactly one JSON value
  public static Object read(String json) {
    try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      Object value = YamlValues.value(Json.read(parser));
      if (parser.nextToken() != null) {
        throw new YamlInvalid("more than one JSON value");
      }
      return value;
    } catch (JacksonException | MalformedManifest e) {
      throw new YamlInvalid(String.valueOf(e.getMessage()));
    }
  }
}

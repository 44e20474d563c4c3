package dev.levada.core.helm.schema;

import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.levada.core.sprig.encoding.EncodingFailed;
import dev.levada.core.sprig.encoding.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One schema, read with the library. What it refers to lies in it or in the library: nothing is
/// fetched.
final class JsonSchema {

  private static final String NAME = "file:///values.schema.json";
  private static final Set<String> NEWEST =
      Set.of(
          "http://json-schema.org/schema",
          "http://json-schema.org/schema#",
          "https://json-schema.org/schema",
          "https://json-schema.org/schema#");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonSchema() {}

  /// What is wrong with the values, or with the schema; empty for nothing.
  static String check(byte[] json, JsonNode values) {
    JsonNode schema;
    if (new String(json, StandardCharsets.UTF_8).isBlank()) {
      return "EOF";
    }
    try {
      schema = withDraft(MAPPER.readTree(json));
    } catch (JacksonException e) {
      return unreadable(new String(json, StandardCharsets.UTF_8));
    }
    SpecificationVersion version =
        SpecificationVersion.fromSchemaNode(schema).orElse(SpecificationVersion.DRAFT_2020_12);
    SchemaRegistry registry = registry(version, hasFormats(version));
    try {
      Optional<String> malformed = malformed(version, schema);
      if (malformed.isPresent()) {
        return malformed.get();
      }
      String said =
          Complaints.text(registry.getSchema(SchemaLocation.of(NAME), schema).validate(values));
      return said.isEmpty() ? "" : said + "\n";
    } catch (SchemaException e) {
      return unloadable(e);
    } catch (PatternSyntaxException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// What Go's reader says of a text that is no JSON.
  private static String unreadable(String json) {
    try {
      JsonReader.read(json);
      return "unexpected EOF";
    } catch (EncodingFailed e) {
      return e.text().replace("unexpected end of JSON input", "unexpected EOF");
    }
  }

  /// The address without a draft stands for the newest.
  private static JsonNode withDraft(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("$schema").isString()
        && NEWEST.contains(object.path("$schema").asString())) {
      object.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
    }
    return schema;
  }

  private static Optional<String> malformed(SpecificationVersion version, JsonNode schema) {
    Schema rules = registry(version, true).getSchema(SchemaLocation.of(version.getDialectId()));
    List<Error> errors = rules.validate(schema);
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "\""
                + NAME
                + "#\" is not valid against metaschema: jsonschema validation failed with '"
                + withFragment(version.getDialectId())
                + "'\n"
                + Complaints.text(errors));
  }

  private static String withFragment(String dialect) {
    return dialect.endsWith("#") ? dialect : dialect + "#";
  }

  /// Formats are held against only where the schema names a draft that says so.
  private static boolean hasFormats(SpecificationVersion version) {
    return switch (version) {
      case DRAFT_4, DRAFT_6, DRAFT_7 -> true;
      case DRAFT_2019_09, DRAFT_2020_12 -> false;
    };
  }

  private static SchemaRegistry registry(SpecificationVersion version, boolean formats) {
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(formats)
            .regularExpressionFactory(new LinearExpressions())
            .build();
    return SchemaRegistry.withDialect(
        Dialect.builder(dialect(version)).formats(FormatText::replace).build(),
        builder ->
            builder
                .schemaRegistryConfig(config)
                .schemaLoader(loader -> loader.fetchRemoteResources(false)));
  }

  private static Dialect dialect(SpecificationVersion version) {
    return switch (version) {
      case DRAFT_4 -> Dialects.getDraft4();
      case DRAFT_6 -> Dialects.getDraft6();
      case DRAFT_7 -> Dialects.getDraft7();
      case DRAFT_2019_09 -> Dialects.getDraft201909();
      case DRAFT_2020_12 -> Dialects.getDraft202012();
    };
  }

  private static String unloadable(SchemaException e) {
    String message = String.valueOf(e.getMessage());
    int reference = message.indexOf("Reference ");
    if (reference >= 0 && message.contains("cannot be resolved")) {
      String target = message.substring(reference + "Reference ".length()).split(" ", 2)[0];
      return target.startsWith("/") || target.startsWith("#")
          ? "json-pointer in \"" + NAME + "#" + target.replace("#", "") + "\" not found"
          : remote(target);
    }
    int file = message.indexOf("file:");
    if (file >= 0) {
      return remote(message.substring(file).split("[ ']", 2)[0]);
    }
    int http = message.indexOf("http");
    return http >= 0 ? remote(message.substring(http).split("[ ']", 2)[0]) : message;
  }

  private static String remote(String address) {
    return "failing loading \""
        + address
        + "\": schemas are not fetched; put what is referred to into values.schema.json";
  }
}

package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/// A certificate and its key, both as PEM.
///
/// @param cert the certificate
/// @param key the private key
record Certificate(String cert, String key) implements GoObject.Struct {

  static final Parameter CERTIFICATE =
      Parameter.of("sprig.certificate", Kind.STRUCT, Certificate.class);

  @Override
  public String typeName() {
    return "sprig.certificate";
  }

  @Override
  public String text() {
    return "{" + cert + " " + key + "}";
  }

  @Override
  public Object plain() {
    GoMap map = GoMap.create();
    map.put("Cert", cert);
    map.put("Key", key);
    return map;
  }

  @Override
  public @Nullable Object member(String name) {
    return switch (name) {
      case "Cert" -> cert;
      case "Key" -> key;
      default -> null;
    };
  }
}

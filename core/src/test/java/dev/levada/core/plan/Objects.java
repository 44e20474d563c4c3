package dev.levada.core.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;

/// Objects for tests, from JSON in which single quotes stand for double ones.
public final class Objects {

  private Objects() {}

  public static Node json(String text) {
    return Json.read(text.replace('\'', '"').getBytes(UTF_8));
  }

  public static Manifest manifest(String text) {
    return new Manifest((Mapping) json(text));
  }

  /// An object of a kind, with nothing but its id.
  public static Manifest named(String apiVersion, String kind, String namespace, String name) {
    return manifest(
        "{'apiVersion':'%s','kind':'%s','metadata':{'name':'%s','namespace':'%s'}}"
            .formatted(apiVersion, kind, name, namespace));
  }

  /// A ConfigMap with one label and one annotation.
  public static Manifest marked(String label, String labelValue, String annotation, String value) {
    return manifest(
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'shop','labels':{'%s':'%s'},'annotations':{'%s':'%s'}}}"
            .formatted(label, labelValue, annotation, value));
  }
}

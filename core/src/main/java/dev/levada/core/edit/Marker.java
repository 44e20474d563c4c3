package dev.levada.core.edit;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;

/// A comment that says which policy's image stands before it.
///
/// @param policy the policy as `namespace:name`
/// @param part which part of the image
record Marker(String policy, Part part) {

  /// What a comment with a marker holds.
  static final String KEY = "\"$imagepolicy\"";

  /// Parts of an image.
  enum Part {
    WHOLE(""),
    NAME(":name"),
    TAG(":tag"),
    DIGEST(":digest");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }
  }

  /// Reads the text of a comment, without its `#`.
  ///
  /// @throws UneditableFile where it holds a marker that means nothing
  static Marker read(String comment) {
    String setter;
    try {
      setter =
          Json.read(comment.strip().getBytes(StandardCharsets.UTF_8)) instanceof Mapping mapping
              ? mapping.textAt("$imagepolicy")
              : "";
    } catch (MalformedManifest notJson) {
      throw new UneditableFile("the comment with the marker is no JSON. Write " + FORM);
    }
    Part part = Part.WHOLE;
    for (Part each : new Part[] {Part.NAME, Part.TAG, Part.DIGEST}) {
      part = setter.endsWith(each.suffix) && isTwo(setter, each.suffix) ? each : part;
    }
    String policy = setter.substring(0, setter.length() - part.suffix.length());
    String[] names = policy.split(":", -1);
    if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
      throw new UneditableFile("the marker '" + setter + "' names no policy. Write " + FORM);
    }
    return new Marker(policy, part);
  }

  private static final String FORM =
      "# {\"$imagepolicy\": \"NAMESPACE:POLICY\"}, with :tag, :name or :digest behind the policy where"
          + " only that part stands there";

  /// A policy may be called `tag`: then the suffix is its name.
  private static boolean isTwo(String setter, String suffix) {
    return setter.indexOf(':') < setter.length() - suffix.length();
  }

  /// The marker's text, as messages and templates know it.
  String setter() {
    return policy + part.suffix;
  }
}

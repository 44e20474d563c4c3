package dev.levada.core.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.kustomize.Kustomization.ImageEntry;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;

/// An entry of `images` (kustomize.md section 9.5). It walks every object twice, as kustomize does:
/// over all containers at any depth, then over the configured fields.
final class ImageTransformer implements Transformer {

  private final ImageEntry entry;
  private final Pattern pattern;
  private final List<FieldSpec> specs;

  ImageTransformer(ImageEntry entry, List<FieldSpec> specs) {
    this.entry = entry;
    this.specs = specs;
    this.pattern = pattern(entry.name());
  }

  private static Pattern pattern(String name) {
    try {
      return Pattern.compile("^" + name + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$");
    } catch (PatternSyntaxException e) {
      throw new BuildFailed(
          "error parsing regexp: " + e.getMessage() + " in the image name '" + name + "'",
          "An image name is a regular expression: escape its special characters with '\\'");
    }
  }

  @Override
  public void transform(ResourceList resources) {
    for (Resource resource : resources) {
      var type = resource.type();
      if (type.kind().equals("CustomResourceDefinition")) {
        continue;
      }
      containers(resource.root());
      for (FieldSpec spec : specs) {
        if (spec.matches(type)) {
          Missing missing = spec.create() ? Missing.SKIP_BUT_LISTS : Missing.SKIP;
          FieldWalk.walk(
              resource,
              spec,
              missing,
              (parent, key) -> {
                WrongNodeKind.requireScalar(parent, key);
                change(parent, key);
              });
        }
      }
    }
  }

  private void containers(Node node) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach((key, value) -> {
                if (value instanceof Sequence list
                    && (key.equals("containers") || key.equals("initContainers"))) {
                  changeAll(list);
                }
                containers(value);
              });
      case Sequence list -> list.forEach(this::containers);
      case Scalar _ -> {}
    }
  }

  private void changeAll(Sequence list) {
    for (Node container : list) {
      switch (container) {
        case Mapping mapping -> {
          Node image = mapping.get("image");
          if (image != null && !(image instanceof Scalar)) {
            throw WrongNodeKind.failure("ScalarNode", image, "Write an image as a text");
          }
          change(mapping, "image");
        }
        case Scalar scalar when scalar.isNull() -> {}
        case Scalar _, Sequence _ ->
            throw WrongNodeKind.failure(
                "MappingNode", container, "Write each container as a mapping with an 'image'");
      }
    }
  }

  private void change(Mapping parent, String key) {
    if (parent.get(key) instanceof Scalar image
        && !image.isNull()
        && pattern.matcher(image.text()).find()) {
      parent.put(
          key,
          new Scalar(Scalar.Kind.STRING, ImageName.of(image.text()).with(entry), image.quoted()));
    }
  }
}

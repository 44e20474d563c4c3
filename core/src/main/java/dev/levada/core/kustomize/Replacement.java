package dev.levada.core.kustomize;

import dev.levada.core.kustomize.ReplacementEntry.Part;
import dev.levada.core.kustomize.ReplacementEntry.TargetEntry;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.List;

/// Writes a value to the targets of a replacement.
record Replacement(ReplacementEntry entry, Node value) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    for (TargetEntry target : entry.targets()) {
      Selector select = target.select();
      if (select == null) {
        throw new BuildFailed(
            "target must specify resources to select", "Add 'select' to the target");
      }
      Selection wanted = selection(select);
      List<Selection> rejected = target.reject().stream().map(Replacement::selection).toList();
      for (Resource resource : resources) {
        if (wanted.matchesAnyId(resource)
            && rejected.stream().noneMatch(each -> each.rejects(resource))) {
          write(target, resource);
        }
      }
    }
  }

  private static Selection selection(Selector selector) {
    try {
      return selector.selection();
    } catch (BuildFailed e) {
      throw e.within("error creating target selector: ");
    }
  }

  private static List<Place> places(String text, boolean create, Resource resource) {
    try {
      return ReplacementPath.of(text, false).places(resource.root(), create);
    } catch (BuildFailed e) {
      throw e.within(unable(text, create) + ": ").where(resource.id().toString());
    }
  }

  private static String unable(String path, boolean create) {
    return "unable to find "
        + (create ? "or create " : "")
        + "field \""
        + path
        + "\" in replacement target";
  }

  private void write(TargetEntry target, Resource resource) {
    for (String text : target.fieldPaths()) {
      boolean create = target.part().create();
      if (create) {
        forgetNullAnnotations(resource);
      }
      List<Place> places = places(text, create, resource);
      if (places.isEmpty()) {
        throw new BuildFailed(
            unable(text, create),
            "Correct the path, or set 'options.create: true' (" + resource.id() + ")");
      }
      for (Place place : places) {
        Node before = place.get();
        Node after = written(place, target.part());
        boolean fits =
            place.isNew()
                || !(before instanceof Scalar was && after instanceof Scalar now)
                || fits(was.kind(), now.text());
        if (fits) {
          place.set(after);
        } else {
          setMisfit(resource, place, (Scalar) before, (Scalar) after);
        }
        resource.shared().replaced(resource.root(), before, place.get());
        if (!(value instanceof Scalar)) {
          GrownObject.check(resource.root());
        }
      }
    }
  }

  /// Annotations that are null are a mapping once kustomize keeps notes of its own there.
  private static void forgetNullAnnotations(Resource resource) {
    if (resource.isNoted()
        && resource.root().get("metadata") instanceof Mapping metadata
        && metadata.get("annotations") instanceof Scalar scalar
        && scalar.isNull()) {
      metadata.remove("annotations");
    }
  }

  /// Puts a value where one of another type stood.
  private static void setMisfit(Resource resource, Place place, Scalar before, Scalar after) {
    if (place instanceof Place.InText text) {
      text.setMisfit("!!" + word(before.kind()), after.text());
    } else {
      place.set(after);
      resource.rememberMisfit(place, after, misfit(before, after));
    }
  }

  private Node written(Place place, Part part) {
    Node old = place.get();
    if (!part.delimiter().isEmpty()) {
      return inPart(old, part);
    }
    if (!(value instanceof Scalar scalar)) {
      return value.copy();
    }
    if (place.isNew()) {
      return plain(scalar.text());
    }
    return old instanceof Scalar target ? retyped(target, scalar) : scalar;
  }

  private Scalar inPart(Node old, Part part) {
    if (!(old instanceof Scalar target) || !(value instanceof Scalar scalar)) {
      throw new BuildFailed(
          "delimiter option can only be used with scalar nodes", "Remove the delimiter");
    }
    return retyped(target, Scalar.of(part.replaced(target.text(), scalar.text())));
  }

  /// Only the text changes, not what kind of value it is. A text that is no such value stays a text
  /// until somebody wants to know what it is.
  private static Scalar retyped(Scalar target, Scalar value) {
    Scalar.Kind kind = fits(target.kind(), value.text()) ? target.kind() : Scalar.Kind.STRING;
    return new Scalar(kind, value.text(), target.quoted());
  }

  private static boolean fits(Scalar.Kind kind, String text) {
    Scalar.Kind plain = plain(text).kind();
    return switch (kind) {
      case STRING, TIMESTAMP -> true;
      case FLOAT -> plain == Scalar.Kind.FLOAT || plain == Scalar.Kind.INTEGER;
      case INTEGER, BOOLEAN, NULL -> plain == kind;
    };
  }

  private static String misfit(Scalar target, Scalar now) {
    return "yaml: cannot decode !!"
        + word(plain(now.text()).kind())
        + " `"
        + now.text()
        + "` as a !!"
        + word(target.kind());
  }

  private static String word(Scalar.Kind kind) {
    return switch (kind) {
      case STRING -> "str";
      case INTEGER -> "int";
      case FLOAT -> "float";
      case BOOLEAN -> "bool";
      case NULL -> "null";
      case TIMESTAMP -> "timestamp";
    };
  }

  private static Scalar plain(String text) {
    return YamlReader.scalar(text, YamlRules.RESOURCE_V3);
  }
}

package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows names: where an object was renamed, fields of others that held its old name get the new
/// one (kustomize.md section 11).
final class NameReferences implements Transformer {

  private final FieldSpecs specs;
  private final Map<GroupVersionKind, List<Reference>> byReferrer = new HashMap<>();

  NameReferences(FieldSpecs specs) {
    this.specs = specs;
  }

  /// A field that holds names of a type.
  private record Reference(FieldSpecs.Target target, FieldSpec field) {}

  @Override
  public void transform(ResourceList resources) {
    var renamed = new FormerNames(resources);
    if (renamed.isEmpty()) {
      return;
    }
    for (Resource referrer : resources) {
      var type = referrer.originalId().type();
      for (Reference reference : byReferrer.computeIfAbsent(type, this::references)) {
        var referral = new Referral(referrer, reference.target(), reference.field(), renamed);
        follow(referral);
      }
    }
  }

  private static void follow(Referral referral) {
    try {
      FieldWalk.walk(
          referral.referrer(),
          referral.field(),
          Missing.SKIP,
          (parent, key) -> follow(referral, parent, key));
    } catch (BuildFailed e) {
      throw e.within(
          "updating name reference in '"
              + String.join("/", referral.field().path())
              + "' field of '"
              + referral.referrer().id()
              + "': ");
    }
  }

  private List<Reference> references(GroupVersionKind type) {
    var references = new ArrayList<Reference>();
    specs
        .references()
        .forEach((target, fields) ->
            fields.stream()
                .filter(field -> field.matches(type))
                .forEach(field -> references.add(new Reference(target, field))));
    return references;
  }

  private static void follow(Referral referral, Mapping parent, String key) {
    switch (parent.get(key)) {
      case Scalar name -> parent.put(key, followed(referral, name));
      case Sequence list -> {
        for (int i = 0; i < list.size(); i++) {
          if (list.items().get(i) instanceof Scalar name) {
            list.items().set(i, followed(referral, name));
          } else if (list.items().get(i) instanceof Mapping object) {
            followObject(referral, object);
          }
        }
      }
      case Mapping object -> followObject(referral, object);
      case null -> {}
    }
  }

  private static Scalar followed(Referral referral, Scalar name) {
    if (name.isNull()) {
      return name;
    }
    return referral
        .of(name.text(), null)
        .filter(found -> !found.name().equals(name.text()))
        .map(found -> new Scalar(name.kind(), found.name(), name.quoted()))
        .orElse(name);
  }

  private static void followObject(Referral referral, Mapping object) {
    if (!(object.get("name") instanceof Scalar name)) {
      return;
    }
    Node namespace = object.get("namespace");
    String within = namespace instanceof Scalar scalar ? scalar.text() : null;
    referral
        .of(name.text(), within)
        .ifPresent(found -> {
          object.put("name", found.name());
          if (!found.namespace().isEmpty()) {
            object.put("namespace", found.namespace());
          }
        });
  }
}

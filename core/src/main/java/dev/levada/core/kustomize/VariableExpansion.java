package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the values of variables in the place of `$(NAME)` (kustomize.md section 13).
record VariableExpansion(List<VariableEntry> variables, List<FieldSpec> specs)
    implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    if (variables.isEmpty()) {
      return;
    }
    Map<String, Node> values = values(resources);
    for (Resource resource : resources) {
      var type = resource.type();
      for (FieldSpec spec : specs) {
        if (spec.matches(type)) {
          expand(resource, spec, values);
        }
      }
    }
  }

  private static void expand(Resource resource, FieldSpec spec, Map<String, Node> values) {
    FieldWalk.walk(
        resource,
        spec,
        Missing.SKIP,
        (parent, key) -> {
          Node node = parent.get(key);
          if (node != null) {
            put(resource, parent, key, expanded(node, values, resource));
          }
        });
  }

  private static void put(Resource resource, Mapping parent, String key, Node value) {
    if (value instanceof Scalar scalar) {
      resource.set(parent, key, scalar);
    }
  }

  private static Node expanded(Node node, Map<String, Node> values, Resource resource) {
    return switch (node) {
      case Scalar scalar -> text(scalar, values);
      case Sequence list -> {
        list.items().replaceAll(item -> item(item, values));
        yield list;
      }
      case Mapping mapping -> {
        for (String key : List.copyOf(mapping.entries().keySet())) {
          if (mapping.get(key) instanceof Scalar scalar) {
            resource.set(mapping, key, text(scalar, values));
          }
        }
        yield mapping;
      }
    };
  }

  private static Node item(Node item, Map<String, Node> values) {
    if (item instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      return text(scalar, values);
    }
    throw new BuildFailed(
        "invalid value type expect a string", "Name a path that leads to texts in 'varReference'");
  }

  private static Scalar text(Scalar scalar, Map<String, Node> values) {
    return scalar.kind() == Scalar.Kind.STRING && scalar.text().indexOf('$') >= 0
        ? new VariableText(scalar.text(), values).expanded(scalar)
        : scalar;
  }

  private Map<String, Node> values(ResourceList resources) {
    var values = new LinkedHashMap<String, Node>();
    for (VariableEntry variable : variables) {
      Resource from = null;
      for (Resource resource : resources) {
        from = from == null && resource.remembersVariable(variable.name()) ? resource : from;
      }
      if (from == null) {
        throw new BuildFailed(
            "var '"
                + variable.shown()
                + "' cannot be mapped to a field in the set of known resources",
            "Correct the variable's 'objref', or add the object to the resources");
      }
      values.put(variable.name(), value(variable, from));
    }
    return values;
  }

  private static Node value(VariableEntry variable, Resource from) {
    Node node = from.root();
    for (String key : VariablePath.keys(variable.field())) {
      node =
          node.under(key)
              .orElseThrow(() ->
                  new BuildFailed(
                      "field specified in var '"
                          + variable.shown()
                          + "' not found in corresponding resource",
                      "Correct the variable's 'fieldref', or add the field to " + from.id()));
    }
    return settled(node);
  }

  /// Numbers as they are written, however the source wrote them.
  private static Node settled(Node node) {
    var holder = new Mapping().put("", node.copy());
    holder.settle();
    Node settled = holder.get("");
    return settled == null ? node : settled;
  }
}

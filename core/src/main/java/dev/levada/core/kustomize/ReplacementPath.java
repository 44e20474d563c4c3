package dev.levada.core.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The path of a replacement (kustomize.md section 12): keys joined by dots, `[key=value]` for
/// elements of a list, a number for one of them, `*` for all of them, `-` for the last.
///
/// @param text as written
/// @param steps its parts
/// @param exact whether `[key=value]` means the whole text: so in a source
record ReplacementPath(String text, List<String> steps, boolean exact) {

  static ReplacementPath of(String text, boolean exact) {
    return new ReplacementPath(text, split(text), exact);
  }

  private static List<String> split(String text) {
    var steps = new ArrayList<String>();
    var step = new StringBuilder();
    boolean inBrackets = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '.') {
        step.append('.');
        i++;
      } else if (c == '.' && !inBrackets) {
        add(steps, step);
      } else {
        inBrackets = c == '[' || (inBrackets && c != ']');
        step.append(c);
      }
    }
    add(steps, step);
    return PathDepth.checked(steps, text);
  }

  private static void add(List<String> steps, StringBuilder step) {
    String text = step.toString();
    step.setLength(0);
    if (text.startsWith("[") && text.endsWith("]") && text.indexOf('=') < 0) {
      text = text.substring(1, text.length() - 1);
    }
    if (!text.isEmpty()) {
      steps.add(text);
    }
  }

  /// Every place in an object that the path leads to.
  ///
  /// @param create whether missing places are made
  List<Place> places(Mapping root, boolean create) {
    var holder = new Mapping().put("", root);
    List<Place> places = List.of(new Place.InMapping(holder, "", false));
    for (int i = 0; i < steps.size(); i++) {
      String next = i + 1 < steps.size() ? steps.get(i + 1) : "";
      var further = new ArrayList<Place>();
      for (Place place : places) {
        List<Place> found = step(place, steps.get(i), create, next);
        further.addAll(place instanceof Place.InText text ? text.within(found) : found);
      }
      places = further;
    }
    return places;
  }

  private List<Place> step(Place place, String step, boolean create, String next) {
    if (isNull(place.get())) {
      if (create && place.isNew()) {
        place.set(isElement(step) && !step.equals("*") ? new Sequence() : new Mapping());
      } else {
        return inNull(step, create);
      }
    }
    refuseOtherKind(place.get(), step);
    return switch (place.get()) {
      case Mapping mapping -> inMapping(mapping, step, create);
      case Sequence list -> inList(list, step, create);
      case Scalar scalar -> inText(place, scalar, step, create, next);
    };
  }

  /// What is made within a null that somebody wrote is lost.
  private List<Place> inNull(String step, boolean create) {
    if (create && !step.equals("*")) {
      return List.of(new Place.InMapping(new Mapping(), step, true));
    }
    return !exact && Sequence.index(step) >= 0
        ? at(new Sequence(), Sequence.index(step), false)
        : List.of();
  }

  /// In a target, what is there and is of another kind than the path says is told.
  private void refuseOtherKind(Node node, String step) {
    boolean wrong = isElement(step) ? node instanceof Mapping : node instanceof Sequence;
    if (!exact && wrong) {
      throw otherKind(step, WrongNodeKind.kind(node), AsWritten.text(node).stripTrailing());
    }
  }

  private static BuildFailed otherKind(String step, String kind, String contents) {
    return WrongNodeKind.failure(
        isElement(step) ? "SequenceNode" : "MappingNode", kind, contents, "Correct the path");
  }

  private List<Place> inText(Place outer, Scalar scalar, String step, boolean create, String next) {
    return text(scalar, step).stream()
        .flatMap(text -> {
          var holder = new Mapping().put("", text.root());
          return step(new Place.InMapping(holder, "", false), step, create, next).stream()
              .<Place>map(inner -> new Place.InText(outer, text, inner));
        })
        .toList();
  }

  /// What a string holds that a path leads into. In a target it has to hold something.
  private Optional<StructuredText> text(Scalar scalar, String step) {
    if (exact) {
      return StructuredText.in(scalar);
    }
    try {
      StructuredText text =
          StructuredText.first(scalar).orElseThrow(() -> otherKind(step, "", "null"));
      if (text.root() instanceof Scalar root && !root.isNull()) {
        throw otherKind(step, WrongNodeKind.kind(root), text.shown());
      }
      return Optional.of(text);
    } catch (MalformedManifest e) {
      throw new BuildFailed(String.valueOf(e.getMessage()), "Correct the path, or the YAML there");
    }
  }

  private static List<Place> inMapping(Mapping mapping, String key, boolean create) {
    if (key.equals("*")) {
      return mapping.entries().keySet().stream()
          .<Place>map(each -> new Place.InMapping(mapping, each, false))
          .toList();
    }
    if (mapping.has(key)) {
      return List.of(new Place.InMapping(mapping, key, false));
    }
    return create ? List.of(new Place.InMapping(mapping, key, true)) : List.of();
  }

  private List<Place> inList(Sequence list, String step, boolean create) {
    if (step.equals("*")) {
      return all(list);
    }
    if (step.startsWith("[") && step.endsWith("]")) {
      return selected(list, step.substring(1, step.length() - 1), create);
    }
    int index = step.equals("-") ? list.size() - 1 : Sequence.index(step);
    return index < 0 ? List.of() : at(list, index, create);
  }

  private List<Place> at(Sequence list, int index, boolean create) {
    if (index < list.size()) {
      return List.of(new Place.InSequence(list, index, false));
    }
    if (!create && exact) {
      return List.of();
    }
    if (!create || index > list.size()) {
      throw new BuildFailed(
          "index " + index + " specified but only " + list.size() + " elements found",
          "Name an element that is there, or the next one");
    }
    list.add(Scalar.NULL);
    return List.of(new Place.InSequence(list, index, true));
  }

  private List<Place> selected(Sequence list, String condition, boolean create) {
    int equals = condition.indexOf('=');
    String key = condition.substring(0, equals);
    String value = condition.substring(equals + 1);
    List<Place> selected =
        all(list).stream().filter(place -> matches(place.get(), key, value)).toList();
    if (selected.isEmpty() && create) {
      list.add(key.isEmpty() ? Scalar.of(value) : new Mapping().put(key, value));
      return List.of(new Place.InSequence(list, list.size() - 1, true));
    }
    return selected;
  }

  private boolean matches(Node element, String key, String value) {
    Node node = key.isEmpty() || !(element instanceof Mapping m) ? element : m.get(key);
    boolean fits = key.isEmpty() ? element instanceof Scalar : element instanceof Mapping;
    if (!fits || !(node instanceof Scalar scalar)) {
      return false;
    }
    return exact ? scalar.text().equals(value) : pattern(value).matcher(scalar.text()).find();
  }

  private Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new BuildFailed(
          "error parsing regexp: " + e.getMessage() + " in '" + text + "'", "Correct the path");
    }
  }

  private static List<Place> all(Sequence list) {
    var places = new ArrayList<Place>();
    for (int i = 0; i < list.size(); i++) {
      places.add(new Place.InSequence(list, i, false));
    }
    return places;
  }

  private static boolean isElement(String step) {
    return step.startsWith("[") || step.equals("*") || Sequence.index(step) >= 0;
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}

package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/// The metadata of formats without structure: `age__list_0__map_enc` is `age[0].enc`.
final class FlatMetadata {

  private static final int MOST_ITEMS = 1000;

  private FlatMetadata() {}

  static Mapping read(Mapping flat) {
    var sops = new Mapping();
    flat.texts().forEach((key, text) -> put(sops, steps(key), text.replace("\\n", "\n")));
    return sops;
  }

  private static List<String> steps(String key) {
    var steps = new ArrayList<String>();
    int at = 0;
    while (at < key.length()) {
      int map = key.indexOf("__map_", at);
      int list = key.indexOf("__list_", at);
      int next = map < 0 ? list : list < 0 ? map : Math.min(map, list);
      if (next < 0) {
        steps.add(key.substring(at));
        break;
      }
      if (next > at) {
        steps.add(key.substring(at, next));
      }
      boolean isList = next == list;
      at = next + (isList ? "__list_" : "__map_").length();
      if (isList) {
        int end = key.indexOf("__", at);
        steps.add("#" + key.substring(at, end < 0 ? key.length() : end));
        at = end < 0 ? key.length() : end;
      }
    }
    return steps;
  }

  private static void put(Mapping sops, List<String> steps, String text) {
    Node node = sops;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      boolean listNext = !last && steps.get(i + 1).startsWith("#");
      Node fresh = last ? value(text) : listNext ? new Sequence() : new Mapping();
      node = step(node, steps.get(i), fresh);
    }
  }

  /// The node at a step; the fresh one, put there, where there is none.
  private static Node step(Node node, String step, Node fresh) {
    if (node instanceof Mapping mapping && !step.startsWith("#")) {
      Node known = mapping.get(step);
      if (known == null) {
        mapping.put(step, fresh);
      }
      return known == null ? fresh : known;
    }
    if (node instanceof Sequence sequence && step.startsWith("#")) {
      int index = index(step);
      while (sequence.size() <= index) {
        sequence.add(sequence.size() == index ? fresh : new Mapping());
      }
      return sequence.items().get(index);
    }
    throw malformed(step);
  }

  private static int index(String step) {
    try {
      int index = Integer.parseInt(step.substring(1));
      if (index >= 0 && index < MOST_ITEMS) {
        return index;
      }
    } catch (NumberFormatException notANumber) {
      throw malformed(step);
    }
    throw malformed(step);
  }

  private static Scalar value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Scalar.of(text.equals("true"));
    }
    boolean number =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        ? new Scalar(Scalar.Kind.INTEGER, text, false)
        : new Scalar(Scalar.Kind.STRING, text, true);
  }

  private static DecryptionFailed malformed(String step) {
    return new DecryptionFailed(
        "the sops metadata are malformed at '" + step + "'", "Encrypt the file anew");
  }
}

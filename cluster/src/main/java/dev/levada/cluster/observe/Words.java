package dev.levada.cluster.observe;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Keeps one copy of each text that many objects share (kinds, namespaces, managers, verdicts).
final class Words {

  // Verdicts with numbers in them would otherwise add up over the months.
  private static final int MOST = 50_000;

  private final ConcurrentMap<String, String> words = new ConcurrentHashMap<>();

  String one(String word) {
    if (word.isEmpty()) {
      return "";
    }
    if (words.size() > MOST) {
      words.clear();
    }
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }
}

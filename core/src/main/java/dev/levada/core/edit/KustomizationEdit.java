package dev.levada.core.edit;

import dev.levada.core.edit.Site.Role;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets one entry of a kustomization's `images`.
///
/// @param file its path
/// @param yaml its text
/// @param rewrite takes the replacements
/// @param changes where changes are noted
record KustomizationEdit(TreePath file, YamlText yaml, Rewrite rewrite, List<Change> changes) {

  private static final String IMAGES = "images";
  private static final int MOST = 10_000;

  void apply(String name, ChosenImage image) {
    Map<String, String> wanted = wanted(name, image);
    Optional<Integer> entry = entry(name);
    if (entry.isEmpty()) {
      add(name, wanted);
      return;
    }
    String number = Integer.toString(entry.get());
    refuseDigestThatWins(number, name, image);
    wanted.forEach((key, value) -> set(number, name, key, value));
  }

  private static Map<String, String> wanted(String name, ChosenImage image) {
    var wanted = new LinkedHashMap<String, String>();
    if (!image.name().equals(name) && !image.name().isEmpty()) {
      wanted.put("newName", image.name());
    }
    if (!image.tag().isEmpty()) {
      wanted.put("newTag", image.tag());
    }
    if (!image.digest().isEmpty()) {
      wanted.put("digest", image.digest());
    }
    if (image.tag().isEmpty() && image.digest().isEmpty()) {
      throw new UneditableFile("the image has neither tag nor digest. Name it with one of them");
    }
    return wanted;
  }

  private Optional<Integer> entry(String name) {
    for (int i = 0; i < MOST; i++) {
      String number = Integer.toString(i);
      boolean more = yaml.sites().stream().anyMatch(site -> isIn(site, number));
      if (!more) {
        return Optional.empty();
      }
      if (value(number, "name").filter(site -> site.value().equals(name)).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Site site, String number) {
    return site.document() == 0 && site.role() == Role.KEY && site.place().isAt(IMAGES, number);
  }

  private Optional<Site> value(String number, String key) {
    return yaml.sites().stream()
        .filter(site -> site.document() == 0 && site.role() != Role.KEY)
        .filter(site -> site.place().isAt(IMAGES, number, key))
        .findFirst();
  }

  /// A digest that stays would win over the new tag, and nothing would change in the cluster.
  private void refuseDigestThatWins(String number, String name, ChosenImage image) {
    if (image.digest().isEmpty() && value(number, "digest").isPresent()) {
      throw new UneditableFile(
          "the entry of "
              + name
              + " has a digest, which a new tag would not replace. Promote with a digest, or take it"
              + " out of the entry");
    }
  }

  private void set(String number, String name, String key, String value) {
    var change = new SiteChange(file, yaml, rewrite, changes);
    String setter = "images[" + name + "]." + key;
    Optional<Site> known = value(number, key);
    if (known.isPresent()) {
      change.set(known.get(), value, setter);
      return;
    }
    Site nameValue = value(number, "name").orElseThrow(() -> new AssertionError("found by name"));
    String pair = key + ": " + ScalarText.plain(value);
    if (isFlow(number)) {
      change.insert(nameValue.end(), ", " + pair, nameValue, value, setter);
      return;
    }
    Site nameKey =
        yaml.sites().stream()
            .filter(site -> isIn(site, number) && site.value().equals("name"))
            .findFirst()
            .orElse(nameValue);
    int column = nameKey.start() - yaml.lineStart(nameKey.start());
    int lineEnd = yaml.lineEnd(nameValue.end());
    String line = yaml.lineBreak() + " ".repeat(column) + pair;
    change.insert(lineEnd, line, nameValue, value, setter);
  }

  private boolean isFlow(String number) {
    return yaml.collections().stream()
        .anyMatch(each -> each.document() == 0 && each.flow() && each.place().isAt(IMAGES, number));
  }

  private void add(String name, Map<String, String> wanted) {
    Site near =
        yaml.sites().stream()
            .findFirst()
            .orElseThrow(() -> new UneditableFile("it is empty. Write a kustomization first"));
    var change = new SiteChange(file, yaml, rewrite, changes);
    Optional<YamlText.Collection> list =
        yaml.collections().stream()
            .filter(each -> each.document() == 0 && each.place().isAt(IMAGES))
            .findFirst();
    String setter = "images[" + name + "]";
    String image = wanted.toString();
    if (list.isEmpty()) {
      refuseOtherForms();
      change.insert(yaml.text().length(), atEnd(name, wanted), near, image, setter);
    } else if (list.get().flow()) {
      int behindBracket = list.get().start() + 1;
      boolean others = yaml.sites().stream().anyMatch(site -> isIn(site, "0"));
      String separator = others ? ", " : "";
      change.insert(behindBracket, inBrackets(name, wanted) + separator, near, image, setter);
    } else {
      int start = list.get().start();
      int column = start - yaml.lineStart(start);
      String text = item(name, wanted, column) + yaml.lineBreak() + " ".repeat(column);
      change.insert(start, text, near, image, setter);
    }
  }

  private void refuseOtherForms() {
    boolean taken =
        yaml.sites().stream()
            .anyMatch(site ->
                site.role() == Role.KEY
                    && site.place().above().isEmpty()
                    && site.value().equals(IMAGES));
    boolean several = yaml.sites().stream().anyMatch(site -> site.document() > 0);
    boolean inBraces =
        yaml.collections().stream().anyMatch(each -> each.flow() && each.place().above().isEmpty());
    if (taken || several || inBraces) {
      throw new UneditableFile(
          "there is no list under 'images' that an entry could be added to. Add the entry by hand once");
    }
  }

  private String atEnd(String name, Map<String, String> wanted) {
    String text = yaml.text();
    String before = text.endsWith("\n") || text.endsWith("\r") ? "" : yaml.lineBreak();
    return before + IMAGES + ":" + yaml.lineBreak() + item(name, wanted, 0) + yaml.lineBreak();
  }

  private String item(String name, Map<String, String> wanted, int column) {
    var item = new StringBuilder("- name: ").append(ScalarText.plain(name));
    wanted.forEach((key, value) ->
        item.append(yaml.lineBreak())
            .repeat(' ', column + 2)
            .append(key)
            .append(": ")
            .append(ScalarText.plain(value)));
    return item.toString();
  }

  private static String inBrackets(String name, Map<String, String> wanted) {
    var item = new StringBuilder("{name: ").append(ScalarText.plain(name));
    wanted.forEach(
        (key, value) -> item.append(", ").append(key).append(": ").append(ScalarText.plain(value)));
    return item.append('}').toString();
  }
}

package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import java.util.ArrayList;
import java.util.List;

/// Sets values of a YAML file by their paths.
///
/// @param document which document is meant: `Kind/name`, `Kind` or empty
/// @param yaml the file's text
/// @param change takes the changes
record ValueEdit(String document, YamlText yaml, SiteChange change) {

  /// Sets the one value at a path.
  void set(String path, String value) {
    set(path, value, YamlPath.parse(path).steps());
  }

  private void set(String path, String value, List<String> steps) {
    List<Site> sites = sites(steps);
    if (sites.size() != 1) {
      throw new UneditableFile(
          sites.isEmpty()
              ? "there is no single value at "
                  + path
                  + (document.isEmpty() ? "" : " in " + document)
                  + ". Add it by hand once, or correct the path"
              : "several documents have a value at "
                  + path
                  + ". Say which one is meant, as Kind/name");
    }
    Site site = sites.getFirst();
    if (site.role() == Site.Role.ALIAS) {
      throw new UneditableFile(
          "an alias stands at " + path + ". Name the value that has the anchor");
    }
    change.set(site, value, path);
  }

  /// Sets the tag and, where the values have one, the digest of an image. Charts that know a digest
  /// let it win over the tag, so that one that stays would undo the other.
  void helm(String path, ChosenImage image) {
    List<String> steps = YamlPath.parse(path).steps();
    List<String> digest = below(steps, "digest");
    List<Site> digests = sites(digest);
    boolean hasDigest = !digests.isEmpty();
    if (!image.digest().isEmpty() && !hasDigest) {
      throw new UneditableFile(
          "there is no digest beside the tag at "
              + path
              + ". Add the key once, if the chart knows it, or name the image without a digest");
    }
    if (image.digest().isEmpty() && digests.stream().anyMatch(site -> !site.value().isEmpty())) {
      throw new UneditableFile(
          "the image at "
              + path
              + " has a digest, which a new tag would not replace. Name the image with its digest, or"
              + " take the digest out of the values");
    }
    if (!image.tag().isEmpty()) {
      set(path + ".tag", image.tag(), below(steps, "tag"));
    }
    if (!image.digest().isEmpty()) {
      set(path + ".digest", image.digest(), digest);
    }
  }

  private static List<String> below(List<String> steps, String key) {
    var below = new ArrayList<>(steps);
    below.add(key);
    return List.copyOf(below);
  }

  private List<Site> sites(List<String> steps) {
    String[] place = steps.toArray(String[]::new);
    return yaml.sites().stream()
        .filter(site -> site.role() != Site.Role.KEY && site.place().isAt(place))
        .filter(site -> isIn(site.document()))
        .toList();
  }

  private boolean isIn(int number) {
    if (document.isEmpty()) {
      return true;
    }
    EditedObject object = EditedObject.of(yaml, number);
    return document.equals(object.kind()) || document.equals(object.kind() + "/" + object.name());
  }
}

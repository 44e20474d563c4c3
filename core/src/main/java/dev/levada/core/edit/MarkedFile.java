package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One file with markers.
///
/// @param file its path
/// @param yaml its text
/// @param images what each policy chose
/// @param changes where changes are noted
/// @param problems where problems are noted
record MarkedFile(
    TreePath file,
    YamlText yaml,
    Map<String, ChosenImage> images,
    List<Change> changes,
    List<Problem> problems) {

  /// The file's new bytes; empty where nothing changed.
  Optional<byte[]> apply() {
    var rewrite = new Rewrite(yaml.text());
    for (MarkerSearch.Found found : new MarkerSearch(yaml).all()) {
      try {
        set(rewrite, found);
      } catch (UneditableFile broken) {
        problems.add(
            new Problem(file, yaml.line(found.start()), String.valueOf(broken.getMessage())));
      }
    }
    return rewrite.isEmpty() ? Optional.empty() : Optional.of(rewrite.bytes());
  }

  private void set(Rewrite rewrite, MarkerSearch.Found found) {
    Marker marker = Marker.read(found.comment());
    ChosenImage image = images.get(marker.policy());
    if (image == null) {
      return; // another automation's
    }
    Site site = value(found.before(), marker);
    String value = part(image, marker);
    new SiteChange(file, yaml, rewrite, changes).set(site, value, marker.setter());
  }

  private static Site value(Optional<Site> before, Marker marker) {
    String behind = "the marker of " + marker.setter() + " stands behind ";
    Site site = before.orElseThrow(() -> new UneditableFile(behind + "no value. " + FIX));
    return switch (site.role()) {
      case KEY ->
          throw new UneditableFile(behind + "the key '" + site.value() + "', no value. " + FIX);
      case ALIAS ->
          throw new UneditableFile(
              behind + "an alias. Put it behind the value that has the anchor");
      case VALUE -> site;
    };
  }

  private static final String FIX = "Put it on the line of the value, behind it";

  private static String part(ChosenImage image, Marker marker) {
    return switch (marker.part()) {
      case WHOLE -> EditTarget.ImagePart.WHOLE.of(image);
      case NAME -> image.name();
      case TAG -> EditTarget.ImagePart.TAG.of(image);
      case DIGEST -> digest(image.digest(), marker);
    };
  }

  private static String digest(String digest, Marker marker) {
    if (digest.isEmpty()) {
      throw new UneditableFile(
          "the policy "
              + marker.policy()
              + " has no digest. Set digestReflectionPolicy of the ImagePolicy to Always or"
              + " IfNotPresent");
    }
    return digest;
  }
}

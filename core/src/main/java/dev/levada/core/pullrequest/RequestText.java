package dev.levada.core.pullrequest;

import dev.levada.core.edit.Change;
import dev.levada.core.edit.EditedObject;
import dev.levada.core.image.ChosenImage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a pull request says where nobody says otherwise.
///
/// @param images the images that are brought in
/// @param changes the values that are changed for them
/// @param fed the Kustomizations and HelmReleases that are made from the changed files,
///   `Kind/namespace/name`
public record RequestText(List<ChosenImage> images, List<Change> changes, List<String> fed) {

  private static final int MOST = 200;
  private static final int SHOWN_DIGEST = 19;

  /// Takes copies.
  public RequestText {
    images = List.copyOf(images);
    changes = List.copyOf(changes);
    fed = List.copyOf(fed);
  }

  /// Where nobody knows who reads the files.
  public RequestText(List<ChosenImage> images, List<Change> changes) {
    this(images, changes, List.of());
  }

  /// `Update app to 1.1.0`, or the number of images where there are several.
  public String title() {
    if (images.size() != 1) {
      return "Update " + images.size() + " images";
    }
    ChosenImage image = images.getFirst();
    String version = version(image);
    boolean isDigest = image.tag().isEmpty() && version.length() > SHOWN_DIGEST;
    String shown = isDigest ? version.substring(0, SHOWN_DIGEST) : version;
    return "Update " + lastPart(image.name()) + " to " + shown;
  }

  /// A table of the images with the step that each makes, and the list of the changes, in Markdown.
  public String body() {
    var body = new StringBuilder("| image | from | to | step |\n|---|---|---|---|\n");
    images.stream().map(this::row).forEach(body::append);
    body.append("\nWhat changes:\n\n");
    changes.stream().limit(MOST).map(RequestText::item).forEach(body::append);
    if (changes.size() > MOST) {
      body.append("- and ").append(changes.size() - MOST).append(" more\n");
    }
    List<String> fed = feeds();
    if (!fed.isEmpty()) {
      body.append("\nWhat it feeds:\n\n");
      fed.stream().limit(MOST).forEach(each -> body.append("- ").append(code(each)).append('\n'));
    }
    return body.toString();
  }

  /// Those that are made from the files, and the HelmReleases that are changed in them.
  private List<String> feeds() {
    Stream<String> releases =
        changes.stream()
            .map(Change::object)
            .filter(object -> object.kind().equals("HelmRelease"))
            .map(EditedObject::toString)
            .sorted();
    return Stream.concat(fed.stream(), releases).distinct().toList();
  }

  private String row(ChosenImage image) {
    Map<String, ImageStep> steps =
        changes.stream()
            .filter(change -> holds(change, image))
            .map(ImageStep::of)
            .filter(step -> step.newTag().equals(version(image)))
            .collect(Collectors.toMap(ImageStep::oldTag, step -> step, (a, b) -> a, TreeMap::new));
    String from =
        steps.keySet().stream()
            .filter(old -> !old.isEmpty())
            .map(RequestText::code)
            .collect(Collectors.joining(" "));
    String size =
        steps.values().stream()
            .map(step -> step.size().toString())
            .distinct()
            .filter(word -> !word.equals(ImageStep.Size.NONE.toString()))
            .collect(Collectors.joining(", "));
    return "| "
        + code(image.name())
        + " | "
        + from
        + " | "
        + code(full(image))
        + " | "
        + size
        + " |\n";
  }

  /// Whether a change was made for an image: its new value is the image or a part of it.
  private static boolean holds(Change change, ChosenImage image) {
    String value = change.newValue();
    return value.startsWith(image.name() + ":")
        || value.startsWith(image.name() + "@")
        || value.equals(version(image))
        || (!image.tag().isEmpty() && value.equals(image.tag() + "@" + image.digest()));
  }

  private static String item(Change change) {
    String object = change.object().toString();
    return "- "
        + code(change.file() + ":" + change.line())
        + (object.isEmpty() ? "" : " " + code(object))
        + ": "
        + (change.oldValue().isEmpty() ? "" : code(change.oldValue()) + " → ")
        + code(change.newValue())
        + "\n";
  }

  private static String full(ChosenImage image) {
    return image.tag().isEmpty() || image.digest().isEmpty()
        ? version(image)
        : image.tag() + "@" + image.digest();
  }

  private static String version(ChosenImage image) {
    return image.tag().isEmpty() ? image.digest() : image.tag();
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// Text of others in Markdown, so that it stays text.
  private static String code(String text) {
    return "`" + text.replace('`', '\'').replace("|", "\\|").replaceAll("\\s", " ") + "`";
  }
}

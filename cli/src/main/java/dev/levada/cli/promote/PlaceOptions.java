package dev.levada.cli.promote;

import dev.levada.core.edit.EditTarget;
import dev.levada.core.edit.Promotion.Place;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options that say where in a repository the image stands.
final class PlaceOptions {

  private static final String DOCUMENT_END = "#";

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--setter",
      paramLabel = "NAMESPACE:POLICY",
      description = "Set all values marked with this image policy.")
  private List<String> setters = new ArrayList<>();

  @Option(
      names = "--path",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where --setter looks for markers (default: the whole repository).")
  private String folder = ".";

  @Option(
      names = "--kustomization",
      paramLabel = "FILE[=NAME]",
      description = {
        "Set the entry of this name in a kustomization's 'images', or add it.",
        "NAME is the image's name in the manifests (default: that of --image)."
      })
  private List<String> kustomizations = new ArrayList<>();

  @Option(
      names = "--helm-values",
      paramLabel = "FILE[#KIND/NAME]:PATH",
      description = {
        "Set tag and digest below a path of Helm values, such as",
        "values.yaml:image or release.yaml:spec.values.image."
      })
  private List<String> helmValues = new ArrayList<>();

  @Option(
      names = "--value",
      paramLabel = "FILE[#KIND/NAME]:PATH[=PART]",
      description = {
        "Set one value of a YAML file. PART is whole (the default), name, tag,",
        "digest or tag-and-digest. This and the three above are repeatable."
      })
  private List<String> values = new ArrayList<>();

  /// The places, in the order of the options above.
  List<Place> places(ChosenImage image) {
    var places = new ArrayList<Place>();
    for (String setter : setters) {
      if (!setter.matches("[^:\\s]+:[^:\\s]+")) {
        throw wrong("--setter", setter, "is not NAMESPACE:POLICY");
      }
      places.add(new Place.Marked(setter, path("--path", folder)));
    }
    kustomizations.forEach(each -> places.add(new Place.Named(kustomization(each, image))));
    helmValues.forEach(each -> places.add(new Place.Named(helm(each))));
    values.forEach(each -> places.add(new Place.Named(value(each))));
    if (places.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "Say where the image stands: with --setter, --kustomization, --helm-values or --value");
    }
    return List.copyOf(places);
  }

  private EditTarget kustomization(String text, ChosenImage image) {
    String[] parts = text.split("=", 2);
    String name = parts.length > 1 ? parts[1] : image.name();
    return new EditTarget.KustomizationImage(path("--kustomization", parts[0]), name);
  }

  private EditTarget helm(String text) {
    Spot spot = spot("--helm-values", text, text);
    return new EditTarget.HelmImage(spot.file(), spot.document(), spot.path());
  }

  private EditTarget value(String text) {
    int equals = text.lastIndexOf('=');
    String where = equals < 0 ? text : text.substring(0, equals);
    Spot spot = spot("--value", text, where);
    return new EditTarget.Value(
        spot.file(),
        spot.document(),
        spot.path(),
        equals < 0 ? EditTarget.ImagePart.WHOLE : part(text, text.substring(equals + 1)));
  }

  private EditTarget.ImagePart part(String text, String word) {
    for (EditTarget.ImagePart part : EditTarget.ImagePart.values()) {
      if (part.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return part;
      }
    }
    throw wrong(
        "--value",
        text,
        "ends with '" + word + "', which is none of whole, name, tag, digest, tag-and-digest");
  }

  private record Spot(TreePath file, String document, String path) {}

  private Spot spot(String option, String text, String where) {
    int colon = where.indexOf(':');
    if (colon <= 0 || colon == where.length() - 1) {
      throw wrong(option, text, "is not FILE:PATH, such as values.yaml:image.tag");
    }
    String[] file = where.substring(0, colon).split(DOCUMENT_END, 2);
    return new Spot(
        path(option, file[0]), file.length > 1 ? file[1] : "", where.substring(colon + 1));
  }

  private TreePath path(String option, String text) {
    try {
      return TreePath.ROOT.resolve(text);
    } catch (UnsafePath broken) {
      throw wrong(option, text, "names no file of the repository: " + broken.getMessage());
    }
  }

  private ParameterException wrong(String option, String text, String why) {
    return new ParameterException(command.commandLine(), option + ": '" + text + "' " + why);
  }
}

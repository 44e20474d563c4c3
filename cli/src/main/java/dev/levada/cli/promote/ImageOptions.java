package dev.levada.cli.promote;

import dev.levada.core.image.ChosenImage;
import dev.levada.fetch.oci.ImageReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options that name the image.
final class ImageOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-i", "--image"},
      paramLabel = "NAME[:TAG][@DIGEST]",
      required = true,
      description = "The image.")
  private String image = "";

  @Option(names = "--tag", paramLabel = "TAG", description = "Its tag, if not in --image.")
  private String tag = "";

  @Option(names = "--digest", paramLabel = "DIGEST", description = "Its digest, if not in --image.")
  private String digest = "";

  /// The image, with a tag or a digest.
  ChosenImage image() {
    String whole =
        image + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    int at = whole.indexOf('@');
    String name = at < 0 ? whole : whole.substring(0, at);
    if (at < 0 && name.lastIndexOf(':') <= name.lastIndexOf('/')) {
      throw new ParameterException(
          command.commandLine(),
          "--image: '" + image + "' has neither tag nor digest. Write NAME:TAG, or add --tag");
    }
    ImageReference read = ImageReference.parse(whole);
    boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
    String bare = tagged ? name.substring(0, name.lastIndexOf(':')) : name;
    return new ChosenImage(bare, read.tag(), read.digest());
  }
}

package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;

/// How a status writes and reads images.
public final class LatestRefs {

  private LatestRefs() {}

  /// What a policy chose; {@link ChosenImage#NONE} where it has chosen nothing yet.
  public static ChosenImage latest(ImagePolicy policy) {
    return read(policy.status().mappingAt("latestRef"));
  }

  /// The image that a status has.
  public static ChosenImage read(Mapping ref) {
    return new ChosenImage(ref.textAt("name"), ref.textAt("tag"), ref.textAt("digest"));
  }

  /// An image as a status has it. A digest that is no longer known is taken away by name, since a
  /// merge keeps what it is not told of.
  ///
  /// @param before what the status says now
  public static Node write(ChosenImage image, Mapping before) {
    var ref = new Mapping();
    if (!image.digest().isEmpty()) {
      ref.put("digest", image.digest());
    } else if (before.has("digest")) {
      ref.put("digest", Scalar.NULL);
    }
    return ref.put("name", image.name()).put("tag", image.tag());
  }
}

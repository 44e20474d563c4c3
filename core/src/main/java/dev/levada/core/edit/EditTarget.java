package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.TreePath;

/// What in a repository says which image runs, where no markers do.
public sealed interface EditTarget {

  /// The file that is edited.
  TreePath file();

  /// The `images` entry of a kustomization. Its tag or digest is set; an entry that is not there is
  /// added.
  ///
  /// @param file the kustomization file
  /// @param name the entry's name, which is the image's name in the manifests
  record KustomizationImage(TreePath file, String name) implements EditTarget {}

  /// One value of a YAML file, such as a Helm chart's values or a HelmRelease.
  ///
  /// @param file the file
  /// @param document which document: `Kind/name`, `Kind` or empty for the only one that has the
  ///   path
  /// @param path the way to the value, such as `image.tag`
  /// @param part which part of the image stands there
  record Value(TreePath file, String document, String path, ImagePart part) implements EditTarget {}

  /// The tag and digest of an image in a Helm chart's values.
  ///
  /// @param file the file: values, or a HelmRelease
  /// @param document which document, as for a [Value]
  /// @param path the way to the mapping that has `tag` and maybe `digest`, such as `image`
  record HelmImage(TreePath file, String document, String path) implements EditTarget {}

  /// Parts of an image that can stand in a value.
  enum ImagePart {
    /// `name:tag[@digest]`.
    WHOLE,
    /// The name alone.
    NAME,
    /// The tag alone.
    TAG,
    /// The digest alone.
    DIGEST,
    /// `tag@digest`, which charts take as a tag.
    TAG_AND_DIGEST;

    String of(ChosenImage image) {
      return switch (this) {
        case WHOLE -> whole(image);
        case NAME -> image.name();
        case TAG -> given(image.tag(), "tag");
        case DIGEST -> given(image.digest(), "digest");
        case TAG_AND_DIGEST -> given(image.tag(), "tag") + "@" + given(image.digest(), "digest");
      };
    }

    private static String whole(ChosenImage image) {
      return image.name()
          + (image.tag().isEmpty() ? "" : ":" + image.tag())
          + (image.digest().isEmpty() ? "" : "@" + image.digest());
    }

    private static String given(String part, String what) {
      if (part.isEmpty()) {
        throw new UneditableFile("the image has no " + what + ". Name the image with its " + what);
      }
      return part;
    }
  }
}

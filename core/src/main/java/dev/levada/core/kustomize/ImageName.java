package dev.levada.core.kustomize;

import dev.levada.core.kustomize.Kustomization.ImageEntry;

/// An image as its three parts; tag and digest are empty where the image has none.
record ImageName(String name, String tag, String digest) {

  static ImageName of(String image) {
    int search = image.indexOf('/') + 1;
    int at = image.indexOf('@', search);
    String digest = at < 0 ? "" : image.substring(at + 1);
    String tagged = at < 0 ? image : image.substring(0, at);
    int colon = tagged.indexOf(':', search);
    return colon < 0
        ? new ImageName(tagged, "", digest)
        : new ImageName(tagged.substring(0, colon), tagged.substring(colon + 1), digest);
  }

  /// The image that an entry of `images` makes of it.
  String with(ImageEntry entry) {
    String newName = entry.newName().isEmpty() ? name : entry.newName();
    return newName + changed(entry).reference();
  }

  private ImageName changed(ImageEntry entry) {
    if (!entry.newTag().isEmpty() || !entry.digest().isEmpty()) {
      return new ImageName(name, entry.newTag(), entry.digest());
    }
    return entry.tagSuffix().isEmpty() ? this : new ImageName(name, tag + entry.tagSuffix(), "");
  }

  private String reference() {
    return (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}

package dev.levada.fetch.forge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The Git hosts whose language is spoken. Users write them in small letters and one word.
public enum ForgeKind {
  GITHUB,
  GITLAB,
  GITEA,
  BITBUCKET,
  BITBUCKET_SERVER,
  AZURE_DEVOPS,
  PAGURE;

  /// The kind that a user's word names, if there is one.
  public static Optional<ForgeKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}

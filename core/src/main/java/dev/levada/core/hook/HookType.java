package dev.levada.core.hook;

/// Who calls, as `spec.type` of a Receiver says it.
public enum HookType {
  /// Whoever knows the path.
  GENERIC("generic"),
  /// Whoever can sign with the shared token.
  GENERIC_HMAC("generic-hmac"),
  /// Whoever has a token of an OpenID issuer.
  GENERIC_OIDC("generic-oidc"),
  /// GitHub, Gitea and Forgejo.
  GITHUB("github"),
  /// GitLab.
  GITLAB("gitlab"),
  /// Bitbucket, in the cloud and on a server.
  BITBUCKET("bitbucket"),
  /// Harbor.
  HARBOR("harbor"),
  /// Docker Hub.
  DOCKER_HUB("dockerhub"),
  /// Quay.
  QUAY("quay"),
  /// Google's registries, over Pub/Sub.
  GCR("gcr"),
  /// Nexus.
  NEXUS("nexus"),
  /// Azure's registry.
  ACR("acr"),
  /// Whoever sends events of the CD Foundation.
  CD_EVENTS("cdevents");

  private final String word;

  HookType(String word) {
    this.word = word;
  }

  /// The word in a spec.
  public String word() {
    return word;
  }

  /// The type of a word.
  ///
  /// @throws IllegalArgumentException where there is none, which the schema refuses
  public static HookType of(String word) {
    for (HookType type : values()) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no type of a Receiver");
  }
}

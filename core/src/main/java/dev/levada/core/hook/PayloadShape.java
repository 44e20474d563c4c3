package dev.levada.core.hook;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields the notifications of registries have that can be told from others by nothing else
/// (flux-api §2.13). A field that is missing is no reason to refuse a call; one that holds
/// something else is.
enum PayloadShape {
  DOCKER_HUB(HookType.DOCKER_HUB, List.of("push_data.tag", "repository.repo_url"), List.of()),
  QUAY(HookType.QUAY, List.of("docker_url"), List.of("updated_tags")),
  GCR(HookType.GCR, List.of("action", "digest", "tag"), List.of()),
  NEXUS(HookType.NEXUS, List.of("action", "repositoryName"), List.of()),
  ACR(HookType.ACR, List.of("action", "target.repository", "target.tag"), List.of());

  private final HookType type;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> texts;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> lists;

  PayloadShape(HookType type, List<String> texts, List<String> lists) {
    this.type = type;
    this.texts = texts;
    this.lists = lists;
  }

  /// The shape of a type of caller that has one.
  static PayloadShape of(HookType type) {
    return Arrays.stream(values()).filter(each -> each.type == type).findFirst().orElseThrow();
  }

  boolean fits(Mapping payload) {
    return texts.stream().allMatch(path -> isText(payload, path))
        && lists.stream().allMatch(path -> isListOfTexts(payload.get(path)));
  }

  private static boolean isText(Mapping payload, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return isTextOrMissing(payload.get(path));
    }
    Node parent = payload.get(path.substring(0, dot));
    return isMissing(parent)
        || (parent instanceof Mapping mapping
            && isTextOrMissing(mapping.get(path.substring(dot + 1))));
  }

  private static boolean isListOfTexts(@Nullable Node node) {
    return isMissing(node)
        || (node instanceof Sequence list
            && list.items().stream().allMatch(PayloadShape::isTextOrMissing));
  }

  private static boolean isTextOrMissing(@Nullable Node node) {
    return isMissing(node) || (node instanceof Scalar text && text.kind() == Scalar.Kind.STRING);
  }

  private static boolean isMissing(@Nullable Node node) {
    return node == null || (node instanceof Scalar scalar && scalar.isNull());
  }
}

package dev.levada.operator.ingredient;

import dev.levada.api.Kustomization;
import dev.levada.core.digest.Sha256;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.render.AfterBuild;
import dev.levada.core.substitute.PostBuild;
import dev.levada.core.substitute.Substitution;
import dev.levada.core.substitute.SubstitutionFailed;
import dev.levada.core.substitute.Variables;
import dev.levada.fetch.kms.KeyServices;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Gathers what a Kustomization takes from ConfigMaps and Secrets, each read once (flux-api §2.2).
public final class Ingredients {

  /// What was used last, as a digest, and in which state what it came from was.
  private record Used(long generation, Map<String, String> versions, String digest) {}

  private final NamedConfigs configs;
  private final WatchedConfigs watched;
  private final Map<String, Used> used = new ConcurrentHashMap<>();
  private final Keys keys;
  private final boolean strict;

  /// @param configs reads ConfigMaps and Secrets
  /// @param watched the states of those that are watched
  /// @param services makes clients of key services
  /// @param strict whether a variable that is not set is an error
  /// @param decryption how encrypted files are opened
  public Ingredients(
      NamedConfigs configs,
      WatchedConfigs watched,
      KeyServices services,
      boolean strict,
      DecryptionOptions decryption) {
    this.watched = watched;
    this.configs = configs;
    this.keys = new Keys(configs, services, decryption);
    this.strict = strict;
  }

  /// The ConfigMaps and Secrets that a Kustomization names, as `Kind/namespace/name`.
  public static Set<String> names(Kustomization object) {
    var names = new HashSet<String>();
    for (Node entry : object.spec().raw().sequenceAt("postBuild", "substituteFrom")) {
      if (entry instanceof Mapping reference) {
        names.add(name(reference.textAt("kind"), object, reference.textAt("name")));
      }
    }
    Keys.secretName(object).ifPresent(secret -> names.add(name("Secret", object, secret)));
    return names;
  }

  private static String name(String kind, Kustomization object, String name) {
    return kind + "/" + object.metadata().namespace() + "/" + name;
  }

  /// The digest of what {@link #gather} would give; without reading anything where all that a
  /// Kustomization names is watched and did not change.
  public String digest(Kustomization object) {
    Set<String> names = names(object);
    Map<String, String> versions = watched.versions(names);
    if (names.isEmpty() || versions.size() < names.size()) {
      return gather(object).digest();
    }
    String name = name("", object, object.metadata().name());
    long generation = object.metadata().generation();
    Used last = used.get(name);
    if (last != null && last.generation() == generation && last.versions().equals(versions)) {
      return last.digest();
    }
    String digest = gather(object).digest();
    used.put(name, new Used(generation, versions, digest));
    return digest;
  }

  /// Drops what was kept of a Kustomization.
  public void forget(String namespace, String name) {
    used.remove("/" + namespace + "/" + name);
  }

  /// Reads them.
  ///
  /// @throws FailureException where one is missing, or holds a name that is none (`BuildFailed`)
  public Gathered gather(Kustomization object) {
    Mapping postBuild = object.spec().raw().mappingAt("postBuild");
    Keys.Found found = keys.find(object);
    if (postBuild.isEmpty() && found.identity().isEmpty()) {
      return new Gathered(new AfterBuild(found.decryption(), PostBuild.NONE), "");
    }
    Map<String, String> values = variables(object, postBuild);
    boolean always = postBuild.textAt("substituteStrategy").equals("Always");
    var substitution = new PostBuild(new Substitution(values, strict), always);
    return new Gathered(
        new AfterBuild(found.decryption(), substitution),
        Sha256.hex(new TreeMap<>(values) + " " + always + " " + found.identity()));
  }

  private Map<String, String> variables(Kustomization object, Mapping postBuild) {
    var variables = new Variables();
    try {
      for (Node entry : postBuild.sequenceAt("substituteFrom")) {
        if (entry instanceof Mapping reference) {
          referenced(object, reference).ifPresent(variables::add);
        }
      }
      return variables.add(postBuild.mappingAt("substitute").texts()).values();
    } catch (SubstitutionFailed e) {
      throw new FailureException(
          new Failure.Retrying(Reason.BUILD_FAILED, String.valueOf(e.getMessage()), e.fix()), e);
    }
  }

  private Optional<Map<String, String>> referenced(Kustomization object, Mapping reference) {
    String kind = reference.textAt("kind");
    String name = reference.textAt("name");
    Optional<Map<String, byte[]>> data = configs.find(kind, object.metadata().namespace(), name);
    if (data.isEmpty() && !reference.isTrueAt("optional")) {
      throw missing("substitute from '" + kind + "/" + name + "' error: ", kind, name);
    }
    return data.map(Ingredients::texts);
  }

  private static FailureException missing(String prefix, String kind, String name) {
    return FailureException.retrying(
        Reason.BUILD_FAILED,
        prefix + kind.toLowerCase(Locale.ROOT) + "s \"" + name + "\" not found",
        "Create the " + kind + ", or correct the reference to it");
  }

  private static Map<String, String> texts(Map<String, byte[]> data) {
    var texts = new HashMap<String, String>();
    data.forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
    return texts;
  }
}

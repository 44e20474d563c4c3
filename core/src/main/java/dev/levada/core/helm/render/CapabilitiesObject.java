package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `.Capabilities` as templates see it.
final class CapabilitiesObject implements GoObject.Struct {

  private final Version version;
  private final ApiVersions apiVersions;
  private final HelmVersion helmVersion = new HelmVersion();

  CapabilitiesObject(Capabilities capabilities) {
    this.version = new Version(capabilities.kubeVersion());
    this.apiVersions = new ApiVersions(capabilities.apiVersions());
  }

  @Override
  public String typeName() {
    return "*common.Capabilities";
  }

  @Override
  public Kind kind() {
    return Kind.PTR;
  }

  @Override
  public @Nullable Object member(String name) {
    return switch (name) {
      case "KubeVersion" -> version;
      case "APIVersions" -> apiVersions;
      case "HelmVersion" -> helmVersion;
      default -> null;
    };
  }

  @Override
  public String text() {
    return "{"
        + version.raw()
        + " ["
        + String.join(" ", apiVersions.all)
        + "] "
        + helmVersion.text()
        + "}";
  }

  @Override
  public Object plain() {
    var map = GoMap.create();
    map.put("KubeVersion", version.plain());
    map.put("APIVersions", GoList.strings(apiVersions.all));
    map.put("HelmVersion", helmVersion.plain());
    return map;
  }

  /// `.Capabilities.KubeVersion`.
  private record Version(KubeVersion version) implements GoObject {

    @Override
    public String typeName() {
      return "common.KubeVersion";
    }

    @Override
    public @Nullable Object member(String name) {
      return switch (name) {
        case "Version" -> version.text();
        case "Major" -> major();
        case "Minor" -> minor();
        case "GitVersion" -> Function.of(name, (_, _) -> version.text());
        case "String" -> Function.of(name, (_, _) -> text());
        default -> null;
      };
    }

    private String major() {
      return Long.toString(version.version().major());
    }

    private String minor() {
      return Long.toString(version.version().minor());
    }

    @Override
    public String text() {
      return version.normalized();
    }

    private String raw() {
      return "{" + String.join(" ", version.text(), version.normalized(), major(), minor()) + "}";
    }

    @Override
    public Object plain() {
      var map = GoMap.create();
      map.put("Version", version.text());
      map.put("Major", major());
      map.put("Minor", minor());
      return map;
    }
  }

  /// `.Capabilities.APIVersions`.
  private static final class ApiVersions extends GoList {

    private final List<String> all;
    private final Set<String> set;

    private ApiVersions(List<String> all) {
      super(new SliceType("common.VersionSet", "string"), all.toArray());
      this.all = all;
      this.set = new HashSet<>(all);
    }

    @Override
    public @Nullable Object method(String name) {
      return name.equals("Has")
          ? Function.of(
              name, (_, arguments) -> set.contains((String) arguments[0]), Parameter.STRING)
          : null;
    }
  }

  /// `.Capabilities.HelmVersion`.
  private record HelmVersion() implements GoObject.Struct {

    private static final String VERSION = "v4.2";
    private static final String GO_VERSION = "go1.26.8";
    private static final String CLIENT_VERSION = "v1.36";

    @Override
    public String typeName() {
      return "version.BuildInfo";
    }

    @Override
    public @Nullable Object member(String name) {
      return switch (name) {
        case "Version" -> VERSION;
        case "GitCommit", "GitTreeState" -> "";
        case "GoVersion" -> GO_VERSION;
        case "KubeClientVersion" -> CLIENT_VERSION;
        default -> null;
      };
    }

    @Override
    public String text() {
      return "{" + String.join(" ", VERSION, "", "", GO_VERSION, CLIENT_VERSION) + "}";
    }

    @Override
    public Object plain() {
      var map = GoMap.create();
      map.put("version", VERSION);
      map.put("go_version", GO_VERSION);
      map.put("kube_client_version", CLIENT_VERSION);
      return map;
    }
  }
}

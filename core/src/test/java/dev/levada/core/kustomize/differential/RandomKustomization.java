package dev.levada.core.kustomize.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes up a tree of kustomizations: bases, a component, an overlay on top.
@SuppressWarnings("StringConcatToTextBlock") // pieces with chance between them
final class RandomKustomization {

  private final Dice dice;
  private final RandomObjects objects;
  private final Map<String, String> files = new LinkedHashMap<>();

  RandomKustomization(long seed) {
    this.dice = new Dice(seed);
    this.objects = new RandomObjects(dice);
  }

  /// The files by their paths; the folder to build is `top`.
  Map<String, String> files() {
    int bases = dice.of(0, 1, 1, 1, 2);
    var lines = new ArrayList<String>();
    for (int i = 0; i < bases; i++) {
      folder("base" + i, List.of(), false);
      lines.add("../base" + i);
    }
    boolean component = dice.oneIn(5);
    if (component) {
      folder("component", List.of(), true);
    }
    folder("top", lines, false);
    if (component) {
      files.merge("top/kustomization.yaml", "components:\n- ../component\n", String::concat);
    }
    return files;
  }

  private void folder(String name, List<String> bases, boolean component) {
    var text = new StringBuilder();
    if (component) {
      text.append("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
    }
    var resources = new ArrayList<>(bases);
    int count = bases.isEmpty() ? 1 + dice.upTo(4) : dice.upTo(2);
    for (int i = 0; i < (component ? dice.upTo(1) : count); i++) {
      String file = "r" + i + ".yaml";
      files.put(name + "/" + file, String.join("---\n", dice.some(1, 3, objects::object)));
      resources.add(file);
    }
    text.append(list("resources", resources));
    fields(name, text);
    files.put(name + "/kustomization.yaml", text.toString());
  }

  private static String list(String field, List<String> items) {
    return items.isEmpty() ? "" : field + ":\n- " + String.join("\n- ", items) + "\n";
  }

  private void fields(String folder, StringBuilder text) {
    text.append(dice.maybe(4, "namespace: " + dice.of("prod", "team-a", "new") + "\n"))
        .append(dice.maybe(4, "namePrefix: " + dice.of("dev-", "x-") + "\n"))
        .append(dice.maybe(5, "nameSuffix: " + dice.of("-v1", "-blue") + "\n"))
        .append(dice.maybe(5, labels()))
        .append(dice.maybe(6, "commonLabels:\n  common: " + dice.of("x", "\"true\"", "'1'") + "\n"))
        .append(
            dice.maybe(
                6, "commonAnnotations:\n  contact: " + dice.of("me", "\"1\"", "'a: b'") + "\n"))
        .append(dice.maybe(4, images()))
        .append(
            (!objects.has("Deployment")
                ? ""
                : dice.maybe(
                    8,
                    "replicas:\n- name: "
                        + objects.nameOf("Deployment")
                        + "\n  count: "
                        + dice.upTo(9)
                        + "\n")))
        .append(generators(folder))
        .append(patches(folder))
        .append(dice.maybe(4, replacements()))
        .append(dice.maybe(6, vars()))
        .append(dice.maybe(10, "sortOptions:\n  order: " + dice.of("fifo", "legacy") + "\n"))
        .append(
            dice.maybe(
                10,
                "buildMetadata: ["
                    + dice.of(
                        "originAnnotations",
                        "transformerAnnotations",
                        "managedByLabel",
                        "originAnnotations, transformerAnnotations")
                    + "]\n"))
        .append(dice.maybe(10, configurations(folder)))
        .append(dice.maybe(12, plugins(folder)))
        .append(
            dice.maybe(
                dice.isWild() ? 10 : 100000,
                dice.of(
                    "foo: bar\n",
                    "namePrefix: [a]\n",
                    "resources: x\n",
                    "replicas: [{name: 1}]\n",
                    "images: {}\n")));
  }

  private String labels() {
    return "labels:\n- pairs:\n    team: "
        + dice.of("a", "\"1\"", "'yes'")
        + "\n"
        + dice.maybe(2, "  includeSelectors: true\n")
        + dice.maybe(3, "  includeTemplates: true\n")
        + dice.maybe(
            6, "  fields:\n  - path: spec/size/labels\n    kind: Widget\n    create: true\n");
  }

  private String images() {
    return "images:\n"
        + String.join(
            "",
            dice.some(
                1,
                2,
                () ->
                    "- name: "
                        + dice.of(
                            "nginx",
                            "redis",
                            "registry.local:5000/team/app",
                            "ghcr.io/org/app",
                            ".*",
                            "postgres")
                        + "\n"
                        + dice.maybe(2, "  newName: " + dice.of("mirror/nginx", "a.b/c") + "\n")
                        + dice.maybe(2, "  newTag: " + dice.of("v9", "\"1.0\"", "latest") + "\n")
                        + dice.maybe(4, "  digest: sha256:feed\n")
                        + dice.maybe(6, "  tagSuffix: -slim\n")));
  }

  private String generators(String folder) {
    var text = new StringBuilder();
    for (String kind : List.of("configMapGenerator", "secretGenerator")) {
      if (dice.oneIn(3)) {
        text.append(kind).append(":\n");
        dice.some(1, 2, () -> generator(folder, kind)).forEach(text::append);
      }
    }
    return text.append(
            dice.maybe(
                8,
                "generatorOptions:\n"
                    + dice.of(
                        "  disableNameSuffixHash: true\n",
                        "  labels:\n    generated: \"true\"\n",
                        "  annotations:\n    g: x\n  immutable: true\n")))
        .toString();
  }

  private String generator(String folder, String kind) {
    files.put(folder + "/conf.env", "A=1\n# no\n  B=two  \n\nC\n");
    files.put(
        folder + "/app.properties",
        dice.of(
            "a=b\n",
            "x: y\nlist:\n- 1\n",
            "line with trailing \nnext\n",
            "\ttab\n",
            "",
            "no newline",
            "one\r\ntwo\r\n"));
    return generated(kind)
        + (dice.isWild() ? dice.maybe(6, "  namespace: " + dice.of("prod", "team-a") + "\n") : "")
        + (kind.startsWith("secret") ? dice.maybe(4, "  type: kubernetes.io/tls\n") : "")
        + dice.maybe(
            2,
            "  literals:\n  - k="
                + dice.of("v", "\"quoted\"", "'1'", "a=b", "", "8080", "<&>")
                + "\n  - other="
                + dice.of("x", "line", "é")
                + "\n")
        + dice.maybe(
            3, "  files:\n  - " + dice.of("app.properties", "renamed.txt=app.properties") + "\n")
        + dice.maybe(4, "  envs:\n  - conf.env\n")
        + dice.maybe(
            4,
            "  options:\n"
                + dice.of(
                    "    disableNameSuffixHash: true\n",
                    "    labels:\n      o: \"1\"\n",
                    "    immutable: true\n"));
  }

  private final java.util.Set<String> generated = new java.util.HashSet<>();

  private String generated(String kind) {
    String name = objects.name();
    if (dice.oneIn(4) && objects.has(kind.startsWith("config") ? "ConfigMap" : "Secret")) {
      return "- name: "
          + objects.nameOf(kind.startsWith("config") ? "ConfigMap" : "Secret")
          + "\n  behavior: "
          + dice.of("merge", "replace")
          + "\n";
    }
    String fresh =
        generated.add(kind + name) || dice.isWild()
            ? "generated-" + name
            : "generated" + generated.size() + "-" + name;
    generated.add(kind + fresh);
    return "- name: "
        + (dice.isWild() && dice.oneIn(3) ? name : fresh)
        + "\n"
        + dice.maybe(20, "  behavior: " + (dice.isWild() ? "merge" : "create") + "\n");
  }

  private String patches(String folder) {
    var text = new StringBuilder();
    if (dice.oneIn(2) && objects.hasPatched()) {
      text.append("patches:\n");
      dice.some(1, 2, () -> patch(folder)).forEach(text::append);
    }
    if (dice.oneIn(8) && objects.hasPatched()) {
      files.put(folder + "/smp.yaml", objects.mergePatch());
      text.append("patchesStrategicMerge:\n- smp.yaml\n");
    }
    if (dice.oneIn(10) && objects.has("Deployment")) {
      text.append(
          "patchesJson6902:\n- target:\n    version: v1\n    kind: "
              + "Deployment"
              + "\n    name: "
              + objects.nameOf("Deployment")
              + "\n  patch: |\n"
              + RandomObjects.indent(objects.jsonPatch(), 4));
    }
    return text.toString();
  }

  private String patch(String folder) {
    boolean json = dice.oneIn(2);
    String target =
        "  target:\n    kind: "
            + dice.of("Deployment", "Deployment|StatefulSet", "ConfigMap", "Service", ".*")
            + "\n"
            + dice.maybe(3, "    name: " + dice.of("web", "web.*", "db|api", "dev-web") + "\n")
            + dice.maybe(8, "    namespace: prod\n")
            + dice.maybe(
                8,
                "    labelSelector: "
                    + dice.of("app=web", "tier in (front,back)", "!tier", "app!=web")
                    + "\n")
            + dice.maybe(10, "    annotationSelector: note=text\n");
    String options =
        dice.maybe(8, "  options:\n    allowNameChange: true\n")
            + dice.maybe(12, "  options:\n    allowKindChange: true\n");
    String body = json ? objects.jsonPatch() : objects.mergePatch();
    if (dice.oneIn(3)) {
      String file = "p" + dice.upTo(99) + ".yaml";
      files.put(folder + "/" + file, body);
      return "- path: " + file + "\n" + (json || dice.oneIn(2) ? target : "") + options;
    }
    return "- patch: |-\n"
        + RandomObjects.indent(body, 4)
        + (json || dice.oneIn(2) ? target : "")
        + options;
  }

  private String replacements() {
    if (!dice.isWild()) {
      return safeReplacements();
    }
    String source =
        dice.of(
            "kind: ConfigMap\n    fieldPath: data.k",
            "kind: Deployment\n    name: " + objects.name(),
            "kind: Service\n    fieldPath: spec.ports.0.port",
            "kind: Deployment\n    fieldPath: spec.template.spec.containers.[name=main].image\n    options:\n      delimiter: ':'\n      index: "
                + dice.upTo(1),
            "kind: ConfigMap\n    name: " + objects.name() + "\n    fieldPath: data.HOST",
            "kind: Secret\n    fieldPath: metadata.name");
    return "replacements:\n- source:\n    "
        + source
        + "\n  targets:\n  - select:\n      "
        + dice.of(
            "kind: Deployment", "kind: Service", "kind: ConfigMap", "name: .*", "kind: Widget")
        + "\n    fieldPaths:\n    - "
        + dice.of(
            "metadata.annotations.copied",
            "metadata.labels.app",
            "spec.template.spec.containers.[name=main].env.[name=A].value",
            "spec.replicas",
            "data.k",
            "data.k.a",
            "spec.template.spec.containers.*.image",
            "spec.size",
            "metadata.name")
        + "\n"
        + dice.maybe(2, "    options:\n      create: true\n");
  }

  private String safeReplacements() {
    if (!objects.has("ConfigMap") || !objects.has("Deployment")) {
      return "";
    }
    return "replacements:\n- source:\n    kind: "
        + dice.of("ConfigMap", "Deployment")
            .transform(kind -> kind + "\n    name: " + objects.nameOf(kind))
        + dice.of("\n", "\n    fieldPath: metadata.name\n    options: {delimiter: e, index: 0}\n")
        + "  targets:\n  - select:\n      kind: "
        + dice.of("Deployment", "ConfigMap", "Service")
        + "\n    fieldPaths:\n    - "
        + dice.of(
            "metadata.annotations.copied",
            "metadata.annotations.[config.example.com/copied]",
            "spec.new.list.0.x",
            "spec.template.spec.containers.[name=main].env.[name=A].value",
            "spec.replicas")
        + "\n    options:\n      create: true\n";
  }

  private String vars() {
    if (!objects.has("Deployment") || !objects.has("Service") || !objects.has("ConfigMap")) {
      return "";
    }
    return "vars:\n- name: "
        + dice.of("NAME", "OTHER")
        + "\n  objref:\n    "
        + dice.of(
            "apiVersion: apps/v1\n    kind: Deployment\n    name: " + objects.nameOf("Deployment"),
            "apiVersion: v1\n    kind: Service\n    name: " + objects.nameOf("Service"),
            "apiVersion: v1\n    kind: ConfigMap\n    name: " + objects.nameOf("ConfigMap"))
        + "\n"
        + dice.maybe(
            2,
            "  fieldref:\n    fieldpath: "
                + dice.of(
                    "metadata.name",
                    "metadata.namespace",
                    "data.k",
                    "spec.ports[0].port",
                    "spec.replicas")
                + "\n");
  }

  private String configurations(String folder) {
    files.put(
        folder + "/config.yaml",
        dice.of(
            "nameReference:\n- kind: Secret\n  version: v1\n  fieldSpecs:\n  - kind: Widget\n    path: spec/secretRef/name\n",
            "commonLabels:\n- path: spec/matchLabels\n  create: true\n  kind: Widget\n",
            "namespace:\n- path: spec/namespace\n  create: true\n  kind: Widget\n",
            "images:\n- path: spec/image\n  kind: Widget\n",
            "varReference:\n- path: data\n  kind: ConfigMap\n",
            "namePrefix:\n- path: spec/size\n  kind: Gadget\n",
            "replicas:\n- path: spec/count\n  create: true\n  kind: Widget\n"));
    return "configurations:\n- config.yaml\n";
  }

  private String plugins(String folder) {
    files.put(
        folder + "/plugin.yaml",
        "apiVersion: builtin\n"
            + dice.of(
                "kind: LabelTransformer\nmetadata: {name: x}\nlabels: {plugin: \"1\"}\nfieldSpecs:\n- path: metadata/labels\n  create: true\n",
                "kind: AnnotationsTransformer\nmetadata: {name: x}\nannotations: {plugin: \"1\"}\nfieldSpecs:\n- path: metadata/annotations\n  create: true\n",
                "kind: PrefixTransformer\nmetadata: {name: x}\nprefix: p-\nfieldSpecs:\n- path: metadata/name\n",
                "kind: NamespaceTransformer\nmetadata: {name: x, namespace: plug}\nsetRoleBindingSubjects: "
                    + dice.of("defaultOnly", "allServiceAccounts", "none")
                    + "\nunsetOnly: "
                    + dice.of("true", "false")
                    + "\n",
                "kind: ValueAddTransformer\nmetadata: {name: x}\nvalue: added\ntargets:\n- selector: {kind: Deployment}\n  fieldPath: metadata/labels/added\n",
                "kind: ReplicaCountTransformer\nmetadata: {name: x}\nreplica: {name: web, count: 4}\nfieldSpecs:\n- path: spec/replicas\n  kind: Deployment\n  create: true\n",
                "kind: HashTransformer\nmetadata: {name: x}\n",
                "kind: PatchTransformer\nmetadata: {name: x}\npatch: '[{op: add, path: /metadata/annotations/plug, value: x}]'\ntarget: {kind: ConfigMap}\n"));
    return "transformers:\n- plugin.yaml\n";
  }
}

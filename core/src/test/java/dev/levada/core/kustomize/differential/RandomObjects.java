package dev.levada.core.kustomize.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes up Kubernetes objects that refer to each other by a handful of names.
@SuppressWarnings("StringConcatToTextBlock") // pieces with chance between them
final class RandomObjects {

  private final Dice dice;

  RandomObjects(Dice dice) {
    this.dice = dice;
  }

  String name() {
    return dice.of("web", "db", "api", "cache", "web-config");
  }

  String namespaced() {
    return dice.of("", "", "", "prod", "default", "team-a");
  }

  String image() {
    return dice.of(
        "nginx",
        "nginx:1.25",
        "redis:6.2.6-alpine",
        "registry.local:5000/team/app:v1",
        "ghcr.io/org/app@sha256:abcdef",
        "registry.local/team/app:v2@sha256:0123",
        "postgres:14");
  }

  String value() {
    return dice.of(
        "plain",
        "\"8080\"",
        "8080",
        "true",
        "\"yes\"",
        "no",
        "1.50",
        "2023-01-02",
        "0777",
        "1e3",
        "null",
        "'single ''quoted'''",
        "\"tab\\there\"",
        "a: b".replace(": ", ":"),
        "x#y",
        "\"trailing \"",
        "~",
        "very long text with many words that goes on and on beyond eighty columns so that it has to be folded",
        "\"\"",
        "|\n      line one\n      line two\n",
        "$(NAME)",
        "0x1F",
        "1_000",
        ".5",
        "\"é☃\"");
  }

  String object() {
    return switch (dice.upTo(25)) {
      case 0, 1, 2 ->
          workload(dice.of("Deployment", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"));
      case 3, 4 -> service();
      case 5, 6 -> configMap();
      case 7 -> secret();
      case 8 ->
          head("v1", "ServiceAccount")
              + dice.maybe(
                  2,
                  "secrets:\n- name: " + name() + "\nimagePullSecrets:\n- name: " + name() + "\n");
      case 9 -> role();
      case 10 -> binding();
      case 11 -> ingress();
      case 12 ->
          head("autoscaling/" + dice.of("v1", "v2"), "HorizontalPodAutoscaler")
              + "spec:\n  minReplicas: 1\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: "
              + name()
              + "\n";
      case 13 ->
          head("batch/v1", "CronJob")
              + "spec:\n  schedule: '*/5 * * * *'\n  jobTemplate:\n    spec:\n      template:\n"
              + indent(podTemplate(), 8);
      case 14 -> head("batch/v1", "Job") + "spec:\n  template:\n" + indent(podTemplate(), 4);
      case 15 -> custom();
      case 16 -> definition();
      case 17 ->
          once(
              "Namespace",
              "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "
                  + dice.of("prod", "team-a")
                  + "\n");
      case 18 ->
          head("policy/v1", "PodDisruptionBudget")
              + "spec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app: "
              + name()
              + "\n";
      case 19 ->
          head("networking.k8s.io/v1", "NetworkPolicy")
              + "spec:\n  podSelector:\n    matchLabels:\n      app: web\n  ingress:\n  - from:\n    - podSelector:\n        matchLabels:\n          app: api\n    - namespaceSelector: {}\n  egress:\n  - to:\n    - podSelector: {}\n";
      case 20 ->
          head("v1", "PersistentVolumeClaim")
              + "spec:\n  storageClassName: "
              + name()
              + "\n  volumeName: "
              + name()
              + "\n  accessModes: [ReadWriteOnce]\n";
      case 21 -> webhook();
      case 22 -> head("v1", "Pod") + "spec:\n" + indent(podSpec(), 2);
      case 23 ->
          head("storage.k8s.io/v1", "StorageClass") + "parameters:\n  secretName: " + name() + "\n";
      case 24 ->
          once(
              "APIService",
              "apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata:\n  name: v1.x.io\nspec:\n  service:\n    name: "
                  + name()
                  + dice.maybe(2, "\n    namespace: prod")
                  + "\n");
      default ->
          "apiVersion: v1\nkind: List\nitems:\n"
              + indent("- " + indent(configMap(), 2).stripLeading(), 0);
    };
  }

  /// An object that was made.
  record Made(String apiVersion, String kind, String name, String namespace) {}

  private final List<Made> made = new ArrayList<>();

  private static String identity(String api, String kind, String name, String namespace) {
    return "apiVersion: "
        + api
        + "\nkind: "
        + kind
        + "\nmetadata:\n  name: "
        + name
        + "\n"
        + (namespace.isEmpty() ? "" : "  namespace: " + namespace + "\n");
  }

  private String head(String apiVersion, String kind) {
    String name = name();
    for (int i = 0; isTaken(kind, name) && !(dice.isWild() && dice.oneIn(9)); i++) {
      name = i < 4 ? name() : "extra" + i;
    }
    String namespace = namespaced();
    made.add(new Made(apiVersion, kind, name, namespace));
    return identity(apiVersion, kind, name, namespace)
        + dice.maybe(
            3,
            "  labels:\n    app: "
                + dice.of("web", "1", "true", "\"on\"")
                + "\n    tier: "
                + dice.of("front", "back")
                + "\n")
        + dice.maybe(
            3,
            "  annotations:"
                + dice.of(
                    "\n    note: text",
                    "\n    note: " + value().replace("\n      ", "\n        "),
                    "\n    config.kubernetes.io/local-config: \"true\"",
                    "",
                    " {}",
                    "\n    note: 1",
                    "\n    note: true",
                    "\n    note: null")
                + "\n")
        + dice.maybe(200, "  labels: {}\n")
        + dice.maybe(15, "  finalizers: [a/b, c/d]\n");
  }

  private String workload(String kind) {
    return head("apps/v1", kind)
        + "spec:\n"
        + dice.maybe(2, "  replicas: " + dice.of("1", "3", "null") + "\n")
        + (kind.equals("StatefulSet")
            ? "  serviceName: "
                + name()
                + "\n  volumeClaimTemplates:\n  - metadata:\n      name: data\n    spec:\n      storageClassName: "
                + name()
                + "\n"
            : "")
        + dice.maybe(
            8, "  strategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 1\n")
        + (dice.oneIn(6) ? "" : "  selector:\n    matchLabels:\n      app: " + name() + "\n")
        + "  template:\n"
        + indent(podTemplate(), 4);
  }

  private String podTemplate() {
    return (dice.oneIn(5)
            ? ""
            : "metadata:\n  labels:\n    app: "
                + name()
                + "\n"
                + dice.maybe(3, "  annotations:\n    checksum: " + value() + "\n"))
        + "spec:\n"
        + indent(podSpec(), 2);
  }

  private String podSpec() {
    return dice.maybe(3, "serviceAccountName: " + name() + "\n")
        + dice.maybe(6, "priorityClassName: " + name() + "\n")
        + dice.maybe(4, "imagePullSecrets:\n- name: " + name() + "\n")
        + dice.maybe(8, "hostAliases:\n- ip: 10.0.0.1\n  hostnames: [a]\n")
        + dice.maybe(8, "tolerations:\n- key: a\n  operator: Exists\n")
        + dice.maybe(
            10,
            "topologySpreadConstraints:\n- topologyKey: zone\n  whenUnsatisfiable: DoNotSchedule\n  labelSelector:\n    matchLabels:\n      app: web\n")
        + dice.maybe(
            8,
            "affinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n    - topologyKey: zone\n      labelSelector:\n        matchLabels:\n          app: web\n")
        + dice.maybe(5, "initContainers:\n" + container("init"))
        + "containers:\n"
        + container("main")
        + dice.maybe(2, container("sidecar"))
        + dice.maybe(2, "volumes:\n" + String.join("", dice.some(1, 3, this::volume)));
  }

  private String volume() {
    String name = dice.of("config", "data", "tmp", "all");
    return "- name: "
        + name
        + "\n"
        + switch (dice.upTo(4)) {
          case 0 -> "  configMap:\n    name: " + name() + "\n";
          case 1 -> "  secret:\n    secretName: " + name() + "\n";
          case 2 -> "  persistentVolumeClaim:\n    claimName: " + name() + "\n";
          case 3 -> "  emptyDir: {}\n";
          default ->
              "  projected:\n    sources:\n    - configMap:\n        name: "
                  + name()
                  + "\n    - secret:\n        name: "
                  + name()
                  + "\n";
        };
  }

  private String container(String name) {
    return "- name: "
        + name
        + "\n  image: "
        + image()
        + "\n"
        + dice.maybe(
            3,
            "  args: [\"--x=$(NAME)\", \"--y\", \""
                + dice.of("$(OTHER)", "$$(NAME)", "z")
                + "\"]\n")
        + dice.maybe(2, "  env:\n" + String.join("", dice.some(1, 3, this::env)))
        + dice.maybe(
            4,
            "  envFrom:\n  - configMapRef:\n      name: "
                + name()
                + "\n  - secretRef:\n      name: "
                + name()
                + "\n")
        + dice.maybe(2, "  ports:\n" + String.join("", dice.some(1, 3, this::port)))
        + dice.maybe(
            3,
            "  volumeMounts:\n  - name: config\n    mountPath: "
                + dice.of("/etc/config", "/data")
                + "\n")
        + dice.maybe(
            4,
            "  resources:\n    limits:\n      cpu: "
                + dice.of("1", "500m", "0.5", "\"2\"")
                + "\n      memory: 1Gi\n");
  }

  String env() {
    return "  - name: "
        + dice.of("A", "B", "NAME")
        + "\n"
        + switch (dice.upTo(3)) {
          case 0 ->
              "    valueFrom:\n      configMapKeyRef:\n        name: "
                  + name()
                  + "\n        key: k\n";
          case 1 ->
              "    valueFrom:\n      secretKeyRef:\n        name: " + name() + "\n        key: k\n";
          default -> "    value: " + dice.of("x", "\"1\"", "'true'", "$(NAME)", "1", "\"\"") + "\n";
        };
  }

  String port() {
    return "  - containerPort: "
        + dice.of("80", "8080", "443")
        + "\n"
        + dice.maybe(2, "    name: " + dice.of("http", "https") + "\n")
        + dice.maybe(3, "    protocol: " + dice.of("TCP", "UDP") + "\n");
  }

  private String service() {
    return head(dice.of("v1", "v1", "v1", "serving.knative.dev/v1"), "Service")
        + "spec:\n"
        + dice.maybe(4, "  type: ClusterIP\n")
        + (dice.oneIn(4) ? "" : "  selector:\n    app: " + name() + "\n")
        + "  ports:\n  - port: 80\n"
        + dice.maybe(2, "    targetPort: " + dice.of("http", "8080") + "\n")
        + dice.maybe(2, "  - port: 443\n    name: https\n    protocol: TCP\n");
  }

  private String configMap() {
    return head("v1", "ConfigMap")
        + dice.maybe(8, "immutable: true\n")
        + (dice.oneIn(8)
            ? ""
            : "data:\n  k: "
                + dice.of("v", "\"1\"", "|\n    a: 1\n    b: [x, y]\n", "'{\"a\": {\"b\": 1}}'")
                + "\n"
                + dice.maybe(2, "  HOST: " + dice.of("web", "db.prod.svc", "$(NAME)") + "\n")
                + dice.maybe(3, "  note: " + value().replace("\n    ", "\n  ") + "\n"));
  }

  private String secret() {
    return head("v1", "Secret")
        + dice.maybe(2, "type: Opaque\n")
        + dice.of("stringData:\n  k: v\n", "data:\n  k: dg==\n");
  }

  private String role() {
    String kind = dice.of("Role", "ClusterRole");
    return head("rbac.authorization.k8s.io/v1", kind)
        + "rules:\n- apiGroups: [\"\"]\n  resources: [configmaps]\n  verbs: [get]\n"
        + dice.maybe(2, "  resourceNames: [" + name() + ", other]\n");
  }

  private String binding() {
    String kind = dice.of("RoleBinding", "ClusterRoleBinding");
    return head("rbac.authorization.k8s.io/v1", kind)
        + "roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: "
        + dice.of("Role", "ClusterRole")
        + "\n  name: "
        + name()
        + "\nsubjects:\n- kind: ServiceAccount\n  name: "
        + dice.of("default", name())
        + "\n"
        + dice.maybe(2, "  namespace: " + dice.of("default", "prod") + "\n")
        + dice.maybe(4, "- kind: User\n  name: " + name() + "\n");
  }

  private String ingress() {
    return head("networking.k8s.io/v1", "Ingress")
        + "spec:\n"
        + dice.maybe(
            2, "  tls:\n  - hosts: [$(NAME).example.com]\n    secretName: " + name() + "\n")
        + "  rules:\n  - host: a.example.com\n    http:\n      paths:\n      - path: /\n        pathType: Prefix\n        backend:\n          service:\n            name: "
        + name()
        + "\n            port:\n              number: 80\n";
  }

  private String custom() {
    return head("example.com/v1", dice.of("Widget", "Gadget"))
        + "spec:\n  size: "
        + value().replace("\n      ", "\n    ")
        + "\n  secretRef:\n    name: "
        + name()
        + "\n  containers:\n  - name: main\n    image: "
        + image()
        + "\n  items:\n  - name: a\n    value: 1\n  - name: b\n    value: 2\n";
  }

  private String once(String kind, String object) {
    if (isTaken(kind, "")) {
      return configMap();
    }
    made.add(new Made("", kind, "", ""));
    return object;
  }

  @SuppressWarnings("StringConcatToTextBlock") // built line by line, as its neighbours are
  private String definition() {
    return once(
        "CustomResourceDefinition",
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: widgets.example.com\nspec:\n  group: example.com\n  scope: Cluster\n"
            + "  names: {kind: Widget, plural: widgets}\n  conversion:\n    strategy: Webhook\n    webhook:\n      clientConfig:\n        service:\n          name: web\n          namespace: prod\n");
  }

  private String webhook() {
    return head(
            "admissionregistration.k8s.io/v1",
            dice.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"))
        + "webhooks:\n- name: a.example.com\n  clientConfig:\n    service:\n      name: "
        + name()
        + "\n      namespace: "
        + dice.of("prod", "default")
        + "\n- name: b.example.com\n  clientConfig: {url: x}\n";
  }

  static String indent(String text, int by) {
    var indented = new StringBuilder();
    for (String line : text.lines().toList()) {
      indented.append(line.isEmpty() ? "" : " ".repeat(by)).append(line).append('\n');
    }
    return indented.toString();
  }

  private boolean isTaken(String kind, String name) {
    return made.stream().anyMatch(each -> each.kind().equals(kind) && each.name().equals(name));
  }

  boolean has(String kind) {
    return dice.isWild() || made.stream().anyMatch(each -> each.kind().equals(kind));
  }

  /// Whether something can be patched.
  boolean hasPatched() {
    return dice.isWild() || made.stream().anyMatch(each -> PATCHED.contains(each.kind()));
  }

  /// The name of an object of this kind, mostly one that was made.
  String nameOf(String kind) {
    List<Made> fitting = made.stream().filter(each -> each.kind().equals(kind)).toList();
    return fitting.isEmpty() || (dice.isWild() && dice.oneIn(8))
        ? name()
        : fitting.get(dice.upTo(fitting.size() - 1)).name();
  }

  /// A patch in the style of a strategic merge, mostly for an object that was made.
  String mergePatch() {
    List<Made> fitting = made.stream().filter(each -> PATCHED.contains(each.kind())).toList();
    if (!fitting.isEmpty() && !(dice.isWild() && dice.oneIn(8))) {
      Made one = fitting.get(dice.upTo(fitting.size() - 1));
      return mergePatch(one.kind(), one.name(), one.namespace());
    }
    return mergePatch(dice.of(OFTEN_PATCHED), name(), "");
  }

  private static final String[] OFTEN_PATCHED = {
    "Deployment",
    "Deployment",
    "StatefulSet",
    "Service",
    "ConfigMap",
    "Widget",
    "CronJob",
    "ServiceAccount"
  };

  private static final Set<String> PATCHED = new HashSet<>(List.of(OFTEN_PATCHED));

  private String mergePatch(String kind, String name, String namespace) {
    String api =
        switch (kind) {
          case "Deployment", "StatefulSet" -> "apps/v1";
          case "CronJob" -> "batch/v1";
          case "Widget" -> "example.com/v1";
          default -> "v1";
        };
    String head =
        identity(api, kind, name, namespace)
            + dice.maybe(4, "  labels:\n    patched: \"yes\"\n    app: null\n")
            + dice.maybe(4, "  annotations:\n    patched: " + dice.of("x", "1", "null") + "\n");
    if (dice.oneIn(12)) {
      return head + "$patch: " + dice.of("delete", "replace", "merge") + "\n";
    }
    return head
        + switch (kind) {
          case "Deployment", "StatefulSet" ->
              "spec:\n"
                  + dice.maybe(2, "  replicas: " + dice.of("5", "null") + "\n")
                  + dice.maybe(6, "  strategy: null\n")
                  + "  template:\n    spec:\n"
                  + dice.maybe(5, "      $patch: replace\n")
                  + indent(podPatch(), 6);
          case "CronJob" ->
              "spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n"
                  + indent(podPatch(), 10);
          case "Service" ->
              "spec:\n  ports:\n  - port: "
                  + dice.of("80", "443", "8443")
                  + "\n"
                  + dice.maybe(2, "    protocol: TCP\n")
                  + dice.maybe(2, "    name: patched\n")
                  + dice.maybe(4, "    $patch: delete\n");
          case "ConfigMap" ->
              "data:\n  k: "
                  + dice.of("patched", "null", "\"2\"", "2")
                  + "\n  added: "
                  + value().replace("\n      ", "\n    ")
                  + "\n";
          case "ServiceAccount" -> "secrets:\n- name: " + name() + "\n";
          default ->
              "spec:\n  size: "
                  + dice.of("null", "2", "\"x\"")
                  + "\n  items:\n  - name: a\n    value: 9\n";
        };
  }

  private String podPatch() {
    return dice.maybe(4, "volumes:\n" + volume())
        + dice.maybe(5, "tolerations:\n- key: patched\n")
        + dice.maybe(6, "imagePullSecrets:\n- name: " + name() + "\n")
        + dice.maybe(8, "initContainers:\n- name: init\n  $patch: delete\n")
        + "containers:\n- name: "
        + dice.of("main", "sidecar", "extra")
        + "\n"
        + dice.maybe(8, "  $patch: delete\n")
        + dice.maybe(2, "  image: " + image() + "\n")
        + dice.maybe(
            2,
            "  env:\n"
                + String.join("", dice.some(1, 2, this::env))
                + dice.maybe(5, "  - $patch: " + dice.of("replace", "delete") + "\n"))
        + dice.maybe(3, "  ports:\n" + String.join("", dice.some(1, 2, this::port)))
        + dice.maybe(4, "  args: [patched]\n")
        + dice.maybe(6, "  resources: null\n")
        + dice.maybe(5, "  volumeMounts:\n  - mountPath: /data\n    name: data\n");
  }

  /// A JSON patch.
  String jsonPatch() {
    return String.join("", dice.some(1, 2, this::operation));
  }

  private String operation() {
    if (!dice.isWild()) {
      return dice.of(
          "- op: add\n  path: /metadata/annotations/added\n  value: "
              + dice.of("x", "\"1\"", "1", "yes")
              + "\n",
          "- op: replace\n  path: /metadata/name\n  value: " + dice.of("renamed", "web") + "\n",
          "- {op: copy, from: /metadata/name, path: /metadata/annotations/copied}\n",
          "- op: add\n  path: /spec\n  value: {a: [1, 2.50, null, yes, 0777, 2020-01-01], on: 'off'}\n",
          "- op: add\n  path: /new~1key\n  value:\n    a: [1, 2, null]\n",
          "- op: add\n  path: /metadata/labels\n  value: {a: \"1\", b: 1}\n",
          "- op: replace\n  path: /kind\n  value: Other\n",
          "- op: replace\n  path: /metadata/annotations\n  value: {only: this}\n");
    }
    return dice.of(
        "- op: add\n  path: /metadata/annotations/added\n  value: "
            + dice.of("x", "\"1\"", "1", "yes")
            + "\n",
        "- op: add\n  path: /metadata/labels/added\n  value: x\n",
        "- op: replace\n  path: /spec/replicas\n  value: "
            + dice.of("7", "\"7\"", "1.5", "9007199254740993")
            + "\n",
        "- op: remove\n  path: /spec/replicas\n",
        "- op: add\n  path: /spec/template/spec/containers/0/env/-\n  value: {name: ADDED, value: x}\n",
        "- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: " + image() + "\n",
        "- op: add\n  path: /spec/template/spec/containers/"
            + dice.of("0", "1", "-", "-1", "9")
            + "\n  value: {name: added}\n",
        "- op: test\n  path: /metadata/name\n  value: web\n",
        "- {op: copy, from: /metadata/name, path: /metadata/annotations/copied}\n",
        "- {op: move, from: /spec/template, path: /spec/moved}\n",
        "- op: replace\n  path: /metadata/name\n  value: renamed\n",
        "- op: add\n  path: /spec/new~1key\n  value:\n    a: [1, 2, null]\n",
        "- op: remove\n  path: /data/k\n",
        "- op: replace\n  path: /data/gone\n  value: x\n");
  }
}

package dev.levada.checks.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How the applications of a benchmark lie in their repository.
enum Layout {
  /// One folder for all, in which each application substitutes a variable of its own, so that a
  /// commit touches all of them.
  SHARED,
  /// One folder an application; a commit touches one of them.
  MONOREPO;

  private static final String KUSTOMIZATION =
      """
      resources:
        - objects.yaml
      configMapGenerator:
        - name: settings%1$s
          literals:
            - VERSION=%2$s
      """;

  private static final String OBJECTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web%1$s
      spec:
        replicas: 0
        selector:
          matchLabels:
            app: web%1$s
        template:
          metadata:
            labels:
              app: web%1$s
          spec:
            containers:
              - name: web
                image: example.org/web:1.0.0
                envFrom:
                  - configMapRef:
                      name: settings%1$s
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web%1$s
      spec:
        selector:
          app: web%1$s
        ports:
          - port: 80
            targetPort: 8080
      """;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The files of a first commit.
  Map<String, String> files(int apps) {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < (this == SHARED ? 1 : apps); i++) {
      files.putAll(folder(i, "one"));
    }
    return files;
  }

  /// The files of a commit that changes the application.
  Map<String, String> change(int app) {
    return folder(app, "two");
  }

  private Map<String, String> folder(int app, String version) {
    String suffix = this == SHARED ? "-${app}" : "-" + app;
    return Map.of(
        path(app) + "/kustomization.yaml", KUSTOMIZATION.formatted(suffix, version),
        path(app) + "/objects.yaml", OBJECTS.formatted(suffix));
  }

  /// The application's folder.
  String path(int app) {
    return this == SHARED ? "app" : "apps/" + app;
  }

  /// An application's Kustomization.
  String kustomization(int app) {
    return """
    {"apiVersion":"kustomize.toolkit.fluxcd.io/v1","kind":"Kustomization",
     "metadata":{"name":"app-%1$d","namespace":"bench"},
     "spec":{"interval":"30m","timeout":"5m","prune":true,"wait":true,"targetNamespace":"bench","path":"./%2$s",%3$s
      "sourceRef":{"kind":"GitRepository","name":"bench"}}}
    """
        .formatted(
            app,
            path(app),
            this == SHARED ? "\"postBuild\":{\"substitute\":{\"app\":\"" + app + "\"}}," : "");
  }
}

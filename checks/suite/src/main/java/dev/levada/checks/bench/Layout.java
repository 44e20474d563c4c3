package dev.levada.checks.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How the applications of a benchmark lie in their repository.
enum Layout {
  /// One folder for all; each application is that folder with another name suffix, so that a commit
  /// touches all of them.
  SHARED,
  /// One folder an application; a commit touches one of them.
  MONOREPO;

  private static final String KUSTOMIZATION =
      """
      resources:
        - objects.yaml
      configMapGenerator:
        - name: settings
          literals:
            - VERSION=%s
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
                      name: settings
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
    if (this == SHARED) {
      files.putAll(folder("app", "", "one"));
    } else {
      for (int i = 0; i < apps; i++) {
        files.putAll(folder(path(i), "-" + i, "one"));
      }
    }
    return files;
  }

  /// The files of a commit that changes the application.
  Map<String, String> change(int app) {
    return folder(path(app), this == SHARED ? "" : "-" + app, "two");
  }

  private Map<String, String> folder(String path, String suffix, String version) {
    return Map.of(
        path + "/kustomization.yaml", KUSTOMIZATION.formatted(version),
        path + "/objects.yaml", OBJECTS.formatted(suffix));
  }

  private String path(int app) {
    return this == SHARED ? "app" : "apps/" + app;
  }

  /// An application's Kustomization.
  String kustomization(int app) {
    return """
    {"apiVersion":"kustomize.toolkit.fluxcd.io/v1","kind":"Kustomization",
     "metadata":{"name":"app-%d","namespace":"bench"},
     "spec":{"interval":"30m","timeout":"5m","prune":true,"wait":true,"path":"./%s","nameSuffix":"%s",
      "sourceRef":{"kind":"GitRepository","name":"bench"}}}
    """
        .formatted(app, path(app), "-x" + app);
  }
}

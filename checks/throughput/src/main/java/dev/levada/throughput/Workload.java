package dev.levada.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a benchmark of kustomizations builds: files, and the folders that are built in turn.
public enum Workload {
  /// Two objects, one label, one prefix.
  TRIVIAL("a trivial overlay") {
    @Override
    public Map<String, String> files() {
      var files = new TreeMap<String, String>();
      files.putAll(base(1));
      files.put("overlay/kustomization.yaml", "resources: [../base]\nnamePrefix: dev-\n" + LABELS);
      return files;
    }
  },
  /// A hundred Deployments, each reached by prefix, labels, images and patches.
  HUNDRED("an overlay over 100 Deployments") {
    @Override
    public Map<String, String> files() {
      var files = new TreeMap<String, String>();
      files.putAll(base(100));
      files.put("overlay/kustomization.yaml", OVERLAY.formatted("prod"));
      return files;
    }
  },
  /// What an operator ships as one file: 2 MB, most of it the schemas of its resources.
  MANIFEST("a 2 MB install manifest") {
    @Override
    public Map<String, String> files() {
      var text = new StringBuilder(MANIFEST_SIZE + 10_000);
      for (int i = 0; text.length() < MANIFEST_SIZE; i++) {
        text.append(InstallManifest.definition(i)).append("---\n");
      }
      return Map.of(
          "overlay/install.yaml",
          text.toString(),
          "overlay/kustomization.yaml",
          "resources: [install.yaml]\nnamespace: operators\n");
    }
  },
  /// Five hundred overlays on one base of three objects.
  MONOREPO("a monorepo of 500 overlays") {
    @Override
    public Map<String, String> files() {
      var files = new TreeMap<String, String>();
      files.putAll(base(1));
      for (int i = 0; i < OVERLAYS; i++) {
        files.put("overlay-" + i + "/kustomization.yaml", OVERLAY.formatted("team-" + i));
      }
      return files;
    }

    @Override
    public List<String> folders() {
      List<String> folders = new ArrayList<>();
      for (int i = 0; i < OVERLAYS; i++) {
        folders.add("overlay-" + i);
      }
      return folders;
    }
  };

  private static final int MANIFEST_SIZE = 2_000_000;
  private static final int OVERLAYS = 500;
  private static final String LABELS =
      """
      labels:
        - pairs:
            env: dev
          includeSelectors: true
      """;
  private static final String OVERLAY =
      """
      resources: [../base]
      namespace: %1$s
      namePrefix: %1$s-
      labels:
        - pairs:
            env: %1$s
          includeSelectors: true
      images:
        - name: example.org/web
          newTag: 2.1.0
      replicas:
        - name: web-0
          count: 3
      configMapGenerator:
        - name: settings
          literals: [LEVEL=info, REGION=eu]
      patches:
        - patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: any
            spec:
              template:
                spec:
                  containers:
                    - name: web
                      env:
                        - name: ADDED
                          value: by-patch
          target:
            kind: Deployment
        - patch: |
            - op: replace
              path: /spec/template/spec/containers/0/resources/limits/memory
              value: 512Mi
          target:
            kind: Deployment
            name: web-.*
      """;
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web-%1$d
        labels:
          app: web-%1$d
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: web-%1$d
        template:
          metadata:
            labels:
              app: web-%1$d
          spec:
            serviceAccountName: default
            containers:
              - name: web
                image: example.org/web:1.0.0
                args: ["--port=8080", "--verbose"]
                env:
                  - name: MODE
                    value: "on"
                envFrom:
                  - configMapRef:
                      name: settings
                ports:
                  - containerPort: 8080
                    name: http
                resources:
                  limits:
                    cpu: 500m
                    memory: 128Mi
                livenessProbe:
                  httpGet:
                    path: /healthz
                    port: http
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web-%1$d
      spec:
        selector:
          app: web-%1$d
        ports:
          - port: 80
            targetPort: http
      """;

  private final String description;

  Workload(String description) {
    this.description = description;
  }

  /// The files, by path.
  public abstract Map<String, String> files();

  /// The folders that are built, one after the other.
  public List<String> folders() {
    return List.of("overlay");
  }

  /// What a table calls it.
  public String description() {
    return description;
  }

  private static Map<String, String> base(int deployments) {
    var files = new TreeMap<String, String>();
    var resources = new StringBuilder("resources:\n");
    for (int i = 0; i < deployments; i++) {
      files.put("base/web-" + i + ".yaml", DEPLOYMENT.formatted(i));
      resources.append("  - web-").append(i).append(".yaml\n");
    }
    files.put("base/kustomization.yaml", resources.toString());
    return files;
  }
}

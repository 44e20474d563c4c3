package dev.levada.throughput;

/// The objects of an install manifest: definitions of resources with deep schemas.
final class InstallManifest {

  private static final int FIELDS = 40;
  private static final String HEAD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things%1$d.example.org
        annotations:
          controller-gen.kubebuilder.io/version: v0.19.0
      spec:
        group: example.org
        names:
          kind: Thing%1$d
          listKind: Thing%1$dList
          plural: things%1$d
        scope: Namespaced
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              description: Thing is what its operator looks after.
              type: object
              properties:
                spec:
                  type: object
                  properties:
      """;
  private static final String FIELD =
      """
                          field%1$d:
                            description: |-
                              Field %1$d says how the operator is to treat this part of a thing.
                              Where it is empty, the operator's own default counts: "none", for most.

                              More info: https://example.org/docs/things#field-%1$d
                            type: array
                            maxItems: 64
                            items:
                              type: object
                              required:
                              - name
                              properties:
                                name:
                                  type: string
                                  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'
                                value:
                                  x-kubernetes-int-or-string: true
      """;

  private InstallManifest() {}

  /// One definition with its schema, some 20 kB.
  static String definition(int number) {
    var text = new StringBuilder(HEAD.formatted(number));
    for (int field = 0; field < FIELDS; field++) {
      text.append(FIELD.formatted(field));
    }
    return text.toString();
  }
}

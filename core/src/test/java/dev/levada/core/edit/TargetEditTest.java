package dev.levada.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.edit.EditTarget.ImagePart;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetEditTest {

  private static final TreePath FILE = new TreePath("file.yaml");
  private static final ChosenImage TAGGED = new ChosenImage("ghcr.io/org/app", "1.10", "");
  private static final ChosenImage DIGESTED =
      new ChosenImage("ghcr.io/org/app", "2.0.0", "sha256:abc");

  private static Edits edit(EditTarget target, ChosenImage image, String text) {
    var tree = MemoryTree.ofTexts(Map.of(FILE.text(), text));
    return new TargetEdit(target, image).apply(tree);
  }

  private static String edited(EditTarget target, ChosenImage image, String text) {
    Edits edits = edit(target, image, text);
    assertThat(edits.problems()).isEmpty();
    return new String(edits.files().get(FILE), StandardCharsets.UTF_8);
  }

  private static String refused(EditTarget target, ChosenImage image, String text) {
    Edits edits = edit(target, image, text);
    assertThat(edits.files()).isEmpty();
    return edits.problems().getFirst().toString();
  }

  private static EditTarget entry(String name) {
    return new EditTarget.KustomizationImage(FILE, name);
  }

  private static EditTarget value(String document, String path, ImagePart part) {
    return new EditTarget.Value(FILE, document, path, part);
  }

  @Test
  void theTagOfAnImagesEntryIsSet() {
    String text =
        """
        resources: [app.yaml]   # all
        images:
        - name: app   # ours
          newName: ghcr.io/org/app
          newTag: '1.9'
        - name: other
          newTag: v1
        """;

    assertThat(edited(entry("app"), TAGGED, text)).isEqualTo(text.replace("'1.9'", "'1.10'"));
  }

  @Test
  void whatAnEntryLacksIsAdded() {
    String entry = "images:\r\n  - newName: x # c\r\n    name: app # d\r\n";
    String added = "    newTag: 2.0.0\r\n    digest: sha256:abc\r\n";
    assertThat(edited(entry("app"), DIGESTED, entry))
        .isEqualTo(entry.replace("newName: x", "newName: ghcr.io/org/app") + added);
    assertThat(edited(entry("app"), TAGGED, "images: [{name: app, newName: ghcr.io/org/app}]\n"))
        .isEqualTo("images: [{name: app, newTag: \"1.10\", newName: ghcr.io/org/app}]\n");
  }

  @Test
  void aMissingEntryIsAdded() {
    assertThat(edited(entry("ghcr.io/org/app"), TAGGED, "resources:\n- a.yaml"))
        .isEqualTo("resources:\n- a.yaml\nimages:\n- name: ghcr.io/org/app\n  newTag: \"1.10\"\n");
    assertThat(edited(entry("app"), DIGESTED, "images:\n  - name: other\n    newTag: v1\n"))
        .isEqualTo(
            """
            images:
              - name: app
                newName: ghcr.io/org/app
                newTag: 2.0.0
                digest: sha256:abc
              - name: other
                newTag: v1
            """);
    assertThat(edited(entry("ghcr.io/org/app"), DIGESTED, "images: []\n"))
        .isEqualTo("images: [{name: ghcr.io/org/app, newTag: 2.0.0, digest: sha256:abc}]\n");
  }

  @Test
  void aDigestThatWouldWinIsTold() {
    assertThat(refused(entry("app"), TAGGED, "images:\n- name: app\n  digest: sha256:old\n"))
        .contains("the entry of app has a digest, which a new tag would not replace");
  }

  @Test
  void aValueIsSetByItsPath() {
    String text =
        """
        kind: HelmRelease
        metadata:
          name: one
        spec:
          values:
            image: {repository: x, tag: "1.0"} # keep
            list:
            - a
            - 'b'
            app.kubernetes.io/version: 1.0
        """;

    assertThat(edited(value("", "spec.values.image.tag", ImagePart.TAG), TAGGED, text))
        .isEqualTo(text.replace("\"1.0\"", "\"1.10\""));
    assertThat(
            edited(value("HelmRelease/one", "spec.values.list[1]", ImagePart.WHOLE), TAGGED, text))
        .isEqualTo(text.replace("'b'", "'ghcr.io/org/app:1.10'"));
    String dotted = "spec.values.app\\.kubernetes\\.io/version";
    assertThat(edited(value("", dotted, ImagePart.TAG), TAGGED, text))
        .isEqualTo(text.replace("version: 1.0", "version: \"1.10\""));
    assertThat(
            edited(
                value("", "/spec/values/app.kubernetes.io~1version", ImagePart.TAG), TAGGED, text))
        .isEqualTo(text.replace("version: 1.0", "version: \"1.10\""));
  }

  @Test
  void whatIsNotThereOrNotCertainIsTold() {
    String two = "kind: A\ntag: x\n---\nkind: B\ntag: x\n";

    assertThat(refused(value("", "nowhere", ImagePart.TAG), TAGGED, two))
        .isEqualTo(
            "file.yaml: there is no single value at nowhere. Add it by hand once, or correct the path");
    assertThat(refused(value("", "tag", ImagePart.TAG), TAGGED, two))
        .contains("several documents have a value at tag. Say which one is meant, as Kind/name");
    assertThat(edited(value("B", "tag", ImagePart.TAG), TAGGED, two))
        .isEqualTo("kind: A\ntag: x\n---\nkind: B\ntag: \"1.10\"\n");
    assertThat(refused(value("B", "tag", ImagePart.DIGEST), TAGGED, two))
        .contains("the image has no digest");
  }
}

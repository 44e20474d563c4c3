package dev.levada.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.edit.Change;
import dev.levada.core.edit.EditedObject;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.TreePath;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTextTest {

  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  private static Change change(String from, String to) {
    var object = new EditedObject("apps/v1", "Deployment", "shop", "web");
    return new Change(new TreePath("apps/web.yaml"), object, 7, from, to, "shop:app");
  }

  @ParameterizedTest
  @CsvSource({
    "app:1.0.0, app:2.0.0, 1.0.0, major",
    "ghcr.io/org/app:1.0.0@sha256:ab, ghcr.io/org/app:1.1.0@sha256:cd, 1.0.0, minor",
    "localhost:5000/app:1.0.0, localhost:5000/app:1.0.1, 1.0.0, patch",
    "v1.0.0-rc.1, v1.0.0, v1.0.0-rc.1, prerelease",
    "1.1.0, 1.0.0, 1.1.0, downgrade",
    "1.0.0, 1.0.0+build, 1.0.0, none",
    "main-1, main-2, main-1, none",
    "sha256:ab, sha256:cd, sha256:ab, none",
    "localhost:5000/app@sha256:ab, localhost:5000/app@sha256:cd, sha256:ab, none",
    "localhost:5000/app, localhost:5000/app:1.0.0, '', none"
  })
  void aStepIsReadFromWhicheverPartStandsThere(String from, String to, String old, String size) {
    ImageStep step = ImageStep.of(change(from, to));

    assertThat(step.oldTag()).isEqualTo(old);
    assertThat(step.size()).hasToString(size);
  }

  @Test
  void oneImageIsNamedAndItsStepsTold() {
    var text =
        new RequestText(
            List.of(new ChosenImage("ghcr.io/org/app", "1.1.0", "")),
            List.of(change("ghcr.io/org/app:1.0.0", "ghcr.io/org/app:1.1.0"), change("", "1.1.0")));

    assertThat(text.title()).isEqualTo("Update app to 1.1.0");
    assertThat(text.body())
        .isEqualTo(
            """
            | image | from | to | step |
            |---|---|---|---|
            | `ghcr.io/org/app` | `1.0.0` | `1.1.0` | minor |

            What changes:

            - `apps/web.yaml:7` `Deployment/shop/web`: `ghcr.io/org/app:1.0.0` → `ghcr.io/org/app:1.1.0`
            - `apps/web.yaml:7` `Deployment/shop/web`: `1.1.0`
            """);
  }

  @Test
  void whoReadsTheFilesIsTold() {
    var release = new EditedObject("helm.toolkit.fluxcd.io/v2", "HelmRelease", "shop", "db");
    var inRelease = new Change(new TreePath("apps/db.yaml"), release, 9, "1", "2", "shop:db:tag");
    var text =
        new RequestText(
            List.of(new ChosenImage("app", "2", ""), new ChosenImage("db", "2", "")),
            List.of(change("app:1", "app:2"), inRelease, inRelease),
            List.of("Kustomization/flux-system/apps"));

    assertThat(text.body())
        .endsWith(
            """

            What it feeds:

            - `Kustomization/flux-system/apps`
            - `HelmRelease/shop/db`
            """);
  }

  @Test
  void textOfOthersStaysText() {
    var text =
        new RequestText(
            List.of(new ChosenImage("app", "2", ""), new ChosenImage("db", "", DIGEST)),
            List.of(change("`|<script>\n# x", "2")));

    assertThat(text.title()).isEqualTo("Update 2 images");
    assertThat(text.body()).contains("`'\\|<script> # x` → `2`").contains("| `db` |  | `" + DIGEST);
    assertThat(new RequestText(List.of(new ChosenImage("db", "", DIGEST)), List.of()).title())
        .isEqualTo("Update db to sha256:abababababab");
  }

  @Test
  void aLongListIsCut() {
    var changes = Collections.nCopies(250, change("1", "2"));

    assertThat(new RequestText(List.of(new ChosenImage("app", "2", "")), changes).body())
        .endsWith("- and 50 more\n");
  }
}

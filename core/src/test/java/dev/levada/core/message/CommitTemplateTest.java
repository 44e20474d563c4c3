package dev.levada.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.edit.Change;
import dev.levada.core.edit.EditedObject;
import dev.levada.core.tree.TreePath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommitTemplateTest {

  private static final List<Change> CHANGES =
      List.of(
          change("apps/web.yaml", "web", "1.0.0", "1.0.1", "flux-system:web:tag"),
          change("apps/web.yaml", "web", "old", "new", "flux-system:web:name"),
          change("apps/api.yaml", "api", "x:1", "x:2", "flux-system:api"));

  private static Change change(String file, String name, String from, String to, String setter) {
    var object = new EditedObject("apps/v1", "Deployment", "shop", name);
    return new Change(new TreePath(file), object, 7, from, to, setter);
  }

  private static String render(String template) {
    return CommitTemplate.parse(template)
        .render(
            new CommitTemplate.Subject(
                "flux-system", "images", CHANGES, Map.of("cluster", "prod"), Instant.EPOCH));
  }

  @Test
  void anEmptyTemplateGivesTheUsualMessage() {
    assertThat(render("")).isEqualTo("Update from image update automation");
  }

  @Test
  void theFieldsOfFluxAreThere() {
    String template =
        """
        Automation: {{ .AutomationObject.Namespace }}/{{ .AutomationObject.Name }}
        {{ range $object, $changes := .Changed.Objects -}}
        - {{ $object.Kind }} {{ $object.Namespace }}/{{ $object.Name }} ({{ $object.APIVersion }})
        {{- range $_, $change := $changes }}
          {{ $change.OldValue }} -> {{ $change.NewValue }} by {{ $change.Setter }}
        {{- end }}
        {{ end -}}
        {{ range $file, $objects := .Changed.FileChanges }}{{ $file }} {{ len $objects }}
        {{ end -}}
        {{ range .Changed.Changes }}{{ .NewValue | upper }} {{ end }}{{ .Values.cluster }}\
        """;
    assertThat(render(template))
        .isEqualTo(
            """
            Automation: flux-system/images
            - Deployment shop/api (apps/v1)
              x:1 -> x:2 by flux-system:api
            - Deployment shop/web (apps/v1)
              1.0.0 -> 1.0.1 by flux-system:web:tag
              old -> new by flux-system:web:name
            apps/api.yaml 1
            apps/web.yaml 1
            1.0.1 NEW X:2 prod\
            """);
  }

  @Test
  void whatFluxRemovedIsSaidByName() {
    assertThatThrownBy(() -> render("{{ range .Updated.Images }}{{ end }}"))
        .isInstanceOfSatisfying(
            UnusableTemplate.class, broken -> assertThat(broken.isRemovedField()).isTrue())
        .hasMessageContaining(".Changed.Objects");
  }

  @Test
  void aBrokenTemplateIsSaidWithItsPlace() {
    assertThatThrownBy(() -> render("one\n{{ .Values.cluster"))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining("commit message:2");
    assertThatThrownBy(() -> render("{{ .Change }}"))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining("can't evaluate field Change");
    assertThatThrownBy(() -> CommitTemplate.parse("{{ .Updated }}", "pull request's title"))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageStartingWith("the template of the pull request's title uses .Updated");
  }
}

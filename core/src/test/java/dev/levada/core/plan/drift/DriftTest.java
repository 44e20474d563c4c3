package dev.levada.core.plan.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.Objects;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final String SECRET =
      "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','uid':'u1','annotations':{'kubectl.kubernetes.io/last-applied-configuration':'%s'}},'data':%s}";

  private static List<String> texts(Manifest live, Manifest dryRun) {
    return Drift.between(live, dryRun).stream().map(FieldChange::text).toList();
  }

  private static Manifest thing(String metadata, String spec, String status) {
    return Objects.manifest(
        "{'apiVersion':'example.com/v1','kind':'Thing','metadata':%s,'spec':%s,'status':%s}"
            .formatted(metadata, spec, status));
  }

  @Test
  void onlyLabelsAnnotationsAndFieldsBesideMetadataAndStatusCount() {
    var live = thing("{'resourceVersion':'1','labels':{'a':'b'}}", "{'n':1}", "{'x':1}");
    var dryRun = thing("{'resourceVersion':'2','labels':{'a':'b'}}", "{'n':1.0}", "{'x':2}");
    assertThat(texts(live, dryRun)).isEmpty();
  }

  @Test
  void changesAreToldFieldByField() {
    var live =
        thing(
            "{'labels':{'a/b~c':'old'}}",
            "{'list':[1,2],'named':[{'name':'x','v':1},{'name':'gone'}],'gone':true}",
            "{}");
    var dryRun =
        thing(
            "{'labels':{'a/b~c':'new'},'annotations':{'n':'1'}}",
            "{'list':[1,3,4],'named':[{'name':'new'},{'name':'x','v':2}]}",
            "{}");
    assertThat(texts(live, dryRun))
        .containsExactly(
            "/metadata/labels/a~1b~0c: \"old\" -> \"new\"",
            "/metadata/annotations: added {\"n\":\"1\"}",
            "/spec/list/1: 2 -> 3",
            "/spec/list/2: added 4",
            "/spec/named/1/v: 1 -> 2",
            "/spec/named/1: removed, was {\"name\":\"gone\"}",
            "/spec/named/0: added {\"name\":\"new\"}",
            "/spec/gone: removed, was true");
  }

  @Test
  void longValuesAreCut() {
    var live = thing("{}", "{'v':'a'}", "{}");
    var dryRun = thing("{}", "{'v':'" + "b".repeat(500) + "'}", "{}");
    assertThat(texts(live, dryRun).getFirst()).endsWith("b...").hasSizeLessThan(230);
  }

  @Test
  void valuesOfSecretsAreNeverShown() {
    var live =
        Objects.manifest(SECRET.formatted("cGFzcw", "{'password':'cGFzcw==','same':'eA=='}"));
    var dryRun =
        Objects.manifest(
            SECRET.formatted("d29ydA", "{'password':'d29ydA==','same':'eA==','more':'cGFzcw=='}"));
    var changes = Drift.between(live, dryRun);
    assertThat(changes).hasSize(3);
    assertThat(changes.toString()).doesNotContain("cGFzcw", "d29ydA");
    assertThat(changes.stream().map(FieldChange::text))
        .anyMatch(text ->
            text.matches("/data/password: \"\\*\\*\\* \\(....\\)\" -> \"\\*\\*\\* \\(....\\)\""));
  }

  @Test
  void aSecretWithoutDataGetsAllOfItMasked() {
    var live = Objects.manifest("{'apiVersion':'v1','kind':'Secret','metadata':{'uid':'u1'}}");
    var dryRun =
        Objects.manifest(
            "{'apiVersion':'v1','kind':'Secret','metadata':{'uid':'u1'},'data':{'p':'c2VjcmV0'}}");
    assertThat(texts(live, dryRun))
        .singleElement()
        .asString()
        .startsWith("/data: added {\"p\":\"*** (")
        .doesNotContain("c2VjcmV0");
  }
}

package dev.levada.core.plan.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTest {

  private static void assertSent(String rendered, String sent) {
    Manifest given = Objects.manifest(rendered);
    String before = Json.text(given.root());
    assertThat(Json.text(Normalized.of(given).root())).isEqualTo(Json.text(Objects.json(sent)));
    assertThat(Json.text(given.root())).as("the given object").isEqualTo(before);
  }

  @Test
  void whatOnlyTheServerWritesIsNotSent() {
    assertSent(
        "{'apiVersion':'example.com/v1','kind':'Thing','metadata':{'name':'t','creationTimestamp':null,'labels':{},'annotations':null,'finalizers':[]},'spec':{'none':null},'status':{'a':1}}",
        "{'apiVersion':'example.com/v1','kind':'Thing','metadata':{'name':'t'},'spec':{'none':null}}");
  }

  @Test
  void theStatusOfADefinitionIsKept() {
    String definition =
        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition','metadata':{'name':'t'},'status':{'storedVersions':['v1']}}";
    assertSent(definition, definition);
  }

  @Test
  void aCertificateBundleThatCannotBeReadIsNotSent() {
    String definition =
        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition','metadata':{'name':'t'},'spec':{'conversion':{'webhook':{'clientConfig':{'caBundle':'%s'}}}}}";
    assertSent(definition.formatted("Cg=="), definition.formatted("").replace("'caBundle':''", ""));
  }

  @Test
  void rolesAreSentAsTheyAre() {
    String role =
        "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole','metadata':{'name':'r'},'rules':null}";
    assertSent(role, role);
  }

  @Test
  void textsOfASecretAreFoldedIntoItsData() {
    assertSent(
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'stringData':{'a':'new','b':'\u00fc'},'data':{'a':'b2xk','c':'YWJj\\nZGVm\\n'}}",
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'data':{'a':'bmV3','c':'YWJjZGVm','b':'w7w='}}");
  }

  @Test
  void malformedTextsAreLeftForTheServerToRefuse() {
    String secret =
        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'stringData':{'a':1}}";
    assertSent(secret, secret);
  }

  @Test
  void portsGetTheProtocolThatIsPartOfTheirKey() {
    assertSent(
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'s'},'spec':{'ports':[{'port':80},{'port':53,'protocol':'UDP'}]}}",
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'s'},'spec':{'ports':[{'port':80,'protocol':'TCP'},{'port':53,'protocol':'UDP'}]}}");
    assertSent(
        "{'apiVersion':'batch/v1','kind':'CronJob','metadata':{'name':'j'},'spec':{'jobTemplate':{'spec':{'template':{'spec':{'initContainers':[{'name':'c','ports':[{'containerPort':1}]}]}}}}}}",
        "{'apiVersion':'batch/v1','kind':'CronJob','metadata':{'name':'j'},'spec':{'jobTemplate':{'spec':{'template':{'spec':{'initContainers':[{'name':'c','ports':[{'containerPort':1,'protocol':'TCP'}]}]}}}}}}");
  }

  @ParameterizedTest
  @CsvSource({
    "1000m,1",
    "1500m,1500m",
    "0.5,500m",
    "1.0,1",
    "1000,1k",
    "1024,1024",
    "2000k,2M",
    "0,0",
    "0m,0",
    "1024Mi,1Gi",
    "1000Mi,1000Mi",
    "0.5Gi,512Mi",
    "1.5Ki,1536",
    "0.5Ki,512",
    "1000000u,1",
    "0.3Ki,0.3Ki",
    "0.1n,0.1n",
    "1e3,1e3",
    "-1,-1",
    "lots,lots"
  })
  void quantitiesAreWrittenAsTheServerStoresThem(String written, String stored) {
    assertThat(Quantity.canonical(Scalar.of(written))).isEqualTo(Scalar.of(stored));
  }

  @Test
  void aNumberBecomesTheTextThatTheServerStores() {
    assertThat(Quantity.canonical(Scalar.of(2))).isEqualTo(Scalar.of("2"));
    assertThat(Quantity.canonical(Scalar.NULL)).isEqualTo(Scalar.NULL);
  }
}

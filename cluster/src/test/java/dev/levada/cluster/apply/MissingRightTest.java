package dev.levada.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What to grant, told from the API server's own words.
final class MissingRightTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "configmaps \"one\" is forbidden: User \"system:serviceaccount:shop:tenant\" cannot patch resource \"configmaps\" in API group \"\" in the namespace \"shop\" | Allow verb patch on configmaps of the core group in a role in namespace shop and bind it to ServiceAccount shop/tenant",
        "namespaces is forbidden: User \"jane\" cannot list resource \"namespaces\" in API group \"\" at the cluster scope | Allow verb list on namespaces of the core group in a ClusterRole and bind it with a ClusterRoleBinding to user jane",
        "deployments.apps \"web\" is forbidden: User \"system:serviceaccount:a:b\" cannot create resource \"deployments\" in API group \"apps\" in the namespace \"shop\" | Allow verb create on deployments of group apps in a role in namespace shop and bind it to ServiceAccount a/b",
        "pods \"x\" is forbidden: exceeded quota | ``",
        "the server is away | ``"
      })
  void saysWhatToGrant(String message, String fix) {
    assertThat(MissingRight.fix(message)).isEqualTo(fix == null ? "" : fix);
  }
}

package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.manifest.GroupVersionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTypeTest {

  private static final ResourceType DEPLOYMENT =
      new ResourceType(new GroupVersionKind("apps", "v1", "Deployment"), "deployments", true);

  @ParameterizedTest
  @CsvSource({
    "shop, cart, /apis/apps/v1/namespaces/shop/deployments/cart",
    "shop, '', /apis/apps/v1/namespaces/shop/deployments",
    "'', '', /apis/apps/v1/deployments",
    "shop, a b+c, /apis/apps/v1/namespaces/shop/deployments/a%20b%2Bc",
    "shop, x?watch=1#y, /apis/apps/v1/namespaces/shop/deployments/x%3Fwatch%3D1%23y",
  })
  void pathsNameTheObjectOrTheCollection(String namespace, String name, String path) {
    assertThat(DEPLOYMENT.path(namespace, name)).isEqualTo(path);
  }

  @Test
  void theCoreGroupHasItsOwnRootAndAClusterWideKindNoNamespace() {
    assertThat(Types.NAMESPACE.path("ignored", "shop")).isEqualTo("/api/v1/namespaces/shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "../../secrets", "a/b", "%2e%2e"})
  void aNameThatWouldLeadElsewhereIsRefused(String name) {
    ApiError refused = catchThrowableOfType(ApiError.class, () -> DEPLOYMENT.path("shop", name));
    ApiError alsoRefused =
        catchThrowableOfType(ApiError.class, () -> DEPLOYMENT.path(name, "cart"));

    assertThat(refused.isInvalid()).isTrue();
    assertThat(refused.message()).contains("'" + name + "'");
    assertThat(alsoRefused.message()).isEqualTo(refused.message());
  }

  @Test
  void anObjectWithoutANameIsNeverTheWholeCollection() {
    ApiError nameless =
        catchThrowableOfType(ApiError.class, () -> DEPLOYMENT.objectPath("shop", ""));
    ApiError homeless =
        catchThrowableOfType(ApiError.class, () -> DEPLOYMENT.objectPath("", "cart"));

    assertThat(nameless).hasMessage("Deployment: name not specified");
    assertThat(homeless).hasMessage("Deployment/cart namespace not specified");
  }
}

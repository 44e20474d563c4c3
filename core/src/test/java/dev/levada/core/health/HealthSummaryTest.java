package dev.levada.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthSummaryTest {

  private static final ObjectId WEB = new ObjectId("apps", "Deployment", "shop", "web");
  private static final ObjectId MIGRATE = new ObjectId("batch", "Job", "shop", "migrate");
  private static final ObjectId DATABASE = new ObjectId("apps", "StatefulSet", "shop", "db");
  private static final ObjectId SHOP = new ObjectId("", "Namespace", "", "shop");

  private static HealthSummary mixed() {
    var objects = new LinkedHashMap<ObjectId, Health>();
    objects.put(SHOP, Health.current("exists"));
    objects.put(WEB, Health.inProgress("only 1 of 3 replicas are ready"));
    objects.put(MIGRATE, Health.failed("has failed: BackoffLimitExceeded"));
    objects.put(DATABASE, Health.NOT_FOUND);
    return new HealthSummary(objects);
  }

  @Test
  void aTimeoutNamesEveryObjectThatIsNotCurrent() {
    assertThat(mixed().timedOut())
        .isEqualTo(
            "timeout waiting for: [Deployment/shop/web status: 'InProgress', "
                + "Job/shop/migrate status: 'Failed', StatefulSet/shop/db status: 'NotFound']");
  }

  @Test
  void anEarlyFailureNamesTheFailedObjectsAlone() {
    assertThat(mixed().failedEarly())
        .isEqualTo("failed early due to stalled resources: [Job/shop/migrate status: 'Failed']");
  }

  @Test
  void detailsSayWhyEachObjectIsNotCurrent() {
    assertThat(mixed().details())
        .isEqualTo(
            "Deployment/shop/web: only 1 of 3 replicas are ready; "
                + "Job/shop/migrate: has failed: BackoffLimitExceeded; "
                + "StatefulSet/shop/db: does not exist");
  }

  @Test
  void aWaitIsOverWhenOnlyCurrentAndFailedRemain() {
    assertThat(mixed().isOver()).isFalse();
    assertThat(mixed().hasFailed()).isTrue();
    assertThat(mixed().isHealthy()).isFalse();
    var over =
        new HealthSummary(
            Map.of(SHOP, Health.current("exists"), MIGRATE, Health.failed("has failed")));
    assertThat(over.isOver()).isTrue();
    assertThat(over.isHealthy()).isFalse();
  }

  @Test
  void nothingToWaitForIsHealthy() {
    var nothing = new HealthSummary(Map.of());
    assertThat(nothing.isHealthy()).isTrue();
    assertThat(nothing.isOver()).isTrue();
    assertThat(nothing.details()).isEmpty();
  }
}

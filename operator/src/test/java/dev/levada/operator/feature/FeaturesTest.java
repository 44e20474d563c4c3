package dev.levada.operator.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--feature-gates` understands.
final class FeaturesTest {

  @ParameterizedTest
  @EnumSource(Feature.class)
  void everyGateCanBeSetBothWays(Feature feature) {
    assertThat(Features.of(feature.gate() + "=true").isOn(feature)).isTrue();
    assertThat(Features.of(feature.gate() + "=false").isOn(feature)).isFalse();
  }

  @Test
  void severalAreSetAtOnceAndTheRestStaysAsUsual() {
    Features features = Features.of("MigrateAPIVersion=true, StrictPostBuildSubstitutions=false");
    assertThat(features.isOn(Feature.MIGRATE_API_VERSION)).isTrue();
    assertThat(features.isOn(Feature.STRICT_POST_BUILD_SUBSTITUTIONS)).isFalse();
    assertThat(features.isOn(Feature.CANCEL_HEALTH_CHECK_ON_NEW_REVISION)).isTrue();
    assertThat(features.isOn(Feature.EXTERNAL_ARTIFACT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown=true", "migrateapiversion=true"})
  void anUnknownNameIsRefused(String gate) {
    assertThatThrownBy(() -> Features.of(gate))
        .hasMessage("feature-gate '" + gate.replace("=true", "") + "' not supported");
  }

  @Test
  void anUnknownValueIsRefused() {
    assertThatThrownBy(() -> Features.of("OOMWatch=maybe")).hasMessageContaining("OOMWatch");
  }
}

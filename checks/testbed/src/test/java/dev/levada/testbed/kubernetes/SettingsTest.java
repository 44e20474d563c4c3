package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.testbed.program.TestbedFailure;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void everyUserGetsALineWithItsOwnToken() {
    var credentials =
        Credentials.of(Settings.standard().withUser("ci", "builders", "readers").users());

    assertThat(credentials.tokenFile().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo(credentials.admin() + ",admin,admin,\"system:masters\""),
            line -> assertThat(line).isEqualTo(credentials.of("limited") + ",limited,limited,\"\""),
            line -> assertThat(line).endsWith(",reader,reader,\"levada:readers\""),
            line -> assertThat(line).endsWith(",ci,ci,\"builders,readers\""));
    assertThat(credentials.tokens().values()).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownUserIsToldWithTheKnownOnes() {
    var credentials = Credentials.of(Settings.standard().users());

    assertThatThrownBy(() -> credentials.of("nobody"))
        .hasMessage(
            "The control plane knows no user nobody (it knows admin, limited, reader)."
                + " Add it to the settings with withUser before the start.");
  }

  @Test
  void aUserIsThereOnlyOnce() {
    var users = Settings.standard().withUser("limited").users();

    assertThatThrownBy(() -> Credentials.of(users)).hasMessageContaining("limited is there twice");
  }

  @Test
  void aNameThatBreaksTheTokenFileIsRefused() {
    assertThatThrownBy(() -> Settings.standard().withUser("a\",b"))
        .isInstanceOf(TestbedFailure.class)
        .hasMessageContaining("cannot be written into a token file");
  }
}

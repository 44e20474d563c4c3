package dev.levada.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/org/fleet",
        "https://github.com/org/fleet.git",
        "https://GitHub.com/org/fleet/",
        "https://me:token@github.com/org/fleet",
        "ssh://git@github.com/org/fleet.git",
        "ssh://git@github.com:22/org/fleet",
        "git@github.com:org/fleet.git"
      })
  void oneRepositoryHasManyAddresses(String address) {
    assertThat(RepositoryName.of(address)).isEqualTo(new RepositoryName("github.com", "org/fleet"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/org/fleet, https://github.com/org/fleet2",
    "https://github.com/org/fleet, https://gitlab.com/org/fleet",
    "https://github.com/org/fleet, https://github.com/Org/fleet"
  })
  void othersAreOthers(String one, String other) {
    assertThat(RepositoryName.of(one)).isNotEqualTo(RepositoryName.of(other));
  }
}

package dev.levada.core.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ranges as the Masterminds library documents them.
class SemverRangeTest {

  @ParameterizedTest(name = "{0} holds {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          =2.0.0;                 2.0.0;            true
          =2.0.0;                 1.2.3;            false
          2.0.0;                  2.0.0+build;      true
          4.1;                    4.1.7;            true
          4.1;                    4.2.0;            false
          =4;                     4.9.1;            true
          !=4.1.0;                4.1.0;            false
          !=4.1.0;                4.1.1;            true
          !=4.1;                  4.1.9;            false
          !=4.1;                  5.1.0;            true
          !=4.x;                  4.7.0;            false
          !=4.x;                  5.0.0;            true
          >1.1;                   4.1.0;            true
          >1.1;                   1.1.1;            false
          >1.2;                   1.2.9;            false
          >1.2;                   1.3.0;            true
          >11;                    11.1.0;           false
          >11;                    12.0.0;           true
          >0;                     1.0.0;            true
          >1.1.0;                 1.1.0;            false
          <2.0.0;                 1.9.9;            true
          <0;                     0.0.0;            false
          <=1.2;                  1.2.9;            true
          <=1.2;                  1.3.0;            false
          <=11;                   11.9.9;           true
          =<1.2.3;                1.2.3;            true
          =>1.2.3;                1.2.2;            false
          >=1.1;                  1.1.0;            true
          >=0.0.0;                1.0.0-alpha;      false
          >=0.0.0-0;              1.0.0-alpha;      true
          *;                      9.9.9;            true
          *;                      1.0.0-rc.1;       false
          *-0;                    1.0.0-rc.1;       true
          1.x;                    1.9.0;            true
          1.x;                    2.0.0;            false
          1.2.X;                  1.2.7;            true
          ~1.2.3;                 1.2.9;            true
          ~1.2.3;                 1.3.0;            false
          ~1;                     1.9.9;            true
          ~1;                     2.0.0;            false
          ~2.3;                   2.3.9;            true
          ~2.3;                   2.4.0;            false
          ~1.x;                   1.9.9;            true
          ~>1.2.3;                1.2.5;            true
          ~0.0.0;                 7.1.2;            true
          ^1.2.3;                 1.9.0;            true
          ^1.2.3;                 2.0.0;            false
          ^1.2.x;                 1.2.0;            true
          ^2.3;                   2.9.0;            true
          ^2.x;                   3.0.0;            false
          ^0.2.3;                 0.2.9;            true
          ^0.2.3;                 0.3.0;            false
          ^0.2;                   0.2.9;            true
          ^0.2;                   0.3.0;            false
          ^0.0.3;                 0.0.3;            true
          ^0.0.3;                 0.0.4;            false
          ^0.0;                   0.0.9;            true
          ^0.0;                   0.1.0;            false
          ^0;                     0.9.9;            true
          ^0;                     1.0.0;            false
          1.2 - 1.4.5;            1.4.5;            true
          1.2 - 1.4.5;            1.4.6;            false
          2.3.4 - 4.5;            4.5.9;            true
          >=1.2.0, <2.0.0;        1.5.0;            true
          >=1.2.0, <2.0.0;        2.0.0;            false
          >=1.2.0 <2.0.0;         2.1.0;            false
          >= 1.2.0;               1.2.0;            true
          <1.0.0 || >=2.0.0;      1.5.0;            false
          <1.0.0 || >=2.0.0;      2.5.0;            true
          >=1.0.0-beta, <2.0.0;   1.0.0-rc;         true
          >1.0.0, <3.0.0-0;       2.0.0-beta;       true
          >1.0.0 || <3.0.0-0;     2.0.0-beta;       true
          >1.0.0 || =9.0.0-rc;    2.0.0-beta;       false
          v1.2.3;                 v1.2.3;           true
          =1.2.3-alpha.1;         1.2.3-alpha.2;    false
          """)
  void rangeHoldsVersion(String range, String version, boolean holds) {
    assertThat(SemverRange.parse(range).matches(Version.parse(version).orElseThrow()))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "foo", ">=", "1.2.3.4", ">=1.2.3 ||", "1..2", "=>>1", "1.2.3 and 2"})
  void whatIsNoRangeIsRefusedWithTheTextInTheMessage(String text) {
    assertThatThrownBy(() -> SemverRange.parse(text))
        .isInstanceOf(InvalidRange.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void anOverlongRangeIsRefused() {
    assertThatThrownBy(() -> SemverRange.parse(">1 ".repeat(1000)))
        .isInstanceOf(InvalidRange.class);
  }

  @ParameterizedTest(name = "{0} is before {1}")
  @CsvSource({
    "1.0.0-alpha, 1.0.0-alpha.1",
    "1.0.0-alpha.1, 1.0.0-alpha.beta",
    "1.0.0-beta, 1.0.0-beta.2",
    "1.0.0-beta.2, 1.0.0-beta.11",
    "1.0.0-beta.11, 1.0.0-rc.1",
    "1.0.0-rc.1, 1.0.0",
    "1.0.0, 1.0.1",
    "1.9.0, 1.10.0",
    "v1, 2",
  })
  void versionsAreOrderedAsSemverOrgSays(String low, String high) {
    assertThat(Version.parse(low).orElseThrow()).isLessThan(Version.parse(high).orElseThrow());
  }

  @Test
  void metadataTakesNoPartInTheOrder() {
    assertThat(Version.parse("1.0.0+a").orElseThrow())
        .isEqualByComparingTo(Version.parse("1.0.0+b").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v", "1.", "1.2.3.4", "x", "1.2.3-", "1.2.3-01", "1.2.3+", "-1", "1.2.3 "})
  void whatIsNoVersionIsNone(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  @Test
  void aTagNeedsAllThreeNumbers() {
    assertThat(Version.parseTag("v1.2")).isEmpty();
    assertThat(Version.parseTag("v1.2.3")).contains(new Version(1, 2, 3, "", ""));
    assertThat(Version.parse("1.2.3-rc.1+b.5")).hasToString("Optional[1.2.3-rc.1+b.5]");
  }
}

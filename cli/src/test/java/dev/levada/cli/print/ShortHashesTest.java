package dev.levada.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortHashesTest {

  private static final String SHA1 = "4f1d0a9be1c77a52b3cbb0d5c8b2f4e6a7908d13";
  private static final String SHA256 = SHA1 + "0123456789abcdef01234567";

  @Test
  void everyHashInATextIsCutToEightDigits() {
    assertThat(ShortHashes.in("from main@sha1:" + SHA1 + " to latest@sha256:" + SHA256 + "."))
        .isEqualTo("from main@sha1:4f1d0a9b to latest@sha256:4f1d0a9b.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1.2.3",
        "deadbeef",
        "4f1d0a9be1c77a52b3cbb0d5c8b2f4e6a7908d1",
        "4f1d0a9be1c77a52b3cbb0d5c8b2f4e6a7908d13a",
        "x4f1d0a9be1c77a52b3cbb0d5c8b2f4e6a7908d13"
      })
  void whatIsNoHashStays(String text) {
    assertThat(ShortHashes.in(text)).isEqualTo(text);
  }
}

package dev.levada.core.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever is in an archive, it is read or refused with a reason, and its files lie inside.
class ChartArchivePropertiesTest {

  private static final ChartLimits SMALL = new ChartLimits(1 << 16, 1 << 12, 100, 3);

  @Property(tries = 300)
  void anyPackedBytesAreReadOrRefused(@ForAll byte[] content) throws IOException {
    read(packed(content));
  }

  @FuzzTest
  void noBytesBreakTheReader(byte[] content) throws IOException {
    read(content);
    read(packed(content));
  }

  private static void read(byte[] archive) {
    try {
      for (ChartFile file : ChartArchive.read(archive, SMALL)) {
        assertThat(file.name()).isNotEmpty().doesNotStartWith("/").doesNotStartWith("..");
      }
    } catch (ChartInvalid refused) {
      assertThat(refused.text()).isNotEmpty();
    }
  }

  private static byte[] packed(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}

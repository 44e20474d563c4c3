package dev.levada.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.chart.ChartLimits;
import dev.levada.core.helm.chart.ChartReader;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Charts that are made to hurt end with an error that says what is wrong.
class HostileChartsTest {

  private static final String CHART = "apiVersion: v2\nname: top\nversion: 1.0.0\n";

  @TempDir private Path folder;

  @Test
  void anEndlessIncludeEnds() throws IOException {
    assertThat(failure("{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}"))
        .contains("rendering template has a nested reference name: r");
  }

  @Test
  void anEndlessTemplateEnds() throws IOException {
    assertThat(failure("{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}"))
        .contains("exceeded maximum template depth");
  }

  @Test
  void anEndlessTplEnds() throws IOException {
    assertThat(
            failure("{{ $_ := set .Values \"t\" \"{{ tpl .Values.t . }}\" }}{{ tpl .Values.t . }}"))
        .isNotEmpty();
  }

  @Test
  void aHugeRangeEnds() throws IOException {
    assertThat(failure("{{ range until 2000000000 }}x{{ end }}")).contains("stopped");
  }

  @Test
  void aHugeOutputEnds() throws IOException {
    assertThat(failure("{{ repeat 2000000000 \"x\" }}")).contains("stopped");
  }

  @Test
  void deepYamlEnds() throws IOException {
    assertThat(failure("a: " + "[".repeat(100_000))).contains("YAML parse error");
  }

  @Test
  void aRemoteSchemaIsNotFetched() throws IOException {
    Files.writeString(folder.resolve("values.schema.json"), "{\"$ref\":\"http://127.0.0.1:1/x\"}");
    assertThat(failure("a: 1")).contains("schemas are not fetched");
  }

  @Test
  void aLinkOutOfTheTreeIsRefused() {
    var tree =
        new LinkedTree(
            MemoryTree.ofTexts(Map.of("Chart.yaml", CHART)), "templates", "../../etc/passwd");
    ChartInvalid refused =
        catchThrowableOfType(
            ChartInvalid.class, () -> ChartReader.folder(tree, TreePath.ROOT, ChartLimits.DEFAULT));
    assertThat(refused.text()).contains("leads out of the tree");
  }

  @Test
  void anArchiveDoesNotLeaveItsFolder() throws IOException {
    assertThat(archiveFailure("top/../../evil")).contains("illegally references parent directory");
    assertThat(archiveFailure("/etc/passwd")).contains("illegally contains absolute paths");
    assertThat(archiveFailure("alone")).contains("content outside the base directory");
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
    assertThat(archiveFailure("top/big", 6L << 20)).contains("larger than the maximum file size");
  }

  private String failure(String template) throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("Chart.yaml"), CHART);
    Files.writeString(folder.resolve("templates/a.yaml"), template);
    var thrown = new String[1];
    DeepThread.run(() -> {
      HelmFailed failed =
          catchThrowableOfType(
              HelmFailed.class,
              () ->
                  new TemplateCall(() -> Instant.EPOCH)
                      .render(
                          new TemplateOptions(), Optional.of(folder.toString()), new Warnings()));
      thrown[0] = failed == null ? "" : failed.text();
    });
    return thrown[0];
  }

  private static String archiveFailure(String name) throws IOException {
    return archiveFailure(name, 1);
  }

  private static String archiveFailure(String name, long size) throws IOException {
    byte[] archive = archive(name, size);
    return catchThrowableOfType(
            ChartInvalid.class, () -> ChartReader.archive(archive, ChartLimits.DEFAULT))
        .text();
  }

  private static byte[] archive(String name, long size) throws IOException {
    var header = new byte[512];
    put(header, 0, name);
    put(header, 124, "%011o".formatted(size));
    header[156] = '0';
    put(header, 148, "        ");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(header);
      zip.write(new byte[(int) ((size + 511) / 512 * 512)]);
      zip.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}

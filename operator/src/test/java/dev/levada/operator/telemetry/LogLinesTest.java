package dev.levada.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLinesTest {

  record Change(String field, int times) {}

  private static final Logger OURS = LoggerFactory.getLogger("dev.levada.operator.deploy.Apply");
  private static final Logger THEIRS = LoggerFactory.getLogger("org.eclipse.jgit.Something");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ReconcileLog log =
      new ReconcileLog(
          OURS, "kustomize.toolkit.fluxcd.io", "Kustomization", "apps", "web", "5f1c-uuid");

  @AfterEach
  void restore() {
    Logging.configure(Logging.Verbosity.INFO, Logging.Encoding.CONSOLE);
  }

  @Test
  void aReconcilesLineHasFluxsShapeToTheLetter() {
    json(Logging.Verbosity.INFO);
    var output = new Mapping().put("Deployment/apps/web", "configured");
    log.info()
        .addKeyValue("output", output)
        .addKeyValue("revision", "main@sha1:abc")
        .log("server-side apply completed");

    assertThat(text())
        .isEqualTo(
            "{\"level\":\"info\",\"ts\":\"TIME\",\"msg\":\"server-side apply completed\","
                + "\"controller\":\"kustomization\","
                + "\"controllerGroup\":\"kustomize.toolkit.fluxcd.io\","
                + "\"controllerKind\":\"Kustomization\","
                + "\"Kustomization\":{\"name\":\"web\",\"namespace\":\"apps\"},"
                + "\"namespace\":\"apps\",\"name\":\"web\",\"reconcileID\":\"5f1c-uuid\","
                + "\"output\":{\"Deployment/apps/web\":\"configured\"},"
                + "\"revision\":\"main@sha1:abc\"}\n");
  }

  @Test
  void aFailureIsItsMessageAndABugHasItsStackTrace() {
    json(Logging.Verbosity.INFO);
    log.error()
        .setCause(FailureException.stalled(Reason.BUILD_FAILED, "no such patch", "Remove it."))
        .log("Reconciliation failed after 1s, next try in 2m");
    OURS.error("broken", new IllegalArgumentException("a bug"));

    List<Mapping> lines = parsed();
    assertThat(lines.get(0).textAt("level")).isEqualTo("error");
    assertThat(lines.get(0).textAt("error")).isEqualTo("no such patch. Remove it.");
    assertThat(lines.get(0).has("stacktrace")).isFalse();
    assertThat(lines.get(1).textAt("error")).isEqualTo("java.lang.IllegalArgumentException: a bug");
    assertThat(lines.get(1).textAt("stacktrace")).contains("LogLinesTest");
  }

  @Test
  void valuesBecomeJson() {
    json(Logging.Verbosity.INFO);
    OURS.atInfo()
        .addKeyValue("record", new Change("spec.replicas", 2))
        .addKeyValue("list", List.of(1, 2L, 0.5, true))
        .addKeyValue("array", new String[] {"a", null})
        .addKeyValue("map", Map.of("k", Optional.of("v")))
        .addKeyValue("nothing", (Object) null)
        .addKeyValue("duration", Duration.ofSeconds(3))
        .addKeyValue("notANumber", Double.NaN)
        .addKeyValue("msg", "not the message")
        .log("quote \" and\nnewline");

    assertThat(text())
        .isEqualTo(
            "{\"level\":\"info\",\"ts\":\"TIME\",\"msg\":\"quote \\\" and\\nnewline\","
                + "\"record\":{\"field\":\"spec.replicas\",\"times\":2},"
                + "\"list\":[1,2,0.5,true],\"array\":[\"a\",null],\"map\":{\"k\":\"v\"},"
                + "\"nothing\":null,\"duration\":\"PT3S\",\"notANumber\":\"NaN\","
                + "\"msg_\":\"not the message\"}\n");
  }

  @Test
  void longTextsAndEndlessNestingAreCut() {
    json(Logging.Verbosity.INFO);
    Object[] endless = {null};
    endless[0] = endless;
    OURS.atInfo()
        .addKeyValue("long", "x".repeat(LogValues.LONGEST_TEXT + 7))
        .addKeyValue("endless", Arrays.asList(endless))
        .log("much");

    assertThat(parsed().getFirst().textAt("long")).endsWith("x… (7 more)");
    assertThat(text()).contains("[\"…\"]");
  }

  @Test
  void levelsSayWhatIsWritten() {
    assertThat(written(Logging.Verbosity.TRACE)).containsExactly("trace", "debug", "info", "error");
    assertThat(written(Logging.Verbosity.DEBUG)).containsExactly("debug", "info", "error");
    assertThat(written(Logging.Verbosity.INFO)).containsExactly("info", "error");
    assertThat(written(Logging.Verbosity.ERROR)).containsExactly("error");
  }

  @Test
  void librariesAreNamedAndTellOnlyWarnings() {
    json(Logging.Verbosity.INFO);
    THEIRS.info("chatter");
    THEIRS.warn("careful");

    assertThat(text())
        .isEqualTo(
            "{\"level\":\"info\",\"ts\":\"TIME\",\"msg\":\"careful\","
                + "\"logger\":\"org.eclipse.jgit.Something\"}\n");
  }

  @Test
  void theConsoleShowsTabsKeysAndStackTraces() {
    Logging.configure(Logging.Verbosity.INFO, Logging.Encoding.CONSOLE, out);
    OURS.atInfo().addKeyValue("revision", "main@sha1:abc").log("stored artifact");
    OURS.info("alone");
    OURS.error("broken", new IllegalArgumentException("a bug"));

    assertThat(text().lines().limit(4))
        .containsExactly(
            "TIME\tINFO\tstored artifact\t{\"revision\":\"main@sha1:abc\"}",
            "TIME\tINFO\talone",
            "TIME\tERROR\tbroken\t{\"error\":\"java.lang.IllegalArgumentException: a bug\"}",
            "java.lang.IllegalArgumentException: a bug");
  }

  private List<String> written(Logging.Verbosity verbosity) {
    out.reset();
    json(verbosity);
    OURS.trace("1");
    OURS.debug("2");
    OURS.info("3");
    OURS.error("4");
    return parsed().stream().map(line -> line.textAt("level")).toList();
  }

  private void json(Logging.Verbosity verbosity) {
    Logging.configure(verbosity, Logging.Encoding.JSON, out);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "TIME");
  }

  private List<Mapping> parsed() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> (Mapping) Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}

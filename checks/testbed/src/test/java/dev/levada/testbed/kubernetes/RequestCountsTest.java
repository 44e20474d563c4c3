package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCountsTest {

  private static final String BEFORE =
      """
      # TYPE apiserver_request_total counter
      apiserver_request_total{code="200",resource="pods",verb="LIST"} 3
      apiserver_request_total{code="201",resource="pods",verb="POST"} 1
      apiserver_request_duration_seconds_count{verb="LIST"} 99
      """;
  private static final String AFTER =
      """
      apiserver_request_total{code="200",resource="pods",verb="LIST"} 1.5e+06
      apiserver_request_total{code="201",resource="pods",verb="POST"} 1
      apiserver_request_total{code="200",resource="nodes",verb="APPLY"} 2
      """;

  @Test
  void onlyTheRequestMetricIsRead() {
    assertThat(RequestCounts.parse(BEFORE).total()).isEqualTo(4);
  }

  @Test
  void aLaterReadingTellsWhatCameSince() {
    var since = RequestCounts.parse(AFTER).since(RequestCounts.parse(BEFORE));

    assertThat(since.byLabels())
        .containsOnly(
            Map.entry(Map.of("code", "200", "resource", "pods", "verb", "LIST"), 1_499_997L),
            Map.entry(Map.of("code", "200", "resource", "nodes", "verb", "APPLY"), 2L));
    assertThat(since.sum(labels -> "nodes".equals(labels.get("resource")))).isEqualTo(2);
  }
}

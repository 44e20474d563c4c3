package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.manifest.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListReaderTest {

  private static final String TWO =
      """
      {"kind": "ConfigMapList", "apiVersion": "v1",
       "metadata": {"resourceVersion": "77", "continue": "next", "remainingItemCount": 3},
       "items": [
         {"metadata": {"name": "a", "uid": "1"}, "data": {"k": "v"}},
         {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}}]}
      """;

  private final List<Manifest> items = new ArrayList<>();

  private ListReader read(String json, long largest) throws IOException {
    var stream =
        new GuardedStream(
            new ByteArrayInputStream(Types.bytes(json)), largest, Duration.ofMinutes(1));
    try (var reader = new ListReader(stream, Types.CONFIG_MAP)) {
      Optional<Manifest> item = reader.next();
      while (item.isPresent()) {
        items.add(item.get());
        item = reader.next();
      }
      return reader;
    }
  }

  private ListReader read(String json) throws IOException {
    return read(json, 1 << 20);
  }

  @Test
  void itemsGetTheTypeThatTheListLeavesOut() throws IOException {
    ListReader list = read(TWO);

    assertThat(items).extracting(Manifest::name).containsExactly("a", "b");
    assertThat(items).extracting(Manifest::apiVersion).containsOnly("v1");
    assertThat(items).extracting(Manifest::kind).containsOnly("ConfigMap");
    assertThat(items.getFirst().root().entries()).containsKeys("apiVersion", "data");
    assertThat(list.resourceVersion()).isEqualTo("77");
    assertThat(list.more()).isEqualTo("next");
  }

  @Test
  void metadataMayComeAfterTheItems() throws IOException {
    ListReader list = read("{\"items\": [{}], \"metadata\": {\"resourceVersion\": \"5\"}}");

    assertThat(items).hasSize(1);
    assertThat(list.resourceVersion()).isEqualTo("5");
    assertThat(list.more()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"items\": []}", "{\"items\": null}", "{\"metadata\": {}}", "{}"})
  void aListMayBeEmpty(String json) throws IOException {
    assertThat(read(json).resourceVersion()).isEmpty();
    assertThat(items).isEmpty();
  }

  @Test
  void whereverItIsCutOffTheListIsBroken() {
    for (int end = 0; end < TWO.strip().length(); end++) {
      String cut = TWO.substring(0, end);
      assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "<html>", "{\"items\": [1]}", "{\"items\": [[]]}"})
  void whatIsNoListIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  @Test
  void anItemLargerThanAllowedIsRefusedAndManySmallOnesAreNot() throws IOException {
    String small = "{\"data\": {\"k\": \"" + "x".repeat(5_000) + "\"}}";
    String large = "{\"data\": {\"k\": \"" + "x".repeat(50_000) + "\"}}";

    read("{\"items\": [" + (small + ",").repeat(20) + small + "]}", 30_000);

    assertThat(items).hasSize(21);
    assertThatThrownBy(() -> read("{\"items\": [" + large + "]}", 30_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 30000 bytes");
  }

  @Test
  void anItemNestedWithoutEndIsRefused() {
    assertThatThrownBy(() -> read("{\"items\": [{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nesting depth");
  }
}

package dev.levada.core.plan.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.Objects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedFieldsTest {

  private static Manifest live(String spec, String fields) {
    return Objects.manifest(
        "{'apiVersion':'example.com/v1','kind':'Thing','metadata':{'managedFields':[{'manager':'kustomize-controller','operation':'Apply','apiVersion':'example.com/v1','fieldsType':'FieldsV1','fieldsV1':{'f:spec':%s}}]},'spec':%s}"
            .formatted(fields, spec));
  }

  private static String owned(Manifest live) {
    return Json.text(OwnedFields.of(live, "kustomize-controller")).replace('"', '\'');
  }

  @Property
  void aFingerprintDoesNotDependOnTheOrderOfKeys(
      @ForAll("mappings") Mapping mapping, @ForAll Random random) {
    assertThat(OwnedFields.fingerprint(shuffled(mapping, random)))
        .isEqualTo(OwnedFields.fingerprint(mapping))
        .hasSize(32);
  }

  @Property
  void differentValuesHaveDifferentFingerprints(
      @ForAll("mappings") Mapping one, @ForAll("mappings") Mapping other) {
    assertThat(OwnedFields.fingerprint(one).equals(OwnedFields.fingerprint(other)))
        .isEqualTo(one.sameValue(other));
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    Arbitrary<Node> scalars =
        Arbitraries.of(
            Scalar.of("1"),
            Scalar.of(1),
            Scalar.of(""),
            Scalar.of(true),
            Scalar.NULL,
            new Scalar(Scalar.Kind.FLOAT, "1.0", false),
            new Scalar(Scalar.Kind.FLOAT, "0.1", false));
    Arbitrary<Node> nodes =
        Arbitraries.lazyOf(
            () -> scalars,
            () -> scalars.list().ofMaxSize(3).map(Sequence::new),
            () -> mappings().map(mapping -> mapping));
    return Arbitraries.maps(Arbitraries.of("a", "b", "ab", "c"), nodes)
        .ofMaxSize(3)
        .map(map -> {
          var mapping = new Mapping();
          map.forEach(mapping::put);
          return mapping;
        });
  }

  private static Mapping shuffled(Mapping mapping, Random random) {
    List<String> keys = new ArrayList<>(mapping.entries().keySet());
    Collections.shuffle(keys, random);
    var shuffled = new Mapping();
    for (String key : keys) {
      Node value = mapping.entries().get(key);
      shuffled.put(key, value instanceof Mapping below ? shuffled(below, random) : value);
    }
    return shuffled;
  }

  @Test
  void anObjectThatWasNeverAppliedEqualsNoDesiredObject() {
    Manifest bare = Objects.manifest("{'apiVersion':'v1','kind':'ConfigMap','metadata':{}}");
    assertThat(OwnedFields.fingerprint(OwnedFields.of(bare, "kustomize-controller")))
        .isNotEqualTo(OwnedFields.fingerprintOfDesired(bare));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'operation':'Update'",
        "'manager':'x'",
        "'apiVersion':'example.com/v2'",
        "'subresource':'status'",
        "'fieldsType':'FieldsV2'"
      })
  void anEntryOfAnotherSortIsNotOurs(String instead) {
    Manifest live = live("{'a':1}", "{'f:a':{}}");
    var entry = (Mapping) live.root().sequenceAt("metadata", "managedFields").items().getFirst();
    ((Mapping) Objects.json("{" + instead + "}")).entries().forEach(entry::put);
    assertThat(OwnedFields.of(live, "kustomize-controller").isEmpty()).isTrue();
  }

  @Test
  void itemsAreFoundByKeyByValueAndNeverGuessed() {
    String list = "{'l':[{'n':'a','v':1},{'n':'b','v':2}]}";
    assertThat(owned(live(list, "{'f:l':{'k:{\\'n\\':\\'b\\'}':{'.':{},'f:n':{},'f:v':{}}}}")))
        .isEqualTo("{'spec':{'l':[{'n':'b','v':2}]}}");
    assertThat(owned(live(list, "{'f:l':{'k:{\\'n\\':\\'c\\'}':{'.':{},'f:n':{}}}}")))
        .isEqualTo("{'spec':{'l':[null]}}");
    assertThat(owned(live("{'l':['x','y']}", "{'f:l':{'v:\\'y\\'':{}}}")))
        .isEqualTo("{'spec':{'l':['y']}}");
    assertThat(owned(live("{'l':['y','y']}", "{'f:l':{'v:\\'y\\'':{}}}")))
        .isEqualTo("{'spec':{'l':[null]}}");
    assertThat(owned(live("{'l':['y']}", "{'f:l':{'i:0':{},'v:?':{}}}")))
        .isEqualTo("{'spec':{'l':[null]}}");
  }

  @Test
  void anOwnedFieldThatIsGoneIsNull() {
    assertThat(owned(live("{'a':1}", "{'f:a':{},'f:b':{},'f:c':{'f:d':{}}}")))
        .isEqualTo("{'spec':{'a':1,'b':null,'c':null}}");
    assertThat(owned(live("{'a':1}", "{'f:a':{'f:b':{}}}"))).isEqualTo("{'spec':{'a':null}}");
  }
}

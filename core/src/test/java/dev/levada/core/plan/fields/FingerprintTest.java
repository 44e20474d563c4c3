package dev.levada.core.plan.fields;

import static dev.levada.core.plan.Objects.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

  @Test
  void theDigestOfNothingIsTheOneOfNoBytes() {
    assertThat(Fingerprint.ofAll(List.of()))
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void theDigestFollowsEveryValueAndTheOrderOfObjects() {
    var one = manifest("{'kind':'A','spec':{'x':1,'y':'2'}}");
    var same = manifest("{'spec':{'y':'2','x':1},'kind':'A'}");
    var other = manifest("{'kind':'A','spec':{'x':1,'y':2}}");
    assertThat(Fingerprint.ofAll(List.of(one, other)))
        .isEqualTo(Fingerprint.ofAll(List.of(same, other)))
        .isNotEqualTo(Fingerprint.ofAll(List.of(other, one)))
        .isNotEqualTo(Fingerprint.ofAll(List.of(one, one)));
  }
}

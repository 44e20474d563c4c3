package dev.levada.core.plan.fields;

import static dev.levada.core.plan.Objects.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
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

  /// Pieces are gathered before they are digested: none may be lost or stand twice where one does
  /// not fit any more, or is longer than all that is gathered.
  @Test
  void everyByteCountsWhereverItStands() {
    var seen = new HashSet<String>();
    for (int length : new int[] {1, 2_000, 2_037, 2_038, 2_039, 2_048, 2_049, 5_000}) {
      String text = "x".repeat(length);
      for (String changed : List.of(text, text.substring(1) + "y", "y" + text.substring(1))) {
        seen.add(Fingerprint.of(new Sequence(List.of(Scalar.of("first"), Scalar.of(changed)))));
      }
    }
    assertThat(seen).hasSize(8 * 3 - 1); // one character is first and last
  }

  @Test
  void theDigestIsOneOfAllPiecesInTheirOrder() throws NoSuchAlgorithmException {
    var items = new ArrayList<Node>();
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 'l').putInt(700).array());
    for (int i = 0; i < 700; i++) {
      String text = "piece " + i;
      items.add(Scalar.of(text));
      bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 's').putInt(text.length()).array());
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertThat(Fingerprint.of(new Sequence(items)))
        .isEqualTo(HexFormat.of().formatHex(whole, 0, 16));
  }
}

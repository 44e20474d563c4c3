package dev.levada.operator.image;

import dev.levada.api.Condition;
import dev.levada.api.ImageRepository;
import dev.levada.core.image.ScannedTags;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.oci.ImageName;
import dev.levada.fetch.oci.TagList;
import dev.levada.fetch.tags.StoredTags;
import dev.levada.fetch.tags.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a registry for the tags of one ImageRepository and keeps them. An unchanged list costs one
/// request and no body, where the registry can tell.
public final class ImageScan {

  private final ImageAccess access;
  private final TagStore store;
  private final Clock clock;

  /// @param access opens registries
  /// @param store keeps tags
  /// @param clock tells when a scan is due
  public ImageScan(ImageAccess access, TagStore store, Clock clock) {
    this.access = access;
    this.store = store;
    this.clock = clock;
  }

  /// How long until the next scan; zero or less where one is due (flux-api §1.10, scan triggers).
  Duration due(ImageRepository object) {
    Mapping status = object.status();
    String image = ImageName.parse(object.spec().image()).toString();
    String requested = object.metadata().requestedAt();
    boolean known =
        Condition.isTrue(status, Condition.READY)
            && (requested.isEmpty() || requested.equals(status.textAt("lastHandledReconcileAt")))
            && image.equals(status.textAt("canonicalImageName"))
            && object.spec().exclusionList().equals(object.observedExclusionList())
            && store.get(image).isPresent();
    return known
        ? Duration.between(clock.instant(), last(status).plus(object.spec().interval()))
        : Duration.ZERO;
  }

  private static Instant last(Mapping status) {
    try {
      return Instant.parse(status.textAt("lastScanResult", "scanTime"));
    } catch (DateTimeParseException never) {
      return Instant.EPOCH;
    }
  }

  /// What a scan found.
  ///
  /// @param tags the tags that count
  /// @param fields what the status says of them
  record Scanned(ScannedTags tags, Map<String, Node> fields) {}

  Scanned scan(ImageRepository object) {
    String image = ImageName.parse(object.spec().image()).toString();
    Optional<StoredTags> before = store.get(image);
    TagList list = access.open(object).tags(before.map(StoredTags::etag).orElse(""));
    List<String> found = list.unchanged() && before.isPresent() ? before.get().tags() : list.tags();
    ScannedTags tags = TagChecks.counted(found, object.spec().exclusionList());
    store.put(new StoredTags(image, list.etag(), found));
    return new Scanned(tags, fields(object, image, tags));
  }

  private Map<String, Node> fields(ImageRepository object, String image, ScannedTags tags) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put("canonicalImageName", Scalar.of(image));
    fields.put(
        "lastScanResult",
        new Mapping()
            .put("latestTags", texts(tags.latest()))
            .put("revision", tags.checksum())
            .put("scanTime", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("tagCount", Scalar.of(tags.tags().size())));
    fields.put("observedExclusionList", texts(object.spec().exclusionList()));
    return fields;
  }

  private static Sequence texts(List<String> texts) {
    return new Sequence(texts.stream().map(Scalar::of).toList());
  }

  /// Forgets the tags of every repository but these.
  void keepOnly(Collection<ImageRepository> left) {
    store.keepOnly(
        left.stream().map(each -> each.status().textAt("canonicalImageName")).distinct().toList());
  }
}

package dev.levada.operator.desired;

import dev.levada.api.Kustomization;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.fields.Fingerprint;
import dev.levada.core.plan.fields.Normalized;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.core.render.RenderRequest;
import dev.levada.core.render.Rendered;
import dev.levada.core.render.Renderer;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.operator.ingredient.Gathered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a source's tree into the objects that one Kustomization wants (flux-api §2.1, steps 9 to
/// 12).
public final class Rendering {

  private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);
  private static final List<String> OVERLAID =
      List.of("patches", "images", "components", "ignoreMissingComponents", "buildMetadata");

  private final Remotes remotes;

  /// @param remotes fetches what kustomizations name outside their source
  public Rendering(Remotes remotes) {
    this.remotes = remotes;
  }

  /// What a Kustomization wants of the cluster.
  ///
  /// @param manifests the objects, labelled as its own, as they will be sent
  /// @param inventory their ids
  /// @param digest digest of the rendered objects
  /// @param reads the paths that had a say in it, with the identity each had
  /// @param fetched whether anything from outside the source had a say too
  /// @param ingredients digest of what came from ConfigMaps and Secrets
  public record Desired(
      List<Manifest> manifests,
      Inventory inventory,
      String digest,
      Map<TreePath, String> reads,
      boolean fetched,
      String ingredients) {

    /// Their ids, in their order.
    public Set<ObjectId> ids() {
      var ids = new LinkedHashSet<ObjectId>();
      manifests.forEach(manifest -> ids.add(manifest.id()));
      return ids;
    }
  }

  /// Renders.
  ///
  /// @param object whose wishes
  /// @param tree the source's files
  /// @param ingredients what the cluster's ConfigMaps and Secrets give to it
  public Desired render(Kustomization object, Tree tree, Gathered ingredients) {
    Rendered rendered = Renderer.render(tree, request(object), ingredients.afterBuild(), remotes);
    for (String warning : rendered.warnings()) {
      LOG.atWarn()
          .addKeyValue("namespace", object.metadata().namespace())
          .addKeyValue("name", object.metadata().name())
          .log(warning);
    }
    var owner = new Owner(object.metadata().name(), object.metadata().namespace());
    String digest = Fingerprint.ofAll(rendered.manifests());
    var manifests = new ArrayList<Manifest>(rendered.manifests().size());
    for (Manifest manifest : rendered.manifests()) {
      Manifest normalized = Normalized.of(manifest);
      owner.stamp(normalized);
      manifests.add(normalized);
    }
    return new Desired(
        manifests,
        Inventory.of(manifests),
        digest,
        rendered.reads(),
        rendered.fetched(),
        ingredients.digest());
  }

  private static RenderRequest request(Kustomization object) {
    Mapping raw = object.spec().raw();
    var overlay = new Mapping();
    for (String field : OVERLAID) {
      var value = raw.get(field);
      if (value != null) {
        overlay.put(field, value.copy());
      }
    }
    return new RenderRequest(
        object.spec().path(),
        raw.textAt("targetNamespace"),
        raw.textAt("namePrefix"),
        raw.textAt("nameSuffix"),
        overlay,
        raw.mappingAt("commonMetadata", "labels").texts(),
        raw.mappingAt("commonMetadata", "annotations").texts());
  }
}

package dev.levada.cli.command;

import dev.levada.api.Kustomization;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the Kustomization that a user means: the one in the cluster, or one in a file with the
/// status of that in the cluster, which knows what was applied before.
///
/// @param cluster where to look
/// @param where in which namespace
record WantedKustomization(Cluster cluster, ClusterOptions where) {

  private static final long LARGEST = 4L << 20;

  Manifest find(@Nullable String name, @Nullable Path file) {
    if (file != null) {
      return ofFile(file, name);
    }
    if (name == null) {
      throw new CommandFailure("no Kustomization is named", "Give its name, or a file with -f.");
    }
    return Lookup.require(cluster, FluxKind.KUSTOMIZATION, where.namespace(), name);
  }

  private Manifest ofFile(Path file, @Nullable String name) {
    List<Manifest> found =
        read(file).stream()
            .filter(object -> object.type().equals(Kustomization.TYPE))
            .filter(object -> name == null || object.name().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new CommandFailure(
          file + " holds " + found.size() + " Kustomizations" + (name == null ? "" : " " + name),
          "Give a file with one, or the name of one of them.");
    }
    Manifest wanted = found.getFirst().copy();
    if (wanted.namespace().isEmpty()) {
      wanted.root().child("metadata").put("namespace", where.namespace());
    }
    present(wanted)
        .map(object -> object.root().get("status"))
        .ifPresent(status -> wanted.root().put("status", status));
    return wanted;
  }

  private Optional<Manifest> present(Manifest wanted) {
    return cluster
        .resource(Kustomization.TYPE)
        .flatMap(type -> cluster.find(type, wanted.namespace(), wanted.name()));
  }

  private static List<Manifest> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new CommandFailure(file + " is larger than 4 MiB", "Give a smaller file.");
      }
      return YamlReader.documents(Files.readAllBytes(file), YamlRules.RESOURCE_V3).stream()
          .filter(Mapping.class::isInstance)
          .map(document -> new Manifest((Mapping) document))
          .toList();
    } catch (IOException e) {
      throw new CommandFailure(
          file + " cannot be read (" + e.getClass().getSimpleName() + ")", "Check the path.", e);
    } catch (MalformedManifest e) {
      throw new CommandFailure(file + ": " + e.getMessage(), "Correct the file.", e);
    }
  }
}

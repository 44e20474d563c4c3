package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.value.GoMap;

/// Where the function `lookup` finds objects of the cluster.
@FunctionalInterface
public interface Lookup {

  /// Without a cluster nothing is found.
  Lookup OFFLINE = (_, _, _, _) -> GoMap.create();

  /// The object, or the list of objects where the name is empty; an empty map where there is none.
  GoMap find(String apiVersion, String kind, String namespace, String name);
}

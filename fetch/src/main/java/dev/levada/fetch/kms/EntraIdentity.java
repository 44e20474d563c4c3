package dev.levada.fetch.kms;

import java.util.Map;

/// Who Microsoft Entra is asked as.
interface EntraIdentity {

  /// The tenant.
  String tenant() throws Workload.Unavailable;

  /// The fields of a request for a token that say who asks, and prove it.
  Map<String, String> proof() throws Workload.Unavailable;
}

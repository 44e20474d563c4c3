package dev.levada.operator.destination;

import dev.levada.core.plan.fields.GroupKind;
import java.util.Set;

/// How objects are applied, and as whom where a Kustomization does not say (flux-api §2.11, §4.4).
///
/// @param defaultServiceAccount whom to act as where `spec.serviceAccountName` is empty; empty for
///   the engine itself
/// @param defaultKubeconfigServiceAccount whose token opens a cluster that a ConfigMap describes,
///   where the ConfigMap names none
/// @param kubeconfigPrograms whether a kubeconfig from a Secret may run a program
/// @param kubeconfigInsecure whether a kubeconfig from a Secret may leave certificates unchecked
/// @param overridden further field managers whose fields are taken over
/// @param customStages kinds that are applied before the rest
/// @param migrateApiVersion whether fields owned under another version of a kind are taken along
/// @param parallel how many objects of one stage are sent at once
public record TargetOptions(
    String defaultServiceAccount,
    String defaultKubeconfigServiceAccount,
    boolean kubeconfigPrograms,
    boolean kubeconfigInsecure,
    Set<String> overridden,
    Set<GroupKind> customStages,
    boolean migrateApiVersion,
    int parallel) {

  /// Copies the sets.
  public TargetOptions {
    overridden = Set.copyOf(overridden);
    customStages = Set.copyOf(customStages);
  }
}

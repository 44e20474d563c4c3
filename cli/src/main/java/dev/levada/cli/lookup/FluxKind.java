package dev.levada.cli.lookup;

import dev.levada.api.GitProvider;
import dev.levada.api.GitRepository;
import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.Kustomization;
import dev.levada.api.PullRequestPolicy;
import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;

/// The kinds that the commands show and reconcile.
public enum FluxKind {
  /// Git sources.
  GIT_REPOSITORY(
      GitRepository.TYPE,
      "gitrepositories",
      "sources git",
      "source git",
      "fetched revision",
      "status",
      "artifact",
      "revision"),
  /// What is applied.
  KUSTOMIZATION(
      Kustomization.TYPE,
      "kustomizations",
      "kustomizations",
      "kustomization",
      "applied revision",
      "status",
      "lastAppliedRevision"),
  /// Repositories of images.
  IMAGE_REPOSITORY(
      ImageRepository.TYPE,
      "imagerepositories",
      "images repository",
      "image repository",
      "scanned at",
      "status",
      "lastScanResult",
      "scanTime"),
  /// Chosen images.
  IMAGE_POLICY(
      ImagePolicy.TYPE,
      "imagepolicies",
      "images policy",
      "image policy",
      "chose",
      "status",
      "latestRef",
      "tag"),
  /// Updates of Git repositories.
  IMAGE_UPDATE(
      ImageUpdateAutomation.TYPE,
      "imageupdateautomations",
      "images update",
      "image update",
      "ran at",
      "status",
      "lastAutomationRunTime"),
  /// Git hosts.
  GIT_PROVIDER(
      GitProvider.TYPE,
      "gitproviders",
      "gitproviders",
      "gitprovider",
      "reached",
      "spec",
      "repository"),
  /// Pull requests for images.
  PULL_REQUEST(
      PullRequestPolicy.TYPE,
      "pullrequestpolicies",
      "pullrequests",
      "pullrequest",
      "looked after pull request",
      "status",
      "pullRequest",
      "number"),
  /// Webhooks.
  RECEIVER(
      Receiver.TYPE,
      "receivers",
      "receivers",
      "receiver",
      "takes calls at",
      "status",
      "webhookPath");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final ResourceType resource;

  private final String inGet;
  private final String inVerbs;
  private final String deed;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final String[] revisionPath;

  FluxKind(
      GroupVersionKind type,
      String plural,
      String inGet,
      String inVerbs,
      String deed,
      String... revisionPath) {
    this.resource = new ResourceType(type, plural, true);
    this.inGet = inGet;
    this.inVerbs = inVerbs;
    this.deed = deed;
    this.revisionPath = revisionPath;
  }

  public ResourceType resource() {
    return resource;
  }

  /// The kind's word, as manifests say it.
  public String word() {
    return resource.type().kind();
  }

  /// The words behind `levada get`.
  public String inGet() {
    return inGet;
  }

  /// The words behind `levada reconcile`, `suspend` and `resume`.
  public String inVerbs() {
    return inVerbs;
  }

  /// What its reconciliation does with a revision: `fetched revision`, `scanned at`.
  public String deed() {
    return deed;
  }

  /// The revision, tag or time that an object of this kind is at; empty where it has none yet.
  public String revision(Manifest object) {
    return object.root().textAt(revisionPath);
  }

  /// `Kind namespace/name`, as messages name an object of this kind.
  String subject(String namespace, String name) {
    return new ObjectId(resource.type().group(), word(), namespace, name).subject();
  }
}

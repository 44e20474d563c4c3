package dev.levada.cli.read;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `levada get images`: what is scanned, chosen and written.
@Command(
    name = "images",
    aliases = "image",
    description = "Show image repositories, policies and updates.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  levada get images policy -A", "  levada get images repository podinfo"})
record GetImages(Surroundings around) {

  @Command(
      name = "repository",
      aliases = {"repositories", "imagerepository", "imagerepositories"},
      description = "Show ImageRepositories and when they were scanned.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada get images repository -A")
  void repository(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.IMAGE_REPOSITORY, where, how, only);
  }

  @Command(
      name = "policy",
      aliases = {"policies", "imagepolicy", "imagepolicies"},
      description = "Show ImagePolicies and the tags that they have chosen.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {"  levada get images policy -A", "  levada get images policy podinfo -w"})
  void policy(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.IMAGE_POLICY, where, how, only);
  }

  @Command(
      name = "update",
      aliases = {"updates", "imageupdateautomation", "imageupdateautomations"},
      description = "Show ImageUpdateAutomations and when they ran.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada get images update -n apps")
  void update(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.IMAGE_UPDATE, where, how, only);
  }

  private void show(FluxKind kind, ClusterOptions where, ListOptions how, OnlyName only) {
    around.talk(where, cluster -> new Listing(around, where, how, cluster).show(kind, only.name()));
  }
}

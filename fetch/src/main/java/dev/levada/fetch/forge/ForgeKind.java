package dev.levada.fetch.forge;

/// The Git hosts whose language is spoken.
public enum ForgeKind {
  GITHUB,
  GITLAB,
  GITEA,
  BITBUCKET,
  BITBUCKET_SERVER,
  AZURE_DEVOPS,
  PAGURE
}

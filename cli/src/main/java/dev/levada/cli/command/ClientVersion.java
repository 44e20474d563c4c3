package dev.levada.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/// Which Levada this is, as the jar's manifest says it.
public final class ClientVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"levada " + text()};
  }

  static String text() {
    @Nullable String built = ClientVersion.class.getPackage().getImplementationVersion();
    return built == null ? "dev" : built;
  }
}

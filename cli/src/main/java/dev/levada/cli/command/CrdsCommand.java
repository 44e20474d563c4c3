package dev.levada.cli.command;

import dev.levada.api.CustomResourceDefinitions;
import dev.levada.cli.surroundings.Surroundings;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/// `levada crds`: the definitions of all kinds.
@Command(
    name = "crds",
    description = "Print the definitions of all kinds that Levada serves, to be applied.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  levada crds | kubectl apply --server-side -f -")
public final class CrdsCommand implements Runnable {

  private final Surroundings around;

  /// @param around the terminal
  public CrdsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    for (String name : CustomResourceDefinitions.names()) {
      String yaml = new String(CustomResourceDefinitions.yaml(name), StandardCharsets.UTF_8);
      String marked = yaml.startsWith("---\n") ? yaml : "---\n" + yaml;
      around.print(marked.endsWith("\n") ? marked : marked + "\n");
    }
  }
}

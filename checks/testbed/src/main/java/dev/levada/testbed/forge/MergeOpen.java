package dev.levada.testbed.forge;

import dev.levada.testbed.program.TestbedFailure;
import java.util.List;

/// Merges the open pull request of a repository, as a person does with a click.
public final class MergeOpen {

  private MergeOpen() {}

  /// `MergeOpen BASE OWNER/NAME TOKEN`.
  public static void main(String[] arguments) {
    String base = arguments[0];
    String[] name = arguments[1].split("/", -1);
    var owner = new ForgeUser(name[0], "", arguments[2]);
    var repository = new ForgeRepository(ForgeApi.of(base, owner), base, owner, name[1]);
    List<Long> open = repository.open();
    if (open.size() != 1) {
      throw new TestbedFailure(
          open.size() + " pull requests of " + base + "/" + arguments[1] + " are open",
          "Merge the right one in a browser.");
    }
    repository.merge(open.getFirst());
    System.out.println("merged pull request " + open.getFirst());
  }
}

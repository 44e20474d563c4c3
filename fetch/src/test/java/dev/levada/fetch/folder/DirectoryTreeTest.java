package dev.levada.fetch.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.tree.Links;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of someone's work as a tree.
class DirectoryTreeTest {

  @TempDir Path folder;
  Path work;
  DirectoryTree tree;

  @BeforeEach
  void start() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(work.resolve("apps/cart"));
    Files.createDirectories(work.resolve(".git"));
    Files.writeString(work.resolve(".git/config"), "[core]");
    Files.writeString(work.resolve("apps/cart/deploy.yaml"), "kind: Deployment");
    Files.writeString(folder.resolve("secret"), "secret");
    tree = new DirectoryTree(work);
  }

  private static TreePath at(String path) {
    return new TreePath(path);
  }

  @Test
  void filesAndFoldersAreThereAndGitIsNot() {
    assertThat(tree.list(TreePath.ROOT)).containsExactly("apps");
    assertThat(tree.list(at("apps"))).containsExactly("cart");
    assertThat(tree.read(at("apps/cart/deploy.yaml"))).asString().isEqualTo("kind: Deployment");
    assertThat(tree.entry(at(".git/config"))).isEqualTo(new Tree.Entry.Absent());
    assertThat(tree.entry(at("nowhere"))).isEqualTo(new Tree.Entry.Absent());
    assertThatThrownBy(() -> tree.read(at("apps"))).isInstanceOf(Tree.NotInTree.class);
  }

  @Test
  void aLinkIsALinkAndNothingIsReadThroughIt() throws IOException {
    Files.createSymbolicLink(work.resolve("out"), folder);
    Files.createSymbolicLink(work.resolve("file"), folder.resolve("secret"));
    Files.createSymbolicLink(work.resolve("in"), Path.of("apps/cart"));

    assertThat(tree.entry(at("in"))).isEqualTo(new Tree.Entry.Link("apps/cart"));
    assertThat(tree.entry(at("out/secret"))).isEqualTo(new Tree.Entry.Absent());
    assertThat(tree.list(at("out"))).isEmpty();
    assertThatThrownBy(() -> tree.read(at("out/secret"))).isInstanceOf(Tree.NotInTree.class);
    assertThatThrownBy(() -> tree.read(at("file"))).isInstanceOf(Tree.NotInTree.class);
    assertThatThrownBy(() -> Links.follow(tree, at("out/secret"))).isInstanceOf(UnsafePath.class);
    assertThat(Links.follow(tree, at("in/deploy.yaml"))).isEqualTo(at("apps/cart/deploy.yaml"));
  }

  @Test
  void identityFollowsContentAndMode() throws IOException {
    String before = tree.identity(TreePath.ROOT);
    assertThat(work.resolve("apps/cart/deploy.yaml").toFile().setExecutable(true)).isTrue();
    String executable = new DirectoryTree(work).identity(TreePath.ROOT);
    Files.writeString(work.resolve("apps/cart/deploy.yaml"), "kind: Service");

    assertThat(executable).isNotEqualTo(before);
    assertThat(new DirectoryTree(work).identity(TreePath.ROOT)).isNotEqualTo(executable);
    assertThat(tree.identity(at("nowhere"))).isEmpty();
  }
}

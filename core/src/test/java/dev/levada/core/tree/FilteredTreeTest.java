package dev.levada.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is left of a source when its ignore rules have been followed.
class FilteredTreeTest {

  private static final Map<String, String> SHOP =
      Map.of(
          "apps/cart/deploy.yaml", "kind: Deployment",
          "apps/cart/logo.png", "png",
          "apps/till/deploy.yaml", "kind: Deployment",
          ".github/workflows/ci.yaml", "on: push",
          ".gitignore", "target/",
          "docs/guide.md", "Guide");

  private static FilteredTree filtered(Map<String, String> files, String... ignore) {
    Tree tree = MemoryTree.ofTexts(files);
    Optional<String> specified =
        ignore.length == 0 ? Optional.empty() : Optional.of(String.join("\n", ignore));
    return new FilteredTree(tree, IgnoreRules.of(tree, specified));
  }

  private static Map<String, String> with(String path, String text) {
    var files = new HashMap<>(SHOP);
    files.put(path, text);
    return files;
  }

  private static TreePath at(String path) {
    return new TreePath(path);
  }

  @Test
  void picturesAndWorkflowsAreLeftOutWhereNothingIsSaid() {
    FilteredTree tree = filtered(SHOP);

    assertThat(tree.list(TreePath.ROOT)).containsExactly("apps", "docs");
    assertThat(tree.list(at("apps/cart"))).containsExactly("deploy.yaml");
    assertThat(tree.entry(at("apps/cart/logo.png"))).isEqualTo(new Tree.Entry.Absent());
    assertThat(tree.list(at(".github"))).isEmpty();
    assertThatThrownBy(() -> tree.read(at("apps/cart/logo.png")))
        .isInstanceOf(Tree.NotInTree.class);
  }

  @Test
  void whatTheUserSaysReplacesTheDefaultsButNotWhatVersionControlLeaves() {
    FilteredTree tree = filtered(SHOP, "docs/");

    assertThat(tree.list(TreePath.ROOT)).containsExactly(".github", "apps");
    assertThat(tree.list(at("apps/cart"))).containsExactly("deploy.yaml", "logo.png");
  }

  @Test
  void anEmptySpecificationReplacesTheDefaultsToo() {
    assertThat(filtered(SHOP, "").list(TreePath.ROOT)).containsExactly(".github", "apps", "docs");
  }

  @Test
  void aFileInTheTreeReplacesTheDefaultsEvenWhereItHoldsOnlyAComment() {
    assertThat(filtered(with("docs/.sourceignore", "# nothing")).list(TreePath.ROOT))
        .containsExactly(".github", "apps", "docs");
  }

  @Test
  void aFileInAFolderSpeaksOfThatFolderOnly() {
    FilteredTree tree = filtered(with("apps/till/.sourceignore", "deploy.yaml"));

    assertThat(tree.list(at("apps/till"))).containsExactly(".sourceignore");
    assertThat(tree.list(at("apps/cart"))).contains("deploy.yaml");
  }

  @Test
  void whatTheUserSaysComesAfterTheFilesInTheTree() {
    FilteredTree tree = filtered(with(".sourceignore", "*.yaml"), "!apps/till/*.yaml");

    assertThat(tree.list(at("apps/till"))).containsExactly("deploy.yaml");
    assertThat(tree.list(at("apps/cart"))).containsExactly("logo.png");
  }

  @Test
  void everythingButOneFolderCanBeLeftOut() {
    FilteredTree tree = filtered(SHOP, "/*", "!/apps");

    assertThat(tree.list(TreePath.ROOT)).containsExactly("apps");
    assertThat(tree.list(at("apps"))).containsExactly("cart", "till");
  }

  @Test
  void aFolderThatLosesNothingKeepsItsIdentity() {
    Tree whole = MemoryTree.ofTexts(SHOP);
    FilteredTree tree = filtered(SHOP);

    for (String kept : List.of("apps/till", "docs", "docs/guide.md")) {
      assertThat(tree.identity(at(kept))).as(kept).isEqualTo(whole.identity(at(kept)));
    }
    for (String changed : List.of("", "apps", "apps/cart")) {
      assertThat(tree.identity(at(changed))).as(changed).isNotEqualTo(whole.identity(at(changed)));
    }
    assertThat(tree.identity(at(".github"))).isEmpty();
  }

  @Test
  void identityFollowsWhatIsLeftAndNothingElse() {
    String before = filtered(SHOP).identity(TreePath.ROOT);

    assertThat(filtered(with("apps/cart/logo.png", "another")).identity(TreePath.ROOT))
        .isEqualTo(before);
    assertThat(filtered(with("docs/guide.md", "another")).identity(TreePath.ROOT))
        .isNotEqualTo(before);
  }
}

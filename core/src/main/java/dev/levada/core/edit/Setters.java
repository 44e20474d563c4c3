package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.Tree.Entry;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sets every marked value of a tree to what its policy chose. Files without a marker are not even
/// parsed; a marker of a policy that is not among those given is left alone.
///
/// @param images what each policy chose, by `namespace:name`
public record Setters(Map<String, ChosenImage> images) {

  private static final byte[] KEY = Marker.KEY.getBytes(StandardCharsets.US_ASCII);

  /// Edits the files in a folder and below.
  public Edits apply(Tree tree, TreePath folder) {
    var files = new TreeMap<TreePath, byte[]>();
    var changes = new ArrayList<Change>();
    var problems = new ArrayList<Problem>();
    for (TreePath file : candidates(tree, folder)) {
      try {
        byte[] bytes = tree.read(file);
        if (contains(bytes)) {
          var edit = new MarkedFile(file, YamlText.parse(bytes), images, changes, problems);
          edit.apply().ifPresent(edited -> files.put(file, edited));
        }
      } catch (UneditableFile | Tree.TooLarge broken) {
        problems.add(
            new Problem(file, 0, "it holds a marker but cannot be edited: " + broken.getMessage()));
      }
    }
    return new Edits(Map.copyOf(files), List.copyOf(changes), List.copyOf(problems));
  }

  /// The YAML files, sorted; symbolic links are not followed.
  private static List<TreePath> candidates(Tree tree, TreePath start) {
    var found = new ArrayList<TreePath>();
    Deque<TreePath> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      TreePath path = left.pop();
      switch (tree.entry(path)) {
        case Entry.Folder _ -> tree.list(path).forEach(name -> left.push(path.child(name)));
        case Entry.File _ -> Optional.of(path).filter(Setters::isYaml).ifPresent(found::add);
        case Entry.Link _, Entry.Absent _ -> {
          // what a link points to is edited where it stands
        }
      }
    }
    found.sort(TreePath::compareTo);
    return found;
  }

  private static boolean isYaml(TreePath path) {
    String name = path.name();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("Kustomization");
  }

  private static boolean contains(byte[] bytes) {
    for (int i = 0; i + KEY.length <= bytes.length; i++) {
      if (bytes[i] == KEY[0] && bytes[i + 1] == KEY[1] && startsWith(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int at) {
    return Arrays.equals(bytes, at, at + KEY.length, KEY, 0, KEY.length);
  }
}

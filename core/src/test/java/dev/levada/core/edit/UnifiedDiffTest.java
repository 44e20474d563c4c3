package dev.levada.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  private static String diff(String before, String after) {
    var file = new TreePath("a.yaml");
    var edits =
        new Edits(Map.of(file, after.getBytes(StandardCharsets.UTF_8)), List.of(), List.of());
    return UnifiedDiff.of(MemoryTree.ofTexts(Map.of("a.yaml", before)), edits);
  }

  @Test
  void distantChangesAreHunksOfTheirOwn() {
    String before = "a\n1\n2\n3\n4\n5\n6\n7\nb\n";

    assertThat(diff(before, before.replace("a", "x").replace("b\n", "y")))
        .isEqualTo(
            """
            --- a/a.yaml
            +++ b/a.yaml
            @@ -1,4 +1,4 @@
            -a
            +x
             1
             2
             3
            @@ -6,4 +6,4 @@
             5
             6
             7
            -b
            +y
            \\ No newline at end of file
            """);
  }

  @Property(tries = 2000)
  void thePatchLeadsFromTheOldTextToTheNew(
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String before,
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String after,
      @ForAll boolean ended) {
    String old = String.join("\n", before.split(""));
    String fresh = String.join("\n", after.split("")) + (ended ? "\n" : "");

    assertThat(patched(old, diff(old, fresh))).isEqualTo(fresh);
  }

  /// The text with a patch applied, as `patch` does it: each line that the patch names must be
  /// there.
  private static String patched(String text, String diff) {
    List<String> old = text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    var out = new ArrayList<String>();
    int at = 0;
    int left = 0;
    char mark = ' ';
    for (String line : diff.lines().skip(2).toList()) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        assertThat(left).as("lines that a hunk did not have").isZero();
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        int start = Integer.parseInt(hunk.group(1)) - (count == 0 ? 0 : 1);
        out.addAll(old.subList(at, start));
        at = start;
        left = count;
        continue;
      }
      String body = line.substring(1) + "\n";
      switch (line.charAt(0)) {
        case ' ', '-' -> {
          assertThat(body.strip()).isEqualTo(old.get(at).strip());
          if (line.charAt(0) == ' ') {
            out.add(old.get(at));
          }
          at++;
          left--;
        }
        case '+' -> out.add(body);
        default -> {
          // the mark behind a line that was taken away is about the old text only
          if (mark == '+') {
            out.set(out.size() - 1, out.getLast().strip());
          }
        }
      }
      mark = line.charAt(0);
    }
    out.addAll(old.subList(at, old.size()));
    return String.join("", out);
  }
}

package dev.levada.core.kustomize;

import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;

/// Values of a YAML text that are not of their type, such as the number `abc`. Kustomize keeps the
/// type and writes it before them. No node can be like that, so a word stands for each until the
/// text is written.
final class MisfitTexts {

  private static final String WORD = "misfit-of-a-replacement-";

  /// @param tag the type as YAML writes it
  private record Misfit(String tag, String text) {}

  private final List<Misfit> misfits = new ArrayList<>();

  /// What stands for a value.
  Scalar add(String tag, String text) {
    misfits.add(new Misfit(tag, text));
    return Scalar.of(word(misfits.size() - 1));
  }

  /// A written text with the values themselves.
  String inserted(String written) {
    String text = written;
    for (int i = misfits.size() - 1; i >= 0; i--) {
      int at = text.indexOf(word(i));
      if (at >= 0) {
        text =
            text.substring(0, at)
                + value(misfits.get(i), indentAt(text, at))
                + text.substring(at + word(i).length());
      }
    }
    return text;
  }

  private static String word(int index) {
    return WORD + index;
  }

  private static String indentAt(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = start;
    while (text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(start, end) + "  ";
  }

  private static String value(Misfit misfit, String indent) {
    if (misfit.text().indexOf('\n') < 0) {
      return (misfit.tag() + " " + misfit.text()).strip();
    }
    String lines = misfit.text().stripTrailing().replace("\n", "\n" + indent);
    return misfit.tag() + (misfit.text().endsWith("\n") ? " |\n" : " |-\n") + indent + lines;
  }
}

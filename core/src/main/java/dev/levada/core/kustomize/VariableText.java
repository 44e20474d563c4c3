package dev.levada.core.kustomize;

import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.Map;

/// A text with `$(NAME)` in it; `$$` stands for a dollar sign, unknown names stay as they are.
record VariableText(String text, Map<String, Node> values) {

  /// The text with values put in; a text that is one reference only becomes the value itself.
  Scalar expanded(Scalar before) {
    if (isReference(0) && text.indexOf(')') == text.length() - 1) {
      String name = text.substring(2, text.length() - 1);
      return values.get(name) instanceof Scalar value && !value.isNull()
          ? value
          : values.containsKey(name) ? before : plain(before);
    }
    return plain(before);
  }

  private Scalar plain(Scalar before) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("$$", i)) {
        out.append('$');
        i++;
      } else if (isReference(i)) {
        int end = text.indexOf(')', i);
        out.append(value(text.substring(i + 2, end)));
        i = end;
      } else {
        out.append(text.charAt(i));
      }
    }
    return new Scalar(Scalar.Kind.STRING, out.toString(), before.quoted());
  }

  private boolean isReference(int at) {
    return text.startsWith("$(", at) && text.indexOf(')', at) > 0;
  }

  private String value(String name) {
    return values.get(name) instanceof Scalar scalar && !scalar.isNull()
        ? scalar.text()
        : "$(" + name + ")";
  }
}

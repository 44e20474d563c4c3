package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.Nil;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// How the right side of an expression is read: which flag it came with.
public sealed interface SetValue {

  /// Reads the value that begins where the reader stands.
  Object read(SetReader in);

  /// Whether a backslash takes the next character as it is.
  default boolean escapes() {
    return true;
  }

  /// Whether a comma separates expressions.
  default boolean separates() {
    return true;
  }

  /// `--set`: booleans, null and whole numbers are what they look like.
  record Typed() implements SetValue {

    @Override
    public Object read(SetReader in) {
      return words(in, Typed::typed);
    }

    private static Object typed(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        case "null" -> Nil.NIL;
        case "0" -> Int64.of(0);
        default -> whole(word);
      };
    }

    private static Object whole(String word) {
      if (word.isEmpty() || word.startsWith("0")) {
        return word;
      }
      try {
        return Int64.of(Long.parseLong(word));
      } catch (NumberFormatException e) {
        return word;
      }
    }
  }

  /// `--set-string`: all is text.
  record Text() implements SetValue {

    @Override
    public Object read(SetReader in) {
      return words(in, word -> word);
    }
  }

  /// `--set-file`: names of files, whose content is the value.
  ///
  /// @param content a file's content by its name
  record File(UnaryOperator<String> content) implements SetValue {

    @Override
    public Object read(SetReader in) {
      boolean empty = in.rest().isEmpty() || in.rest().startsWith(",");
      return words(in, word -> empty ? "" : content.apply(word));
    }
  }

  /// `--set-literal`: the rest as it stands.
  record Literal() implements SetValue {

    @Override
    public Object read(SetReader in) {
      String rest = in.rest();
      in.skip(rest.length());
      return rest;
    }

    @Override
    public boolean escapes() {
      return false;
    }

    @Override
    public boolean separates() {
      return false;
    }
  }

  /// `--set-json`: a JSON value.
  record Json() implements SetValue {

    @Override
    public Object read(SetReader in) {
      return JsonPrefix.read(in);
    }
  }

  private static Object words(SetReader in, java.util.function.Function<String, Object> word) {
    if (!in.take('{')) {
      return word.apply(in.until(","));
    }
    var items = new ArrayList<Object>();
    do {
      String item = in.until(",}");
      if (in.stop() == SetReader.END) {
        throw new SetInvalid("list must terminate with '}'");
      }
      items.add(word.apply(item));
    } while (in.stop() == ',');
    in.take(',');
    return GoList.copyOf(items);
  }
}

package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.format.Floats;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// How Go prints a value with `%t` where it is no boolean, and with `%v`.
final class BadTruth {

  private BadTruth() {}

  /// With `%t`.
  static String text(Object value) {
    return switch (value) {
      case Boolean flag -> flag.toString();
      case Nil _ -> "%!t(<nil>)";
      case GoList list -> items(list, true);
      default -> "%!t(" + Types.name(value) + "=" + plain(value) + ")";
    };
  }

  /// With `%v`.
  static String plain(Object value) {
    return switch (value) {
      case Nil _ -> "<nil>";
      case GoList list -> items(list, false);
      case GoMap map -> {
        var text = new StringBuilder("map[");
        for (String key : map.keys()) {
          text.append(text.length() > 4 ? " " : "").append(key).append(':');
          text.append(plain(map.get(key)));
        }
        yield text.append(']').toString();
      }
      case Double number -> number(number);
      default -> value.toString();
    };
  }

  private static String items(GoList list, boolean truth) {
    var text = new StringBuilder("[");
    for (int i = 0; i < list.size(); i++) {
      text.append(i > 0 ? " " : "");
      Object item = list.get(i);
      text.append(truth && item != Nil.NIL ? text(item) : plain(item));
    }
    return text.append(']').toString();
  }

  private static String number(double number) {
    return Floats.text(number);
  }
}

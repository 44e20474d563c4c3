package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Kind;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// One value by a verb: `%d`, `%v`, `%q` and the rest, lists and maps element by element.
final class ValueFormat {

  private final StringBuilder out;
  private final Flags flags;
  private final IntegerFormat integers;
  private final FloatFormat floats;

  ValueFormat(StringBuilder out, Flags flags) {
    this.out = out;
    this.flags = flags;
    this.integers = new IntegerFormat(flags);
    this.floats = new FloatFormat(flags);
  }

  void write(Object value, int verb) {
    if (verb == 'T') {
      flags.pad(out, flags.truncate(Types.name(value)));
    } else if (value == Nil.NIL && verb == 'v') {
      flags.pad(out, "<nil>");
    } else if (verb == 'w') {
      bad(value, verb);
    } else {
      write(value, verb, 0);
    }
  }

  private void write(Object value, int verb, int depth) {
    if (depth > Printer.DEEPEST) {
      out.append("...");
      return;
    }
    boolean good =
        switch (value) {
          case Nil _ -> nil(depth);
          case GoMap map -> map(map, verb, depth);
          case GoSlice slice -> slice(slice, verb, depth);
          case GoObject object -> object(object, verb, depth);
          default -> verb < 0x80 && scalar(value, (char) verb);
        };
    if (!good) {
      bad(value, verb);
    }
  }

  private boolean nil(int depth) {
    if (depth == 0) {
      return false;
    }
    out.append(flags.goSyntax ? "interface {}(nil)" : "<nil>");
    return true;
  }

  private void bad(Object value, int verb) {
    out.append("%!").appendCodePoint(verb).append('(').append(Types.name(value));
    if (value != Nil.NIL) {
      out.append('=');
      plain(value);
    }
    out.append(')');
  }

  // Here Go asks no value for its text.
  private void plain(Object value) {
    switch (value) {
      case GoObject object when object.kind().isSigned() -> write(object.plain(), 'v', 0);
      case GoObject object when !object.fields().isEmpty() -> struct(object, 'v', 0);
      default -> write(value, 'v', 0);
    }
  }

  private boolean scalar(Object value, char verb) {
    return switch (value) {
      case String text -> string(text, verb);
      case Long number -> integers.write(out, number, true, verb);
      case Double number -> floats.write(out, number, verb);
      case Boolean bool -> bool(bool, verb);
      case Int64 number -> integers.write(out, number.value(), true, verb);
      case Unsigned number -> integers.write(out, number.value(), false, verb);
      case Complex complex -> complex(complex, verb);
      default -> false;
    };
  }

  private boolean bool(boolean value, char verb) {
    if (verb != 't' && verb != 'v') {
      return false;
    }
    flags.pad(out, Boolean.toString(value));
    return true;
  }

  private boolean complex(Complex complex, char verb) {
    if ("vbgGxXfFeE".indexOf(verb) < 0) {
      return false;
    }
    boolean plus = flags.plus;
    out.append('(');
    floats.write(out, complex.real(), verb);
    flags.plus = true;
    floats.write(out, complex.imaginary(), verb);
    out.append("i)");
    flags.plus = plus;
    return true;
  }

  private boolean string(String text, char verb) {
    switch (verb) {
      case 'v' -> {
        if (flags.goSyntax) {
          quoted(text);
        } else {
          flags.pad(out, flags.truncate(text));
        }
      }
      case 's' -> flags.pad(out, flags.truncate(text));
      case 'q' -> quoted(text);
      case 'x', 'X' -> flags.hex(out, text, verb == 'X');
      default -> {
        return false;
      }
    }
    return true;
  }

  private void quoted(String text) {
    String shown = flags.truncate(text);
    if (flags.sharp && Quotes.canBackquote(shown)) {
      flags.pad(out, "`" + shown + "`");
    } else {
      flags.pad(out, flags.plus ? Quotes.quoteAscii(shown) : Quotes.quote(shown));
    }
  }

  private boolean object(GoObject object, int verb, int depth) {
    if (object.hasText() && !flags.goSyntax && "vsqxX".indexOf(verb) >= 0) {
      return string(object.text(), (char) verb);
    }
    if (!object.fields().isEmpty()) {
      struct(object, verb, depth);
      return true;
    }
    return (flags.goSyntax && verb == 'v')
        ? string(object.goSyntax(), 's')
        : withoutText(object, verb, depth);
  }

  private boolean withoutText(GoObject object, int verb, int depth) {
    Object plain = object.plain();
    if (plain instanceof Long || plain instanceof Int64) {
      return scalar(plain, (char) verb);
    }
    if (plain instanceof String || verb == 'v') {
      return string(object.text(), verb == 'v' ? 's' : (char) verb);
    }
    write(plain, verb, depth + 1);
    return true;
  }

  private void struct(GoObject object, int verb, int depth) {
    String type = object.typeName();
    boolean pointer = object.kind() == Kind.PTR;
    out.append(pointer ? "&" : "");
    if (flags.goSyntax) {
      out.append(pointer ? type.substring(1) : type);
    }
    out.append('{');
    String between = "";
    for (var field : object.fields().entrySet()) {
      out.append(between);
      if (flags.goSyntax || flags.named) {
        out.append(field.getKey()).append(':');
      }
      write(field.getValue(), verb, depth + 1);
      between = flags.goSyntax ? ", " : " ";
    }
    out.append('}');
  }

  private boolean map(GoMap map, int verb, int depth) {
    if (flags.goSyntax) {
      out.append(map.type().goName());
      if (map.isNil()) {
        out.append("(nil)");
        return true;
      }
    }
    out.append(flags.goSyntax ? "{" : "map[");
    String between = "";
    for (String key : map.keys()) {
      out.append(between);
      write(key, verb, depth + 1);
      out.append(':');
      write(map.get(key), verb, depth + 1);
      between = flags.goSyntax ? ", " : " ";
    }
    out.append(flags.goSyntax ? '}' : ']');
    return true;
  }

  private boolean slice(GoSlice slice, int verb, int depth) {
    if (slice instanceof GoBytes bytes && "sqxX".indexOf(verb) >= 0) {
      return string(bytes.text(), (char) verb);
    }
    if (flags.goSyntax) {
      goSlice(slice, verb, depth);
    } else {
      out.append('[');
      elements(slice, verb, depth, " ");
      out.append(']');
    }
    return true;
  }

  private void goSlice(GoSlice slice, int verb, int depth) {
    out.append(slice instanceof GoBytes ? "[]byte" : slice.type().goName());
    if (slice.isNil()) {
      out.append("(nil)");
      return;
    }
    out.append('{');
    elements(slice, verb, depth, ", ");
    out.append('}');
  }

  private void elements(GoSlice slice, int verb, int depth, String between) {
    for (int i = 0; i < slice.size(); i++) {
      if (i > 0) {
        out.append(between);
      }
      write(slice.get(i), verb, depth + 1);
    }
  }
}

package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows fields: a method first, then a struct's field or a map's key.
final class FieldAccess {

  private static final Command NO_ARGUMENTS = new Command(0, List.of());

  private FieldAccess() {}

  /// The value at the end of a chain of names that is given no arguments.
  static Object walk(
      Frame frame, Node node, Object start, boolean startBoxed, List<String> names, int from) {
    Object value = start;
    boolean boxed = startBoxed;
    for (int i = from; i < names.size(); i++) {
      value = step(frame, node, value, boxed, names.get(i), NO_ARGUMENTS, Command.NOTHING);
      boxed = frame.boxed;
    }
    frame.boxed = boxed;
    return value;
  }

  /// The same where the last name is given arguments.
  static Object call(
      Frame frame,
      Node node,
      Object start,
      boolean startBoxed,
      List<String> names,
      int from,
      Command command,
      Object piped) {
    int last = names.size() - 1;
    Object receiver = walk(frame, node, start, startBoxed, names.subList(0, last), from);
    return step(frame, node, receiver, frame.boxed, names.get(last), command, piped);
  }

  private static Object step(
      Frame frame,
      Node node,
      Object receiver,
      boolean boxed,
      String name,
      Command command,
      Object piped) {
    return switch (receiver) {
      case GoMap map -> ofMap(frame, node, map, name, command, piped);
      case Nil _ -> ofNil(frame, boxed, name);
      case GoObject object ->
          ofObject(frame, node, object, boxed, object.member(name), name, command, piped);
      case GoSlice slice ->
          ofObject(frame, node, slice, boxed, slice.method(name), name, command, piped);
      default -> throw missing(frame, receiver, boxed, name);
    };
  }

  private static Object ofMap(
      Frame frame, Node node, GoMap map, String name, Command command, Object piped) {
    Object method = map.method(name);
    if (method instanceof Function function) {
      return Calls.call(frame, node, function, command, piped);
    }
    refuse(frame, name, command, piped);
    frame.boxed = map.type().boxed();
    return map.get(name);
  }

  private static Object ofNil(Frame frame, boolean boxed, String name) {
    if (boxed) {
      throw frame.failure("nil pointer evaluating interface {}." + name);
    }
    frame.boxed = false;
    return Nil.NIL;
  }

  private static Object ofObject(
      Frame frame,
      Node node,
      Object receiver,
      boolean boxed,
      @Nullable Object member,
      String name,
      Command command,
      Object piped) {
    if (member == null) {
      throw missing(frame, receiver, boxed, name);
    }
    if (member instanceof Function function) {
      return Calls.call(frame, node, function, command, piped);
    }
    refuse(frame, name, command, piped);
    frame.boxed = false;
    return member;
  }

  private static void refuse(Frame frame, String name, Command command, Object piped) {
    if (command.hasArguments(piped)) {
      throw frame.failure(name + " is not a method but has arguments");
    }
  }

  private static TemplateFailed missing(Frame frame, Object receiver, boolean boxed, String name) {
    String type = boxed ? "interface {}" : Types.name(receiver);
    return frame.failure("can't evaluate field " + name + " in type " + type);
  }
}

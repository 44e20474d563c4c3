package dev.levada.core.sprig.path;

import static dev.levada.core.gotemplate.function.Parameter.MAP;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Functions on paths and URLs.
public final class PathFunctions {

  private PathFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    of(all, "base", PathFunctions::base);
    of(all, "dir", PathFunctions::directory);
    of(all, "clean", PathFunctions::clean);
    of(all, "ext", PathFunctions::extension);
    for (String name : List.of("isAbs", "osIsAbs")) {
      all.add(Function.of(name, (_, given) -> ((String) given[0]).startsWith("/"), STRING));
    }
    all.add(Function.of("urlParse", (_, given) -> UrlParts.table((String) given[0]), STRING));
    all.add(Function.of("urlJoin", (_, given) -> UrlWriter.join((GoMap) given[0]), MAP));
    all.add(Function.of("getHostByName", (_, _) -> "", STRING));
    return all;
  }

  private static void of(List<Function> all, String name, UnaryOperator<String> body) {
    var function = Function.of(name, (_, given) -> body.apply((String) given[0]), STRING);
    all.add(function);
    all.add(function.as("os" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
  }

  private static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return "/";
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String directory(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    var kept = new ArrayDeque<String>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        goUp(kept, rooted);
      } else if (!part.isEmpty() && !part.equals(".")) {
        kept.addLast(part);
      }
    }
    String joined = String.join("/", kept);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  private static void goUp(ArrayDeque<String> kept, boolean rooted) {
    if (!kept.isEmpty() && !kept.getLast().equals("..")) {
      kept.removeLast();
    } else if (!rooted) {
      kept.addLast("..");
    }
  }
}

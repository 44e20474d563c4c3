package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.helm.chart.ChartFile;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `.Files`: a chart's files by their names.
final class FilesMap extends GoMap {

  private static final GoBytes NONE = new GoBytes(new byte[0]);
  private static final MapType TYPE = new MapType("engine.files", "[]uint8", NONE);

  FilesMap() {
    super(TYPE);
  }

  static FilesMap of(List<ChartFile> files) {
    var map = new FilesMap();
    files.forEach(file -> map.put(file.name(), new GoBytes(file.data().clone())));
    return map;
  }

  @Override
  public @Nullable Object method(String name) {
    return switch (name) {
      case "Get" -> function(name, path -> bytes(path).text());
      case "GetBytes" -> function(name, this::bytes);
      case "Glob" -> function(name, this::glob);
      case "Lines" -> function(name, this::lines);
      case "AsConfig" -> Function.of(name, (_, _) -> encoded(GoBytes::text));
      case "AsSecrets" ->
          Function.of(
              name,
              (_, _) -> encoded(bytes -> Base64.getEncoder().encodeToString(bytes.toArray())));
      default -> null;
    };
  }

  private static Function function(String name, java.util.function.Function<String, Object> body) {
    return Function.of(name, (_, arguments) -> body.apply((String) arguments[0]), Parameter.STRING);
  }

  private GoBytes bytes(String path) {
    return get(path) instanceof GoBytes bytes ? bytes : NONE;
  }

  private FilesMap glob(String pattern) {
    Predicate<String> matches = FileGlob.of(pattern);
    var found = new FilesMap();
    for (String name : keys()) {
      if (matches.test(name)) {
        found.put(name, get(name));
      }
    }
    return found;
  }

  private GoList lines(String path) {
    if (!has(path)) {
      return GoList.strings(List.of());
    }
    String text = bytes(path).text();
    if (text.isEmpty()) {
      throw new FunctionFailed("runtime error: index out of range [-1]");
    }
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return GoList.strings(Arrays.asList(whole.split("\n", -1)));
  }

  private String encoded(java.util.function.Function<GoBytes, String> text) {
    if (size() == 0) {
      return "";
    }
    var map = new GoMap(MapType.STRINGS);
    for (String name : keys()) {
      map.put(name.substring(name.lastIndexOf('/') + 1), GoStrings.join(text.apply(bytes(name))));
    }
    return EncodedYaml.text(map);
  }
}

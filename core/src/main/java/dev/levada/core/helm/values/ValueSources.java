package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.table.JsonValues;
import dev.levada.core.helm.table.Tables;
import dev.levada.core.helm.table.ValuesText;
import dev.levada.core.helm.table.YamlInvalid;
import java.util.List;
import java.util.function.UnaryOperator;

/// The values that a user gives, from weak to strong, whatever their order on the command line.
///
/// @param files contents of values files, in order
/// @param json `--set-json`
/// @param set `--set`
/// @param strings `--set-string`
/// @param fileContents `--set-file`
/// @param literals `--set-literal`
public record ValueSources(
    List<ValuesFile> files,
    List<String> json,
    List<String> set,
    List<String> strings,
    List<String> fileContents,
    List<String> literals) {

  /// No values at all.
  public static final ValueSources NONE =
      new ValueSources(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// Fixes the lists.
  public ValueSources {
    files = List.copyOf(files);
    json = List.copyOf(json);
    set = List.copyOf(set);
    strings = List.copyOf(strings);
    fileContents = List.copyOf(fileContents);
    literals = List.copyOf(literals);
  }

  /// A values file.
  ///
  /// @param name what the user called it
  /// @param data its content
  public record ValuesFile(String name, String data) {}

  /// One table of all of them.
  ///
  /// @param content the content of a file that `--set-file` names
  /// @throws SetInvalid where one cannot be read
  public GoMap merge(UnaryOperator<String> content) {
    GoMap all = GoMap.create();
    files.forEach(file -> Tables.overlay(all, read(file)));
    json.forEach(text -> setJson(all, text));
    each(all, "--set", set, new SetValue.Typed());
    each(all, "--set-string", strings, new SetValue.Text());
    each(all, "--set-file", fileContents, new SetValue.File(content));
    each(all, "--set-literal", literals, new SetValue.Literal());
    return all;
  }

  private static GoMap read(ValuesFile file) {
    try {
      return ValuesText.read(dev.levada.core.gotemplate.value.GoStrings.bytes(file.data()));
    } catch (YamlInvalid e) {
      throw new SetInvalid("failed to parse " + file.name() + ": " + e.text());
    }
  }

  private static void setJson(GoMap all, String text) {
    if (!text.strip().startsWith("{")) {
      try {
        SetExpression.apply(all, text, new SetValue.Json());
      } catch (SetInvalid e) {
        throw new SetInvalid("failed parsing --set-json data " + text);
      }
      return;
    }
    try {
      Tables.overlay(all, (GoMap) JsonValues.read(text.strip()));
    } catch (YamlInvalid e) {
      throw new SetInvalid("failed parsing --set-json data JSON: " + text);
    }
  }

  private static void each(GoMap all, String flag, List<String> texts, SetValue value) {
    for (String text : texts) {
      try {
        SetExpression.apply(all, text, value);
      } catch (SetInvalid e) {
        throw new SetInvalid("failed parsing " + flag + " data: " + e.text());
      }
    }
  }
}

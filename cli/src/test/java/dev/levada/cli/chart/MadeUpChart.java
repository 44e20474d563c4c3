package dev.levada.cli.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A chart and the arguments it is rendered with, made up by chance.
///
/// @param files what is in the chart's folder
/// @param arguments the arguments, `{in}` in the place of the folder
record MadeUpChart(Map<String, String> files, List<String> arguments) {

  static MadeUpChart of(Grammar.Writer writer) {
    var files = new TreeMap<String, String>();
    files.put("Chart.yaml", writer.text("chart"));
    files.put("values.yaml", writer.text("values"));
    files.put("templates/_helpers.tpl", writer.text("helpers"));
    files.put("templates/configmap.yaml", writer.text("configmap"));
    files.put("templates/service.yaml", writer.text("service"));
    if (writer.oneIn(2)) {
      files.put("templates/deployment.yaml", writer.text("deployment"));
    }
    if (writer.oneIn(4)) {
      files.put("templates/NOTES.txt", writer.text("notes"));
    }
    files.put("files/config.txt", writer.text("text"));
    files.put("files/a.json", writer.text("json"));
    files.put("over.yaml", writer.text("over"));
    if (files.get("Chart.yaml").contains("- name: sub") || writer.oneIn(4)) {
      files.put("charts/sub/Chart.yaml", writer.text("subchart"));
      files.put("charts/sub/values.yaml", writer.text("subvalues"));
      files.put("charts/sub/templates/sub.yaml", writer.text("subtemplate"));
    }
    var arguments = new ArrayList<>(List.of("app"));
    List.of(writer.text("flags").split("\t", -1)).stream()
        .filter(word -> !word.isEmpty())
        .forEach(arguments::add);
    arguments.remove(arguments.contains("--name-template") ? "app" : "");
    return new MadeUpChart(files, arguments);
  }

  void write(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}

package dev.levada.core.edit;

import dev.levada.core.tree.TreePath;
import java.util.List;

/// Changes of single values in one file.
///
/// @param file its path
/// @param yaml its text
/// @param rewrite takes the replacements
/// @param changes where changes are noted
record SiteChange(TreePath file, YamlText yaml, Rewrite rewrite, List<Change> changes) {

  /// Sets a value that stands there, unless it is so already.
  void set(Site site, String value, String setter) {
    if (value.equals(site.value())) {
      return;
    }
    boolean missing = site.start() == site.end();
    String written = ScalarText.at(site, value);
    rewrite.replace(site.start(), site.end(), missing ? " " + written : written);
    note(site, site.value(), value, setter);
  }

  /// Puts text in at an index, where nothing of the kind stood.
  ///
  /// @param near a site of the object that it belongs to
  void insert(int index, String text, Site near, String value, String setter) {
    rewrite.replace(index, index, text);
    note(near, "", value, setter);
  }

  private void note(Site near, String oldValue, String newValue, String setter) {
    changes.add(
        new Change(
            file,
            EditedObject.of(yaml, near.document()),
            yaml.line(near.start()),
            oldValue,
            newValue,
            setter));
  }
}

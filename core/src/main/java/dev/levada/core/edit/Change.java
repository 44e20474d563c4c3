package dev.levada.core.edit;

import dev.levada.core.tree.TreePath;

/// A value that was changed.
///
/// @param file the file
/// @param object the object in the file that holds the value
/// @param line the line, from 1
/// @param oldValue what stood there
/// @param newValue what stands there now
/// @param setter what the value was changed for: a marker's text, or the place that was named
public record Change(
    TreePath file,
    EditedObject object,
    int line,
    String oldValue,
    String newValue,
    String setter) {}

package dev.levada.operator.journal;

import java.util.Optional;

/// Where the journal lies.
public interface JournalStore {

  /// Which object it is, for messages.
  String subject();

  /// The text that was written last; nothing where none ever was.
  Optional<String> read();

  /// Writes a text in place of the last one; returns when it is there to stay.
  void write(String text);
}

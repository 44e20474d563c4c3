package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.FunctionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Templates by name; immutable and safe to execute in parallel. A set is built by adding texts,
/// each of which may define more templates than its own.
public final class TemplateSet {

  // A small layer is copied, a large one is shared: `tpl` adds one text to hundreds again and
  // again.
  private static final int LARGE_LAYER = 32;

  private final ParsedTexts texts;
  private final Map<String, Definition> below;
  private final Map<String, Definition> own;

  private TemplateSet(
      ParsedTexts texts, Map<String, Definition> below, Map<String, Definition> own) {
    this.texts = texts;
    this.below = below;
    this.own = own;
  }

  /// A set without templates.
  public static TemplateSet empty(FunctionTable functions) {
    return new TemplateSet(new ParsedTexts(functions), Map.of(), Map.of());
  }

  /// The functions that texts of this set may call.
  public FunctionTable functions() {
    return texts.functions();
  }

  /// This set and what a text defines: later definitions replace earlier ones, unless their body is
  /// only white space and comments. A text that was parsed before, with the same name, for this set
  /// or one that it was built from, is not parsed again.
  ///
  /// @throws ParseFailed where the text is no template
  public TemplateSet with(String name, String text) {
    List<Definition> definitions = texts.parse(name, text);
    var added = new HashMap<>(own);
    for (Definition definition : definitions) {
      if (!definition.isEmpty() || find(definition.name()) == null) {
        added.put(definition.name(), definition);
      }
    }
    if (added.size() <= LARGE_LAYER) {
      return new TemplateSet(texts, below, added);
    }
    var all = new HashMap<>(below);
    all.putAll(added);
    return new TemplateSet(texts, all, Map.of());
  }

  /// Starts an execution.
  public Execution start(Environment environment, Limits limits) {
    return new Run(this, environment, limits);
  }

  /// Whether a template of this name has been added.
  public boolean defines(String name) {
    return find(name) != null;
  }

  @Nullable Definition find(String name) {
    Definition definition = own.get(name);
    return definition != null ? definition : below.get(name);
  }
}

package dev.levada.core.message;

import com.google.re2j.Pattern;
import dev.levada.core.edit.Change;
import dev.levada.core.gotemplate.Environment;
import dev.levada.core.gotemplate.LimitExceeded;
import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.sprig.SprigFunctions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The template of a commit's message (flux-api §2.7) or of another text about a change. It sees
/// `.AutomationObject`, `.Changed` and `.Values`.
public final class CommitTemplate {

  private static final String USUAL = "Update from image update automation";
  private static final String COMMIT = "commit message";
  private static final Pattern REMOVED =
      Pattern.compile("\\.Updated\\b|\\.Changed\\.ImageResult\\b");

  /// What no message needs.
  private static final Limits LIMITS = new Limits(10_000_000L, 1L << 20, 100, () -> false);

  private final TemplateSet set;
  private final String name;

  private CommitTemplate(TemplateSet set, String name) {
    this.set = set;
    this.name = name;
  }

  /// What a message is about.
  ///
  /// @param namespace the automation's namespace
  /// @param name the automation's name
  /// @param changes the values that were changed
  /// @param values further values that the user gives
  /// @param now when
  public record Subject(
      String namespace,
      String name,
      List<Change> changes,
      Map<String, String> values,
      Instant now) {}

  /// Reads the template of a commit's message.
  ///
  /// @param text the template; empty for the usual message
  /// @throws UnusableTemplate where it is none
  public static CommitTemplate parse(String text) {
    return parse(text.isEmpty() ? USUAL : text, COMMIT);
  }

  /// Reads the template of another text about the same changes.
  ///
  /// @param text the template
  /// @param name what the text is called in messages
  /// @throws UnusableTemplate where it is none
  public static CommitTemplate parse(String text, String name) {
    if (REMOVED.matcher(text).find()) {
      throw new UnusableTemplate(
          "the template of the "
              + name
              + " uses .Updated or .Changed.ImageResult, which Flux 2.7"
              + " removed. Use .Changed.Changes, .Changed.Objects or .Changed.FileChanges",
          true);
    }
    try {
      var empty = TemplateSet.empty(SprigFunctions.table());
      return new CommitTemplate(empty.with(name, text), name);
    } catch (ParseFailed broken) {
      throw new UnusableTemplate(
          "the template of the " + name + " cannot be read: " + broken.getMessage(), false);
    }
  }

  /// The message.
  ///
  /// @throws UnusableTemplate where the template fails
  public String render(Subject subject) {
    return render(subject, Map.of());
  }

  /// A text that sees further fields.
  ///
  /// @param fields their values by their names
  /// @throws UnusableTemplate where the template fails
  public String render(Subject subject, Map<String, String> fields) {
    var environment = new Environment(subject.now(), new SplittableRandom(0), subject);
    try {
      return set.start(environment, LIMITS).run(name, data(subject, fields));
    } catch (TemplateFailed | LimitExceeded broken) {
      throw new UnusableTemplate("the " + name + " cannot be made: " + broken.getMessage(), false);
    }
  }

  private static Struct data(Subject subject, Map<String, String> more) {
    var values = new GoMap(MapType.STRINGS);
    subject.values().forEach(values::put);
    var automation =
        new Struct(
            "types.NamespacedName",
            Map.of("Namespace", subject.namespace(), "Name", subject.name()),
            subject.namespace() + "/" + subject.name());
    var changed =
        new Struct(
            "update.ResultV2",
            Map.of(
                "FileChanges", ObjectChanges.byFile(subject.changes()),
                "Objects", ObjectChanges.of(subject.changes()),
                "Changes", ObjectChanges.list(subject.changes())),
            "{" + subject.changes().size() + " changes}");
    var fields = new HashMap<String, Object>(more);
    fields.put("AutomationObject", automation);
    fields.put("Changed", changed);
    fields.put("Values", values);
    return new Struct("source.TemplateData", Map.copyOf(fields), "");
  }
}

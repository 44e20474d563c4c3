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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The template of a commit's message (flux-api §2.7). It sees `.AutomationObject`, `.Changed` and
/// `.Values`.
public final class CommitTemplate {

  private static final String USUAL = "Update from image update automation";
  private static final String NAME = "commit message";
  private static final Pattern REMOVED =
      Pattern.compile("\\.Updated\\b|\\.Changed\\.ImageResult\\b");

  /// What no message needs.
  private static final Limits LIMITS = new Limits(10_000_000L, 1L << 20, 100, () -> false);

  private final TemplateSet set;

  private CommitTemplate(TemplateSet set) {
    this.set = set;
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

  /// Reads a template.
  ///
  /// @param text the template; empty for the usual message
  /// @throws UnusableTemplate where it is none
  public static CommitTemplate parse(String text) {
    if (REMOVED.matcher(text).find()) {
      throw new UnusableTemplate(
          "the template of the commit message uses .Updated or .Changed.ImageResult, which Flux 2.7"
              + " removed. Use .Changed.Changes, .Changed.Objects or .Changed.FileChanges",
          true);
    }
    try {
      var empty = TemplateSet.empty(SprigFunctions.table());
      return new CommitTemplate(empty.with(NAME, text.isEmpty() ? USUAL : text));
    } catch (ParseFailed broken) {
      throw new UnusableTemplate(
          "the template of the commit message cannot be read: " + broken.getMessage(), false);
    }
  }

  /// The message.
  ///
  /// @throws UnusableTemplate where the template fails
  public String render(Subject subject) {
    var environment = new Environment(subject.now(), new SplittableRandom(0), subject);
    try {
      return set.start(environment, LIMITS).run(NAME, data(subject));
    } catch (TemplateFailed | LimitExceeded broken) {
      throw new UnusableTemplate(
          "the commit message cannot be made: " + broken.getMessage(), false);
    }
  }

  private static Struct data(Subject subject) {
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
    return new Struct(
        "source.TemplateData",
        Map.of("AutomationObject", automation, "Changed", changed, "Values", values),
        "");
  }
}

package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.Call;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One execution: what it may still take, and what functions ask of it.
final class Run implements Execution, Call {

  private static final int STEPS_BETWEEN_CHECKS = 4096;

  private final Environment environment;
  private final Limits limits;
  private TemplateSet templates;
  private long steps;
  private long nextCheck;
  private long output;
  private int depth;

  Run(TemplateSet templates, Environment environment, Limits limits) {
    this.templates = templates;
    this.environment = environment;
    this.limits = limits;
  }

  @Override
  public String run(String template, Object data) {
    int outer = depth;
    TemplateSet outerTemplates = templates;
    try {
      return render(template, data);
    } catch (StackOverflowError _) {
      throw new TemplateFailed(
          "template: " + template + ": exceeded maximum template depth (" + limits.depth() + ")");
    } finally {
      depth = outer;
      templates = outerTemplates;
    }
  }

  @Override
  public Instant now() {
    return environment.now();
  }

  @Override
  public RandomGenerator random() {
    return environment.random();
  }

  @Override
  public <T> T host(Class<T> type) {
    return type.cast(environment.host());
  }

  @Override
  public void spend(long cost) {
    steps += cost;
    if (steps < nextCheck) {
      return;
    }
    nextCheck = steps + STEPS_BETWEEN_CHECKS;
    if (steps > limits.steps()) {
      throw new LimitExceeded(
          "the template takes more than "
              + limits.steps()
              + " steps; look for a loop or a recursion that does not end, or raise the limit");
    }
    if (limits.interrupted().getAsBoolean()) {
      throw new LimitExceeded(
          "the template was stopped because its time is over; look for a loop or a recursion that"
              + " does not end, or allow more time");
    }
  }

  void countOutput(int characters) {
    output += characters;
    if (output > limits.output()) {
      throw new LimitExceeded(
          "the template writes more than "
              + limits.output()
              + " characters; look for a loop that does not end, or raise the limit");
    }
  }

  @Override
  public boolean defines(String template) {
    return find(template) != null;
  }

  @Override
  public String render(String template, Object data) {
    Definition definition = find(template);
    if (definition == null) {
      throw new TemplateFailed(
          "template: no template "
              + dev.levada.core.gotemplate.format.Quotes.quote(template)
              + " associated with template \"gotpl\"");
    }
    var out = new StringBuilder();
    execute(definition, data, out);
    return out.toString();
  }

  @Override
  public String renderText(String name, String text, Object data) {
    TemplateSet outer = templates;
    templates = outer.with(name, text);
    try {
      return render(name, data);
    } finally {
      templates = outer;
    }
  }

  void execute(Definition definition, Object dot, StringBuilder out) {
    depth++;
    definition.body().execute(new Frame(this, definition, dot, out));
    depth--;
  }

  @Nullable Definition find(String template) {
    return templates.find(template);
  }

  boolean isDeepest() {
    return depth >= limits.depth();
  }

  int depthLimit() {
    return limits.depth();
  }
}

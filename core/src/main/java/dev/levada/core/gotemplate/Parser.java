package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.Statement.Flow;
import dev.levada.core.gotemplate.Token.Kind;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.format.Unquoting;
import dev.levada.core.gotemplate.function.FunctionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Statements from tokens: text, control structures, definitions.
final class Parser {

  private static final int DEEPEST = 400; // half a megabyte of stack, interpreted

  private final Source source;
  private final FunctionTable functions;
  private final Tokens tokens;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private Variables variables = new Variables();
  private PipelineParser pipelines;
  private int loops;
  private int depth;

  /// How a body ended: by which token, and whether an `else` was followed by `if` or `with`.
  private record Ended(Body body, Token by) {}

  Parser(Source source, FunctionTable functions) {
    this.source = source;
    this.functions = functions;
    this.tokens = new Tokens(source);
    this.pipelines = new PipelineParser(tokens, functions, variables);
  }

  List<Definition> parse() {
    var statements = new ArrayList<Statement>();
    while (!tokens.peek().is(Kind.END_OF_TEXT)) {
      int mark = tokens.mark();
      if (tokens.next().is(Kind.LEFT_DELIMITER) && tokens.nextNonSpace().is(Kind.DEFINE)) {
        definition();
        continue;
      }
      tokens.reset(mark);
      Optional<Token> end = statement(statements);
      if (end.isPresent()) {
        throw tokens.failure("unexpected " + shown(end.get()));
      }
    }
    add(source.file(), new Body(0, statements));
    return List.copyOf(definitions.values());
  }

  private static String shown(Token end) {
    return "{{" + end.text() + "}}";
  }

  private void add(String name, Body body) {
    var definition = new Definition(name, source, body, variables.slots());
    Definition known = definitions.get(name);
    if (known == null || known.isEmpty()) {
      definitions.put(name, definition);
    } else if (!definition.isEmpty()) {
      throw tokens.failure("template: multiple definition of template " + Quotes.quote(name));
    }
  }

  private void definition() {
    String context = "define clause";
    String name = name(tokens.nextNonSpace(), context);
    tokens.expect(Kind.RIGHT_DELIMITER, context);
    separately(name, context);
  }

  private void separately(String name, String context) {
    Variables outer = variables;
    int outerLoops = loops;
    use(new Variables());
    loops = 0;
    Ended ended = body();
    if (!ended.by().is(Kind.END)) {
      throw tokens.failure("unexpected " + shown(ended.by()) + " in " + context);
    }
    add(name, ended.body());
    use(outer);
    loops = outerLoops;
  }

  private void use(Variables scope) {
    variables = scope;
    pipelines = new PipelineParser(tokens, functions, scope);
  }

  /// Reads up to `end` or `else`.
  private Ended body() {
    depth++;
    if (depth > DEEPEST) {
      throw tokens.failure("actions are nested more than " + DEEPEST + " deep");
    }
    var statements = new ArrayList<Statement>();
    int position = tokens.peekNonSpace().position();
    while (!tokens.peekNonSpace().is(Kind.END_OF_TEXT)) {
      Optional<Token> end = statement(statements);
      if (end.isPresent()) {
        depth--;
        return new Ended(new Body(position, statements), end.get());
      }
    }
    tokens.next();
    throw tokens.failure("unexpected EOF");
  }

  /// Adds the next statement; where an `end` or `else` stands in its place, that is returned.
  private Optional<Token> statement(List<Statement> statements) {
    Token token = tokens.nextNonSpace();
    switch (token.kind()) {
      case TEXT -> statements.add(new Text(token.position(), token.text()));
      case LEFT_DELIMITER -> {
        tokens.enterAction(token.line());
        Optional<Token> end = action(statements);
        tokens.leaveAction();
        return end;
      }
      default -> throw tokens.unexpected(token, "input");
    }
    return Optional.empty();
  }

  private Optional<Token> action(List<Statement> statements) {
    int mark = tokens.mark();
    Token token = tokens.nextNonSpace();
    switch (token.kind()) {
      case BLOCK -> statements.add(block());
      case BREAK, CONTINUE -> statements.add(exit(token));
      case ELSE -> {
        elseClause();
        return Optional.of(token);
      }
      case END -> {
        tokens.expect(Kind.RIGHT_DELIMITER, "end");
        return Optional.of(token);
      }
      case IF, RANGE, WITH -> statements.add(control(token));
      case TEMPLATE -> statements.add(invocation());
      default -> {
        tokens.reset(mark);
        int position = tokens.peek().position();
        statements.add(new Action(position, pipelines.pipeline("command", Kind.RIGHT_DELIMITER)));
      }
    }
    return Optional.empty();
  }

  private void elseClause() {
    Kind next = tokens.peekNonSpace().kind();
    if (next != Kind.IF && next != Kind.WITH) {
      tokens.expect(Kind.RIGHT_DELIMITER, "else");
    }
  }

  private LoopExit exit(Token keyword) {
    Token token = tokens.nextNonSpace();
    String shown = "{{" + keyword.text() + "}}";
    if (!token.is(Kind.RIGHT_DELIMITER)) {
      throw tokens.unexpected(token, shown);
    }
    if (loops == 0) {
      throw tokens.failure(shown + " outside {{range}}");
    }
    return new LoopExit(keyword.position(), keyword.is(Kind.BREAK) ? Flow.BREAK : Flow.CONTINUE);
  }

  private Statement control(Token keyword) {
    int mark = variables.mark();
    Pipeline pipeline = pipelines.pipeline(keyword.text(), Kind.RIGHT_DELIMITER);
    boolean isLoop = keyword.is(Kind.RANGE);
    loops += isLoop ? 1 : 0;
    Ended then = body();
    loops -= isLoop ? 1 : 0;
    Body otherwise = then.by().is(Kind.ELSE) ? otherwise(keyword) : new Body(0, List.of());
    variables.release(mark);
    int position = keyword.position();
    return switch (keyword.kind()) {
      case IF -> new Choice(position, pipeline, then.body(), otherwise);
      case WITH -> new Scope(position, pipeline, then.body(), otherwise);
      default -> new Loop(position, pipeline, then.body(), otherwise);
    };
  }

  private Body otherwise(Token keyword) {
    Token next = tokens.peek();
    if (!keyword.is(Kind.RANGE) && next.is(keyword.kind())) {
      depth++;
      if (depth > DEEPEST) {
        throw tokens.failure("actions are nested more than " + DEEPEST + " deep");
      }
      tokens.next();
      Statement nested = control(next);
      depth--;
      return new Body(next.position(), List.of(nested));
    }
    Ended ended = body();
    if (!ended.by().is(Kind.END)) {
      throw tokens.failure("expected end; found " + shown(ended.by()));
    }
    return ended.body();
  }

  private Statement block() {
    String context = "block clause";
    Token token = tokens.nextNonSpace();
    String name = name(token, context);
    Pipeline pipeline = pipelines.pipeline(context, Kind.RIGHT_DELIMITER);
    separately(name, context);
    return new Invocation(token.position(), name, Optional.of(pipeline));
  }

  private Statement invocation() {
    String context = "template clause";
    Token token = tokens.nextNonSpace();
    String name = name(token, context);
    int mark = tokens.mark();
    if (tokens.nextNonSpace().is(Kind.RIGHT_DELIMITER)) {
      return new Invocation(token.position(), name, Optional.empty());
    }
    tokens.reset(mark);
    Pipeline pipeline = pipelines.pipeline(context, Kind.RIGHT_DELIMITER);
    return new Invocation(token.position(), name, Optional.of(pipeline));
  }

  private String name(Token token, String context) {
    if (!token.is(Kind.STRING) && !token.is(Kind.RAW_STRING)) {
      throw tokens.unexpected(token, context);
    }
    try {
      return Unquoting.string(token.text());
    } catch (Unquoting.InvalidSyntax _) {
      throw tokens.failure(Unquoting.INVALID_SYNTAX);
    }
  }
}

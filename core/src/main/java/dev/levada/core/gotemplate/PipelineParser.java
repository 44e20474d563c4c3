package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.Token.Kind;
import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.format.Unquoting;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.Nil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pipelines, commands and operands from tokens.
final class PipelineParser {

  private static final int DEEPEST = 250;

  private final Tokens tokens;
  private final FunctionTable functions;
  private final Variables variables;
  private int depth;

  PipelineParser(Tokens tokens, FunctionTable functions, Variables variables) {
    this.tokens = tokens;
    this.functions = functions;
    this.variables = variables;
  }

  Pipeline pipeline(String context, Kind end) {
    int position = tokens.peekNonSpace().position();
    var names = new ArrayList<String>();
    boolean assigns = declarations(context, names);
    // The pipeline that gives a variable its value still sees the outer one of that name.
    names.forEach(variables::anticipate);
    var commands = new ArrayList<Command>();
    while (true) {
      int mark = tokens.mark();
      Token token = tokens.nextNonSpace();
      if (token.is(end)) {
        check(commands, context);
        return new Pipeline(position, declared(names, assigns), assigns, commands);
      }
      if (!token.kind().beginsOperand()) {
        throw tokens.unexpected(token, context);
      }
      tokens.reset(mark);
      commands.add(command());
    }
  }

  private List<Declaration> declared(List<String> names, boolean assigns) {
    return names.stream()
        .map(name -> assigns ? variables.find(name) : variables.declare(name))
        .toList();
  }

  /// Reads `$v :=`, `$v =`, `$i, $v :=`; whether it is an assignment.
  private boolean declarations(String context, List<String> names) {
    while (true) {
      int mark = tokens.mark();
      Token variable = tokens.peekNonSpace();
      if (!variable.is(Kind.VARIABLE)) {
        return false;
      }
      tokens.next();
      Token next = tokens.peekNonSpace();
      if (next.is(Kind.ASSIGN) || next.is(Kind.DECLARE)) {
        tokens.next();
        names.add(variable.text());
        return next.is(Kind.ASSIGN);
      }
      if (!next.is(Kind.CHARACTER) || !next.text().equals(",")) {
        tokens.reset(mark);
        return false;
      }
      tokens.next();
      names.add(variable.text());
      another(context, names.size());
    }
  }

  private void another(String context, int count) {
    if (!context.equals("range") || count >= 2) {
      throw tokens.failure("too many declarations in " + context);
    }
    Kind next = tokens.peekNonSpace().kind();
    if (next != Kind.VARIABLE && next != Kind.RIGHT_DELIMITER && next != Kind.RIGHT_PARENTHESIS) {
      throw tokens.failure("range can only initialize variables");
    }
  }

  private void check(List<Command> commands, String context) {
    if (commands.isEmpty()) {
      throw tokens.failure("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      Operand first = commands.get(i).operands().getFirst();
      if (first instanceof Literal || first instanceof Dot) {
        throw tokens.failure("non executable command in pipeline stage " + (i + 1));
      }
    }
  }

  private Command command() {
    var operands = new ArrayList<Operand>();
    while (true) {
      tokens.peekNonSpace();
      operand().ifPresent(operands::add);
      int mark = tokens.mark();
      Token token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PARENTHESIS -> tokens.reset(mark);
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      if (operands.isEmpty()) {
        throw tokens.failure("empty command");
      }
      return new Command(operands.getFirst().position(), operands);
    }
  }

  private Optional<Operand> operand() {
    Optional<Operand> term = term();
    if (term.isEmpty() || !tokens.peek().is(Kind.FIELD)) {
      return term;
    }
    int position = tokens.peek().position();
    var names = new ArrayList<String>();
    while (tokens.peek().is(Kind.FIELD)) {
      names.add(tokens.next().text().substring(1));
    }
    return Optional.of(chain(term.get(), position, names));
  }

  private Operand chain(Operand term, int position, List<String> names) {
    return switch (term) {
      case Field field -> new Field(position, joined(field.names(), names));
      case Variable variable ->
          new Variable(position, joined(variable.names(), names), variable.slot());
      case Literal _, Dot _ ->
          throw tokens.failure("unexpected . after term " + Quotes.quote(term.toString()));
      case Chain _, FunctionName _, Pipeline _ -> new Chain(position, term, names);
    };
  }

  private static List<String> joined(List<String> first, List<String> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private Optional<Operand> term() {
    int mark = tokens.mark();
    Token token = tokens.nextNonSpace();
    if (!token.kind().beginsOperand()) {
      tokens.reset(mark);
      return Optional.empty();
    }
    int position = token.position();
    return Optional.of(
        switch (token.kind()) {
          case IDENTIFIER -> new FunctionName(position, function(token.text()));
          case DOT -> new Dot(position);
          case VARIABLE -> variable(token);
          case FIELD -> new Field(position, List.of(token.text().substring(1)));
          case LEFT_PARENTHESIS -> parenthesized();
          default -> literal(token);
        });
  }

  private Pipeline parenthesized() {
    depth++;
    if (depth > DEEPEST) {
      throw tokens.failure("parentheses are nested more than " + DEEPEST + " deep");
    }
    Pipeline pipeline = pipeline("parenthesized pipeline", Kind.RIGHT_PARENTHESIS);
    depth--;
    return pipeline;
  }

  private Function function(String name) {
    Function function = functions.find(name);
    if (function == null) {
      throw tokens.failure("function " + Quotes.quote(name) + " not defined");
    }
    return function;
  }

  private Variable variable(Token token) {
    if (!variables.knows(token.text())) {
      throw tokens.failure("undefined variable " + Quotes.quote(token.text()));
    }
    int slot = variables.find(token.text()).slot();
    return new Variable(token.position(), List.of(token.text()), slot);
  }

  private Literal literal(Token token) {
    String text = token.text();
    int position = token.position();
    return switch (token.kind()) {
      case BOOL -> new Literal(position, text.equals("true"), NumberForms.NONE, text);
      case NIL -> new Literal(position, Nil.NIL, NumberForms.NONE, text);
      case STRING, RAW_STRING -> new Literal(position, unquoted(text), NumberForms.NONE, text);
      case CONSTANT_CHARACTER -> character(position, text);
      default -> number(position, text);
    };
  }

  private String unquoted(String text) {
    try {
      return Unquoting.string(text);
    } catch (Unquoting.InvalidSyntax _) {
      throw tokens.failure(Unquoting.INVALID_SYNTAX);
    }
  }

  private Literal character(int position, String text) {
    int point;
    try {
      point = Unquoting.rune(text);
    } catch (Unquoting.InvalidSyntax _) {
      throw tokens.failure(Unquoting.INVALID_SYNTAX);
    }
    if (point < 0) {
      throw tokens.failure("malformed character constant: " + text);
    }
    return new Literal(position, (long) point, NumberForms.character(point), text);
  }

  private Literal number(int position, String text) {
    NumberForms forms = NumberForms.of(text);
    if (forms.isNone()) {
      throw tokens.failure("illegal number syntax: " + Quotes.quote(text));
    }
    boolean isFloat = forms.complex().isPresent() || NumberForms.hasAny(text, ".eEpP");
    if (!isFloat && Numbers.parseInt(text).isEmpty() && forms.unsigned().isEmpty()) {
      throw tokens.failure("integer overflow: " + Quotes.quote(text));
    }
    return new Literal(position, forms.ideal(text), forms, text);
  }
}

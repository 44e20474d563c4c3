package dev.levada.core.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// CEL as Flux sets it up: the standard, with strings, sets, encoders and optionals, and limits on
/// size and work.
final class Language {

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(16_384)
          .maxParseRecursionDepth(100)
          .comprehensionMaxIterations(100_000)
          .maxRegexProgramSize(10_000)
          .build();

  private Language() {}

  /// Compiles a question over these variables and no others.
  static CelRuntime.Program compile(String text, Collection<String> variables) {
    CelAbstractSyntaxTree tree = checked(text, variables);
    if (!Set.of(SimpleType.BOOL, SimpleType.DYN).contains(tree.getResultType())) {
      throw new InvalidExpression(
          "expression '" + text + "' is of type " + tree.getResultType().name() + ", not bool");
    }
    return program(text, tree, variables);
  }

  /// Compiles an expression of any type over these variables and no others.
  static CelRuntime.Program compileValue(String text, Collection<String> variables) {
    return program(text, checked(text, variables), variables);
  }

  private static CelAbstractSyntaxTree checked(String text, Collection<String> variables) {
    return tree(text, over(variables).compile(text));
  }

  private static CelRuntime.Program program(
      String text, CelAbstractSyntaxTree tree, Collection<String> variables) {
    try {
      return over(variables).createProgram(tree);
    } catch (CelEvaluationException e) {
      throw new InvalidExpression("expression '" + text + "': " + e.getMessage());
    }
  }

  private static Cel over(Collection<String> variables) {
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    builder.addCompilerLibraries(
        CelExtensions.strings(),
        CelExtensions.sets(OPTIONS),
        CelExtensions.encoders(OPTIONS),
        CelExtensions.optional());
    builder.addRuntimeLibraries(
        CelExtensions.strings(),
        CelExtensions.sets(OPTIONS),
        CelExtensions.encoders(OPTIONS),
        CelExtensions.optional());
    variables.forEach(name -> builder.addVar(name, SimpleType.DYN));
    return builder.build();
  }

  /// The names that an expression takes from outside, or the syntax error in it.
  static Set<String> names(String text) {
    var parser =
        CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.optional())
            .build();
    var tree = CelNavigableAst.fromAst(tree(text, parser.parse(text)));
    Set<String> bound =
        tree.getRoot()
            .allNodes()
            .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION)
            .flatMap(node ->
                List.of(
                    node.expr().comprehension().iterVar(), node.expr().comprehension().accuVar())
                    .stream())
            .collect(Collectors.toSet());
    return tree.getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .map(node -> node.expr().ident().name())
        .filter(name -> !bound.contains(name) && !name.startsWith("@"))
        .collect(Collectors.toSet());
  }

  private static CelAbstractSyntaxTree tree(String text, CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new InvalidExpression("expression '" + text + "': " + e.getMessage());
    }
  }
}

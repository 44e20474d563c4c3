package dev.levada.checks.bars;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is counted inside methods: throws, and how nulls are handled.
final class CodeFigures extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final Set<String> UNTYPED =
      Set.of("RuntimeException", "Exception", "IllegalStateException");

  int throwing;
  int returnedNulls;
  int nullChecks;
  final List<String> untypedThrows = new ArrayList<>();

  private final SourceFile source;

  private CodeFigures(SourceFile source) {
    this.source = source;
  }

  static CodeFigures of(SourceFile source) {
    var figures = new CodeFigures(source);
    figures.scan(source.unit(), null);
    return figures;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree thrown, @Nullable Void none) {
    throwing++;
    if (thrown.getExpression() instanceof NewClassTree made
        && UNTYPED.contains(made.getIdentifier().toString())) {
      untypedThrows.add(source.path() + ":" + source.line(thrown));
    }
    return super.visitThrow(thrown, null);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree returned, @Nullable Void none) {
    if (isNull(returned.getExpression())) {
      returnedNulls++;
    }
    return super.visitReturn(returned, null);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void none) {
    boolean compares =
        binary.getKind() == Tree.Kind.EQUAL_TO || binary.getKind() == Tree.Kind.NOT_EQUAL_TO;
    if (compares && (isNull(binary.getLeftOperand()) || isNull(binary.getRightOperand()))) {
      nullChecks++;
    }
    return super.visitBinary(binary, null);
  }

  private static boolean isNull(@Nullable ExpressionTree expression) {
    return expression != null && expression.getKind() == Tree.Kind.NULL_LITERAL;
  }
}

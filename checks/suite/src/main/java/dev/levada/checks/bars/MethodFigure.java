package dev.levada.checks.bars;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The size of one method.
///
/// @param where file and line
/// @param lines from the opening brace to its end
/// @param complexity one, and one more for each way that it forks
record MethodFigure(String where, int lines, int complexity) {

  static List<MethodFigure> of(SourceFile source) {
    var found = new ArrayList<MethodFigure>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        if (method.getBody() != null && source.lines(method) > 0) {
          found.add(
              new MethodFigure(
                  source.path() + ":" + source.line(method) + " " + method.getName(),
                  source.lines(method.getBody()),
                  new Forks().count(method.getBody())));
        }
        return super.visitMethod(method, null);
      }
    }.scan(source.unit(), null);
    return found;
  }

  /// Counts forks; classes inside a method have methods of their own.
  private static final class Forks extends TreeScanner<@Nullable Void, @Nullable Void> {

    private int forks;

    int count(Tree body) {
      forks = 1;
      scan(body, null);
      return forks;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
      if (tree instanceof ClassTree) {
        return null;
      }
      forks +=
          switch (tree) {
            case IfTree _, ForLoopTree _, EnhancedForLoopTree _, WhileLoopTree _ -> 1;
            case DoWhileLoopTree _, ConditionalExpressionTree _, CatchTree _ -> 1;
            case CaseTree one -> isDefault(one) ? 0 : 1;
            case BinaryTree binary -> isLogical(binary) ? 1 : 0;
            case null, default -> 0;
          };
      return super.scan(tree, null);
    }

    private static boolean isDefault(CaseTree one) {
      return one.getLabels().stream().allMatch(DefaultCaseLabelTree.class::isInstance);
    }

    private static boolean isLogical(BinaryTree binary) {
      return binary.getKind() == Tree.Kind.CONDITIONAL_AND
          || binary.getKind() == Tree.Kind.CONDITIONAL_OR;
    }
  }
}

package dev.levada.checks.bars;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// What is counted of types: records, fields, and what may be null.
final class TypeFigures extends TreeScanner<@Nullable Void, @Nullable Void> {

  int records;
  int classes;
  int finalFields;
  int openFields;
  int nullableReturns;
  final List<String> mutableStatics = new ArrayList<>();

  private final SourceFile source;

  private TypeFigures(SourceFile source) {
    this.source = source;
  }

  static TypeFigures of(SourceFile source) {
    var figures = new TypeFigures(source);
    figures.scan(source.unit(), null);
    return figures;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
    boolean isRecord = type.getKind() == Tree.Kind.RECORD;
    if (isRecord) {
      records++;
    } else if (type.getKind() == Tree.Kind.CLASS && !type.getSimpleName().isEmpty()) {
      classes++;
    }
    // the fields of an interface are final without saying so, and so are constants of an enum
    if (type.getKind() == Tree.Kind.CLASS || isRecord || type.getKind() == Tree.Kind.ENUM) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field && !isConstantOf(type, field)) {
          count(field, isRecord);
        }
      }
    }
    return super.visitClass(type, null);
  }

  private static boolean isConstantOf(ClassTree type, VariableTree field) {
    return type.getKind() == Tree.Kind.ENUM
        && field.getType() != null
        && field.getType().toString().equals(type.getSimpleName().toString())
        && field.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
  }

  private void count(VariableTree field, boolean ofRecord) {
    var flags = field.getModifiers().getFlags();
    boolean fixed = flags.contains(Modifier.FINAL);
    if (flags.contains(Modifier.STATIC)) {
      if (!fixed) {
        mutableStatics.add(source.path() + ":" + source.line(field));
      }
    } else if (fixed || ofRecord) {
      finalFields++;
    } else {
      openFields++;
    }
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
    boolean nullable =
        method.getModifiers().getAnnotations().stream()
            .anyMatch(mark -> mark.getAnnotationType().toString().equals("Nullable"));
    if (nullable
        || (method.getReturnType() != null
            && method.getReturnType().toString().matches("@Nullable.*"))) {
      nullableReturns++;
    }
    return super.visitMethod(method, null);
  }
}

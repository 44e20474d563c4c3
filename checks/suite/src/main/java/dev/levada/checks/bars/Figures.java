package dev.levada.checks.bars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// The figures of a checkout against their bars.
final class Figures {

  private static final int MOST_PUBLIC_TYPES = 12;

  private final List<SourceFile> main;
  private final List<SourceFile> tests;
  private final List<MethodFigure> methods;
  private final List<TypeFigures> types;
  private final List<CodeFigures> code;
  private final List<String> repeated;
  private final Set<String> cycles;

  Figures(List<SourceFile> files) {
    main = files.stream().filter(SourceFile::isMain).toList();
    tests = files.stream().filter(file -> !file.isMain()).toList();
    methods = main.stream().flatMap(file -> MethodFigure.of(file).stream()).toList();
    types = main.stream().map(TypeFigures::of).toList();
    code = main.stream().map(CodeFigures::of).toList();
    repeated = Repetition.in(main);
    cycles = Boundaries.inCycles(main);
  }

  List<Row> rows() {
    return Stream.of(purity(), sizes(), structure(), nulls(), data(), words())
        .flatMap(List::stream)
        .toList();
  }

  private List<Row> purity() {
    long all = codeLines(main);
    List<SourceFile> core =
        main.stream().filter(file -> file.packageName().startsWith("dev.levada.core")).toList();
    return List.of(
        atLeast(3, "pure code, % of all", share(codeLines(pure(main)), all), 55),
        atLeast(3, "pure code, % of core", share(codeLines(pure(core)), codeLines(core)), 100));
  }

  private List<Row> sizes() {
    long knotty = methods.stream().filter(method -> method.complexity() > 10).count();
    List<Integer> files = sorted(main, SourceFile::lines);
    List<Integer> lengths = sorted(methods, MethodFigure::lines);
    return List.of(
        atMost(4, "file lines, p95", p95(files), 250),
        atMost(4, "file lines, most", files.getLast(), 400),
        atMost(4, "method lines, p95", p95(lengths), 25),
        atMost(4, "method lines, most", lengths.getLast(), 50),
        atMost(4, "methods with complexity above 10, %", share(knotty, methods.size()), 0.5));
  }

  private List<Row> structure() {
    int most =
        Boundaries.publicTypes(main).values().stream().mapToInt(Integer::intValue).max().orElse(0);
    long unmarked =
        main.stream()
            .filter(SourceFile::isPackageInfo)
            .filter(file -> !file.text().contains("@NullMarked"))
            .count();
    return List.of(
        atMost(5, "repetitions, pairs per 1,000 lines", perThousand(repeated.size()), 0.5),
        atMost(6, "packages in a cycle", cycles.size(), 0),
        atMost(6, "public types in a package, most", most, MOST_PUBLIC_TYPES),
        atMost(7, "untyped throws", (double) sum(code, figures -> figures.untypedThrows.size()), 0),
        atMost(9, "packages not null-marked", (double) unmarked, 0));
  }

  private List<Row> nulls() {
    return List.of(
        atMost(9, "nullable returns per 1,000", rate(types, it -> it.nullableReturns), 1),
        atMost(9, "return null per 1,000", rate(code, it -> it.returnedNulls), 0.5),
        atMost(9, "null checks per 1,000", rate(code, it -> it.nullChecks), 5));
  }

  private List<Row> data() {
    int records = sum(types, figures -> figures.records);
    int classes = sum(types, figures -> figures.classes);
    int fixed = sum(types, figures -> figures.finalFields);
    int open = sum(types, figures -> figures.openFields);
    return List.of(
        atLeast(10, "records, % of records and classes", share(records, records + classes), 40),
        atLeast(10, "final fields, %", share(fixed, fixed + open), 97),
        atMost(10, "mutable statics", sum(types, it -> it.mutableStatics.size()), 0));
  }

  private List<Row> words() {
    double comments = (double) sum(main, file -> file.kinds().comments()) / codeLines(main);
    double testLines = (double) codeLines(tests) / codeLines(main);
    return List.of(
        new Row(
            11,
            "comment lines per code line",
            text(comments),
            "0.10 to 0.25",
            comments >= 0.10 && comments <= 0.25),
        atMost(11, "TODO and FIXME", (double) (count(main, "TODO") + count(main, "FIXME")), 0),
        new Row(
            12,
            "test lines per code line",
            text(testLines),
            "1.0 to 2.0",
            testLines >= 1 && testLines <= 2),
        atMost(12, "sleeps in tests", (double) count(tests, "Thread." + "sleep("), 0));
  }

  List<String> places() {
    var places = new ArrayList<String>();
    repeated.forEach(pair -> places.add("repeated: " + pair));
    cycles.forEach(name -> places.add("in a cycle: " + name));
    code.forEach(
        figures -> figures.untypedThrows.forEach(place -> places.add("untyped throw: " + place)));
    types.forEach(
        figures -> figures.mutableStatics.forEach(place -> places.add("mutable static: " + place)));
    methods.stream()
        .filter(method -> method.complexity() > 10)
        .sorted(Comparator.comparingInt(MethodFigure::complexity).reversed())
        .forEach(method -> places.add("complexity " + method.complexity() + ": " + method.where()));
    Boundaries.publicTypes(main)
        .forEach((name, count) -> {
          if (count > MOST_PUBLIC_TYPES) {
            places.add(count + " public types: " + name);
          }
        });
    return places;
  }

  private static List<SourceFile> pure(List<SourceFile> files) {
    return files.stream().filter(Purity::isPure).toList();
  }

  private static long codeLines(List<SourceFile> files) {
    return files.stream().mapToLong(file -> file.kinds().code().size()).sum();
  }

  private static long count(List<SourceFile> files, String word) {
    return files.stream().filter(file -> file.text().contains(word)).count();
  }

  private static <T> int sum(List<T> all, ToIntFunction<T> figure) {
    return all.stream().mapToInt(figure).sum();
  }

  private static <T> List<Integer> sorted(List<T> all, ToIntFunction<T> figure) {
    return all.stream().map(figure::applyAsInt).sorted().toList();
  }

  private static int p95(List<Integer> sorted) {
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }

  private <T> double rate(List<T> all, ToIntFunction<T> figure) {
    return perThousand(sum(all, figure));
  }

  private double perThousand(long count) {
    return 1000.0 * count / codeLines(main);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static Row atMost(int point, String what, double ours, double bar) {
    return new Row(point, what, text(ours), "at most " + text(bar), ours <= bar);
  }

  private static Row atLeast(int point, String what, double ours, double bar) {
    return new Row(point, what, text(ours), "at least " + text(bar), ours >= bar);
  }

  private static String text(double figure) {
    return figure == Math.rint(figure)
        ? Long.toString((long) figure)
        : String.format(Locale.ROOT, "%.2f", figure);
  }
}

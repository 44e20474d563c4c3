package dev.levada.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.levada.checks.bars.Purity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds the code to the package table in `docs/architecture.md`, so that the page cannot go stale.
final class ArchitectureTest {

  private static final String BASE = "dev.levada.";

  /// Where the world outside begins: nothing in the core may name any of these.
  private static final List<String> OUTSIDE =
      List.of(
          "io.fabric8.",
          "org.eclipse.jgit.",
          "org.slf4j.",
          "java.net.",
          "java.nio.file.",
          // A channel over bytes in memory is how age's library takes them.
          "java.nio.channels.Asynchronous",
          "java.nio.channels.Datagram",
          "java.nio.channels.File",
          "java.nio.channels.Selector",
          "java.nio.channels.ServerSocket",
          "java.nio.channels.Socket",
          "java.io.File",
          "java.lang.Process",
          "java.lang.Thread",
          "java.time.Clock");

  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Instant.now",
          "java.time.ZonedDateTime.now",
          "java.time.LocalDate.now",
          "java.util.UUID.randomUUID");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.levada");

  @Test
  void everyPackageUsesOnlyWhatThePageAllows() throws IOException {
    PackageTable table = PackageTable.read();
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String from = name(type).orElseThrow();
        name(dependency.getTargetClass())
            .filter(
                to -> !to.equals(from) && !table.mayUse().getOrDefault(from, Set.of()).contains(to))
            .ifPresent(to -> violations.add(from + " may not use " + to));
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void everyEdgeOnThePageIsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        name(dependency.getTargetClass())
            .ifPresent(to -> used.add(name(type).orElseThrow() + " uses " + to));
      }
    }
    Set<String> stale = new TreeSet<>();
    PackageTable.read()
        .mayUse()
        .forEach((from, uses) -> uses.forEach(to -> stale.add(from + " uses " + to)));
    stale.removeAll(used);
    assertThat(stale).as("edges that docs/architecture.md allows and no class needs").isEmpty();
  }

  @Test
  void thePageNamesEveryPackageOnce() throws IOException {
    Set<String> real =
        classes.stream()
            .map(type -> name(type).orElseThrow())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(PackageTable.read().mayUse().keySet())).isEqualTo(real);
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(packaged -> !packaged.getClasses().isEmpty())
            .filter(packaged -> !packaged.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void noPackagesFormACycle() {
    SlicesRuleDefinition.slices()
        .matching("dev.levada.(**)")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void theCoreReachesNothingOutside() {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.getPackageName().startsWith(BASE + "core")) {
        continue;
      }
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getName())
          .filter(target -> OUTSIDE.stream().anyMatch(target::startsWith))
          .filter(target -> !Purity.IN_MEMORY.contains(target))
          .forEach(target -> violations.add(type.getName() + " uses " + target));
      type.getMethodCallsFromSelf().stream()
          .map(call -> call.getTargetOwner().getName() + "." + call.getName())
          .filter(IMPURE_CALLS::contains)
          .forEach(call -> violations.add(type.getName() + " calls " + call));
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void onlyClusterConfigKnowsTheKubernetesClientLibrary() {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> dependency.getTargetClass().getName().startsWith("io.fabric8."))
          .filter(dependency -> !type.getPackageName().equals(BASE + "cluster.config"))
          .forEach(dependency ->
              violations.add(type.getName() + " uses " + dependency.getTargetClass().getName()));
    }
    assertThat(violations).isEmpty();
  }

  private static Optional<String> name(JavaClass type) {
    String packaged = type.getBaseComponentType().getPackageName();
    return packaged.startsWith(BASE)
        ? Optional.of(packaged.substring(BASE.length()))
        : Optional.empty();
  }
}

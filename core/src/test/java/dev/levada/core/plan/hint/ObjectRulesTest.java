package dev.levada.core.plan.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.ImmutableRefusal;
import dev.levada.core.plan.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectRulesTest {

  private static final String HINT = "kustomize.toolkit.fluxcd.io/";
  private static final Manifest PLAIN = Objects.named("v1", "ConfigMap", "shop", "c");
  private static final Owner OWNER = new Owner("shop", "flux-system");

  private static Manifest annotated(String key, String value) {
    return Objects.marked("app", "web", HINT + key, value);
  }

  private static Manifest labelled(String key, String value) {
    return Objects.marked(HINT + key, value, "note", "none");
  }

  private static Manifest owned(Manifest manifest) {
    OWNER.stamp(manifest);
    return manifest;
  }

  static Stream<Arguments> skipped() {
    String disabled = HINT + "reconcile: disabled is set on the object in the ";
    String ignored = HINT + "ssa: Ignore is set on the object in the ";
    String present = HINT + "ssa: IfNotPresent is set on the object in the source, and it exists";
    return Stream.of(
        Arguments.of(annotated("reconcile", "disabled"), PLAIN, disabled + "source"),
        Arguments.of(PLAIN, labelled("reconcile", "Disabled"), disabled + "cluster"),
        Arguments.of(labelled("ssa", "IGNORE"), PLAIN, ignored + "source"),
        Arguments.of(PLAIN, annotated("ssa", "ignore"), ignored + "cluster"),
        Arguments.of(annotated("ssa", "ifNotPresent"), PLAIN, present));
  }

  @ParameterizedTest
  @MethodSource("skipped")
  void anObjectIsSkippedWithItsReason(Manifest desired, Manifest live, String why) {
    assertThat(SkipRule.why(desired, live)).contains(why);
  }

  @Test
  void anObjectIsAppliedWhereNobodyAskedOtherwise() {
    assertThat(SkipRule.why(PLAIN, PLAIN)).isEmpty();
    assertThat(SkipRule.why(PLAIN, null)).isEmpty();
    assertThat(SkipRule.why(annotated("reconcile", "enabled"), PLAIN)).isEmpty();
    assertThat(SkipRule.why(PLAIN, annotated("ssa", "IfNotPresent"))).isEmpty();
    assertThat(SkipRule.why(annotated("ssa", "IfNotPresent"), null)).isEmpty();
    assertThat(SkipRule.why(annotated("ssa", "Merge"), PLAIN)).isEmpty();
  }

  @Test
  void forceIsAllowedByTheKustomizationOrEitherObject() {
    assertThat(ForceRule.allows(true, PLAIN, PLAIN)).isTrue();
    assertThat(ForceRule.allows(false, annotated("force", "Enabled"), PLAIN)).isTrue();
    assertThat(ForceRule.allows(false, PLAIN, labelled("force", "enabled"))).isTrue();
    assertThat(ForceRule.allows(false, PLAIN, annotated("force", "disabled"))).isFalse();
  }

  @Test
  void whatTheOwnerAppliedIsPruned() {
    assertThat(PruneRule.decide(OWNER, owned(annotated("prune", "enabled"))))
        .isEqualTo(new Prune.Delete());
  }

  @Test
  void whatAnotherOwnsIsKept() {
    assertThat(PruneRule.decide(new Owner("other", "flux-system"), owned(PLAIN.copy())))
        .isEqualTo(
            new Prune.Keep("its labels do not name Kustomization/flux-system/other as its owner"));
    assertThat(new Owner("shop", "elsewhere").owns(owned(PLAIN.copy()))).isFalse();
    assertThat(OWNER.owns(PLAIN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"prune,disabled", "reconcile,disabled", "ssa,Ignore"})
  void whatUsersAskToKeepIsKept(String key, String value) {
    assertThat(PruneRule.decide(OWNER, owned(labelled(key, value))))
        .isEqualTo(
            new Prune.Keep(HINT + key + ": " + value + " is set on the object in the cluster"));
  }

  @ParameterizedTest
  @CsvSource({
    "422,Invalid,spec.selector: field is immutable,true",
    "422,'',anything,true",
    "409,Conflict,the object has been modified,true",
    "409,'',someone was faster,true",
    "409,AlreadyExists,it exists,false",
    "403,Forbidden,updates to this are forbidden: x is immutable,true",
    "500,InternalError,webhook says: immutable field,true",
    "400,BadRequest,unknown field,false",
    "403,Forbidden,no,false"
  })
  void refusalsThatMakingAnewWouldGetThrough(
      int code, String reason, String message, boolean immutable) {
    assertThat(ImmutableRefusal.is(code, reason, message)).isEqualTo(immutable);
  }
}

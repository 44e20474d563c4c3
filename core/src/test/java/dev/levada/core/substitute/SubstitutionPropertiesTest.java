package dev.levada.core.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubstitutionPropertiesTest {

  private static final Substitution SOME =
      new Substitution(Map.of("a", "value", "b", "x/y.z", "e", ""), true);

  @Property
  void aTextWhoseDollarsAreDoubledComesBackAsItWas(@ForAll("texts") String text) {
    assertThat(SOME.apply(text.replace("$", "$$"))).isEqualTo(text);
  }

  @Property
  void aTextBecomesAnotherOrFailsWithAReason(@ForAll("texts") String text) {
    evaluate(text);
  }

  @Property
  void textsBesideEachOtherAreReplacedEachForItself(
      @ForAll("plain") String before, @ForAll("plain") String after) {
    assertThat(SOME.apply(before + "${a}" + after)).isEqualTo(before + "value" + after);
  }

  @FuzzTest
  void noTextBreaksTheParser(byte[] text) {
    evaluate(new String(text, StandardCharsets.UTF_8));
  }

  @Test
  void defaultsWithinEachOtherAreLimited() {
    String deep = "${x:-".repeat(100_000) + "}".repeat(100_000);
    assertThatThrownBy(() -> SOME.apply(deep))
        .isInstanceOf(SubstitutionFailed.class)
        .hasMessage("bad substitution");
  }

  @Test
  void aResultThatWouldBeTooLongIsRefusedBeforeItIsMade() {
    var long1 = new Substitution(Map.of("a", "x".repeat(1_000_000)), true);
    assertThatThrownBy(() -> long1.apply("${a//x/${a}}"))
        .isInstanceOf(SubstitutionFailed.class)
        .extracting(failure -> ((SubstitutionFailed) failure).fix())
        .asString()
        .contains("shorter values");
  }

  private static void evaluate(String text) {
    try {
      assertThat(SOME.apply(text)).isNotNull();
    } catch (SubstitutionFailed e) {
      assertThat(e.fix()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("${}abex:-=+?/#%^,\\*[] \n12é").ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().excludeChars('$').ofMaxLength(10);
  }
}

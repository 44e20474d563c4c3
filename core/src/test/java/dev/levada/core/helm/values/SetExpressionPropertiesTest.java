package dev.levada.core.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.levada.core.gotemplate.value.GoMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/// Whatever follows `--set`, it is read or refused with a reason.
class SetExpressionPropertiesTest {

  private static final List<SetValue> FORMS =
      List.of(
          new SetValue.Typed(),
          new SetValue.Text(),
          new SetValue.File(name -> name),
          new SetValue.Literal(),
          new SetValue.Json());

  @Property(tries = 2000)
  void anyExpressionIsReadOrRefused(
      @ForAll
          @StringLength(max = 20)
          @Chars({'.', ',', '=', '[', ']', '{', '}', '\\', '"', ' '})
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = '0', to = '2')
          String text) {
    read(text);
  }

  @FuzzTest
  void noExpressionBreaksTheReader(byte[] text) {
    read(new String(text, StandardCharsets.UTF_8));
  }

  private static void read(String text) {
    for (SetValue form : FORMS) {
      try {
        SetExpression.apply(GoMap.create(), text, form);
      } catch (SetInvalid refused) {
        assertThat(refused.text()).isNotEmpty();
      }
    }
  }
}

package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private final Fields fields = new Fields();

  @Test
  void areGivenAsTheyAreWhereNothingIsWrong() {
    assertThat(fields.text("title", "Hello", 5)).isEqualTo("Hello");
    assertThat(fields.optionalText("note", null, 5)).isNull();
    assertThat(fields.given("token", " ")).isEqualTo(" ");
    assertThat(fields.secret("password", new Secret("x")).reveal()).isEqualTo("x");
    assertThatCode(fields::check).doesNotThrowAnyException();
  }

  @Test
  void areMeasuredOnceTheyAreClean() {
    assertThat(fields.text("title", "He\u0000llo\u202e", 5)).isEqualTo("Hello");
    assertThat(fields.text("title", "😀😀😀😀😀", 5)).hasSize(10);
    assertThatCode(fields::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n\t", "\u0000", "123456"})
  void refuseATextThatIsNotThereOrTooLong(@Nullable String text) {
    fields.text("title", text, 5);

    assertThat(refused()).containsExactly("title");
  }

  @Test
  void nameAllThatIsWrongAtOnceAndEachOnlyOnce() {
    fields.given("token", null);
    fields.secret("password", null);
    fields.optionalText("note", "123456", 5);
    fields.text("title", null, 5);
    fields.reject("title", "is wrong in another way");

    assertThat(refused()).containsExactly("token", "password", "note", "title");
  }

  private List<String> refused() {
    var names = new ArrayList<String>();
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(fields::check)
        .satisfies(invalid -> invalid.errors().stream().map(FieldError::field).forEach(names::add));
    return names;
  }
}

package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.StartCheck.Weakness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartChecksTest {

  private static final StartCheck WEAK = new Check("weak", weakness("It is weak.", false));
  private static final StartCheck OPEN = new Check("open", weakness("It is open.", true));
  private static final StartCheck FINE = new Check("fine", Optional.empty());

  private record Check(String name, Optional<Weakness> weakness) implements StartCheck {

    @Override
    public Optional<Weakness> find(Settings settings) {
      return weakness;
    }
  }

  @Test
  void letTheServerStartWhereNothingIsFound() {
    assertThatCode(() -> make(Map.of(), FINE)).doesNotThrowAnyException();
  }

  @Test
  void refuseTheStartWithAllThatTheyFind() {
    assertThat(refusal(Map.of("parley.profile", "production"), WEAK, FINE, OPEN))
        .containsExactly("It is weak.", "It is open.");
  }

  @Test
  void sayHowToStartAllTheSame() {
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> make(Map.of(), WEAK))
        .satisfies(
            start ->
                assertThat(start.remedy())
                    .isEqualTo("Mend it. To start all the same, set PARLEY_ALLOW_UNSAFE=weak."));
  }

  @Test
  void onlyWarnInDevelopmentOfWhatIsForProduction() {
    assertThatCode(() -> make(Map.of(), OPEN)).doesNotThrowAnyException();
    assertThat(refusal(Map.of("parley.profile", "production"), OPEN))
        .containsExactly("It is open.");
  }

  @Test
  void letThroughWhatIsAllowedByNameAndNothingElse() {
    var settings =
        Map.<String, Object>of(
            "parley.profile", "production", "parley.start.allow-unsafe", "weak,fine");

    assertThat(refusal(settings, WEAK, FINE, OPEN)).containsExactly("It is open.");
  }

  @Test
  void refuseANameThatIsNoCheck() {
    assertThat(refusal(Map.of("parley.start.allow-unsafe", "weak, all,*"), WEAK, FINE))
        .containsExactly("PARLEY_ALLOW_UNSAFE names what is no check: all, *.");
  }

  @Test
  void cannotBeToldToAllowWhatCannotWork() {
    SettingsCheck unreadable =
        _ -> {
          throw new UnsafeStart("It is no number.", "Set it to a number.");
        };

    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(
            () ->
                StartChecks.make(
                    List.of(unreadable, unreadable), List.of(WEAK), Given.settings(Map.of())))
        .satisfies(
            start -> assertThat(messages(start)).containsExactly("It is no number.", "It is weak."))
        .satisfies(start -> assertThat(start.remedy()).isEqualTo("Set it to a number."));
  }

  @Test
  void holdAProfileThatNobodyKnowsToTheStricter() {
    assertThat(refusal(Map.of("parley.profile", "prod"), OPEN))
        .containsExactly(
            "PARLEY_PROFILE is neither development nor production: prod", "It is open.");
  }

  private static Optional<Weakness> weakness(String problem, boolean onlyInProduction) {
    return Optional.of(new Weakness(problem, "Mend it.", onlyInProduction));
  }

  private static List<String> refusal(Map<String, Object> settings, StartCheck... checks) {
    try {
      make(settings, checks);
      return List.of();
    } catch (UnsafeStart start) {
      return messages(start);
    }
  }

  private static void make(Map<String, Object> settings, StartCheck... checks) {
    StartChecks.make(List.of(), List.of(checks), Given.settings(settings));
  }

  private static List<String> messages(UnsafeStart start) {
    return start.all().map(reason -> String.valueOf(reason.getMessage())).toList();
  }
}

package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static dev.parley.Code.CLASSES;
import static dev.parley.Code.because;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// How the program is written, where no compiler sees to it.
class ConventionsTest {

  @Test
  void asksTheOneClockForTheTime() {
    because(
        uses(
            "the time of day",
            use ->
                (use.getName().equals("now")
                        && use.getOwner().getPackageName().equals("java.time")
                        && !Code.takes(use, Clock.class))
                    || isIn(use, System.class, "currentTimeMillis")
                    || (isIn(use, Date.class, "<init>") && Code.takes(use))),
        "tests move the clock; how long something takes is told by System.nanoTime");
  }

  @Test
  void hasOneClock() {
    because(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.parley.platform.Time")
            .should()
            .accessTargetWhere(
                use(
                    "another clock",
                    use ->
                        use.getOwner().isEquivalentTo(Clock.class)
                            && use.getName().matches("system.*|tick.*"))),
        "a second clock stands still when the first is moved");
  }

  @Test
  void changesCaseTheSameEverywhere() {
    because(
        uses(
            "case by the machine's language",
            use -> isIn(use, String.class, "toLowerCase", "toUpperCase") && Code.takes(use)),
        "in Turkish the lower case of I is not i");
  }

  @Test
  void logsThroughSlf4j() {
    because(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING, "one log has one way in");
    because(
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "the log makes one line of what people write");
    because(
        uses("printed stacks", use -> use.getName().equals("printStackTrace")),
        "what is printed there never reaches app.log");
  }

  @Test
  void namesThingsByWhatTheyAre() {
    because(
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|D[Tt][Oo])(\\$.*)?"),
        "such a name fits any class, so it tells of none");
  }

  @Test
  void saysOfEachRoomWhereNullMayBe() {
    var unmarked =
        CLASSES.stream()
            .map(type -> type.getPackage())
            .distinct()
            .filter(room -> room.tryGetAnnotationOfType(NullMarked.class).isEmpty())
            .map(JavaPackage::getName);

    assertThat(unmarked).as("packages without @NullMarked in their package-info").isEmpty();
  }

  private static ArchRule uses(String what, Predicate<AccessTarget> which) {
    return noClasses().should().accessTargetWhere(use(what, which));
  }

  /// Calls and method references alike.
  private static DescribedPredicate<JavaAccess<?>> use(String what, Predicate<AccessTarget> which) {
    return DescribedPredicate.describe(what, access -> which.test(access.getTarget()));
  }

  private static boolean isIn(AccessTarget use, Class<?> owner, String... names) {
    return use.getOwner().isEquivalentTo(owner) && List.of(names).contains(use.getName());
  }
}

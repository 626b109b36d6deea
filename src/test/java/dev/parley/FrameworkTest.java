package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static dev.parley.Code.CLASSES;
import static dev.parley.Code.because;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.parley.model.ModelCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the framework would let happen in silence.
class FrameworkTest {

  /// The calls that anybody may make. All others say who may make them.
  private static final List<String> OPEN =
      List.of(
          "AuthController.logIn",
          "AuthController.logOut",
          "AuthController.refresh",
          "FeedbackController.ofSession",
          "GuestController.begin",
          "GuestController.chat",
          "GuestPageController.begin",
          "GuestPageController.chat",
          "GuestPageController.get",
          "GuestPageController.list",
          "GuestPageController.read",
          "GuestPageController.stop",
          "HealthController.alive",
          "HealthController.ready",
          "PageController.logIn",
          "PageController.logOut",
          "PageController.refresh",
          "Pages.asset",
          "Pages.openApi",
          "Pages.page",
          "ProofController.forgot",
          "ProofController.resend",
          "ProofController.reset",
          "ProofController.verify",
          "RegistrationController.register",
          "RelayController.chat");

  @Test
  void saysOfEveryCallThatIsNotOpenToAllWhoMayMakeIt() {
    var withoutCaller = handlers().filter(call -> !Code.asksWhoCalls(call));

    assertThat(withoutCaller)
        .as("a call that takes no Caller asks nobody for a token")
        .extracting(call -> call.getOwner().getSimpleName() + "." + call.getName())
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void hasNoConditionThatTheBuildDecidesUnnoticed() {
    var conditions =
        CLASSES.stream()
            .filter(type -> !type.isAnnotation())
            .flatMap(
                type ->
                    Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream()))
            .flatMap(place -> place.getAnnotations().stream())
            .map(annotation -> annotation.getRawType())
            .filter(type -> type.isMetaAnnotatedWith(Conditional.class));

    assertThat(conditions)
        .as("whatever depends on a setting has to be known to DecidedByBuild")
        .extracting(JavaClass::getSimpleName)
        .containsOnly(
            "OnDatabase", "OnNodes", "OnTraces", "ConditionalOnWebApplication", "Profile");
  }

  @Test
  void saysExactlyWhoMayMakeACall() {
    var callers =
        handlers()
            .flatMap(call -> call.getRawParameterTypes().stream())
            .filter(Code::isCaller)
            .collect(toSet());

    assertThat(callers)
        .as("a call is for members, or for a scope, never for just any caller")
        .allMatch(JavaClass::isRecord);
    assertThat(handlers())
        .as("a call that takes its caller second reads what a stranger sent first")
        .allMatch(call -> call.getRawParameterTypes().stream().skip(1).noneMatch(Code::isCaller));
  }

  @Test
  void writesNoSecretAsJson() {
    var read =
        handlers()
            .flatMap(call -> call.getParameters().stream())
            .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class))
            .map(JavaParameter::getRawType)
            .collect(toSet());
    var holders =
        CLASSES.stream()
            .filter(JavaClass::isRecord)
            .filter(type -> type.getFields().stream().anyMatch(Code::isSecret))
            .filter(type -> !type.isAnnotatedWith(ConfigurationProperties.class))
            .filter(type -> !read.contains(type))
            .filter(type -> !type.isEquivalentTo(ModelCall.class))
            .filter(type -> !type.getName().startsWith("dev.parley.platform.Database"));

    assertThat(holders)
        .as("a record may hold a secret if it is read, or settings, or on its way out of here")
        .isEmpty();
  }

  @Test
  void injectsThroughConstructors() {
    because(NO_CLASSES_SHOULD_USE_FIELD_INJECTION, "what a class needs is what it is made with");
    because(
        noClasses().should().dependOnClassesThat().areAssignableTo(Value.class),
        "settings are records, so that each has its name, type, default and sentence");
  }

  @Test
  void beginsTransactionsWhereAProxyCan() {
    because(
        methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .bePublic()
            .andShould()
            .notBeFinal()
            .andShould()
            .notBeStatic()
            .andShould()
            .beDeclaredInClassesThat(
                DescribedPredicate.describe(
                    "can be extended", type -> !type.getModifiers().contains(JavaModifier.FINAL))),
        "a proxy is a subclass in which such methods begin a transaction");
    because(
        classes().should().notBeAnnotatedWith(Transactional.class),
        "which methods write is said at each");
  }

  @Test
  void beginsTransactionsOnlyFromOutside() {
    var fromWithin =
        CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getOriginOwner().equals(call.getTargetOwner()))
            .filter(
                call ->
                    call.getTarget()
                        .resolveMember()
                        .filter(method -> method.isAnnotatedWith(Transactional.class))
                        .isPresent());

    assertThat(fromWithin)
        .as("a call from the class itself goes past its proxy, and so past the transaction")
        .isEmpty();
  }

  private static Stream<JavaMethod> handlers() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(RestController.class))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class));
  }
}

package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.parley.Code.CLASSES;
import static dev.parley.Code.because;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

/// The rooms of the program, which may know which, and where its two worlds meet.
class ArchitectureTest {

  /// Each room and the rooms that it may know. Who adds an arrow says here that it is meant.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("platform", Set.of()),
          entry("budget", Set.of("platform", "web", "node", "model", "answer", "auth")),
          entry("web", Set.of("platform")),
          entry("command", Set.of("platform")),
          entry("node", Set.of("platform")),
          entry("vault", Set.of("platform", "command", "node")),
          entry("limit", Set.of("platform", "web", "node")),
          entry("idempotency", Set.of("platform", "web")),
          entry("model", Set.of("platform", "web")),
          entry("answer", Set.of("platform", "web", "node", "limit", "model")),
          entry("factor", Set.of("platform", "web", "vault")),
          entry("mail", Set.of("platform", "web")),
          entry("auth", Set.of("platform", "web", "limit", "idempotency", "factor", "mail")),
          entry(
              "account",
              Set.of(
                  "command",
                  "platform",
                  "web",
                  "node",
                  "limit",
                  "idempotency",
                  "factor",
                  "mail",
                  "auth")),
          entry(
              "conversation",
              Set.of(
                  "platform",
                  "web",
                  "limit",
                  "idempotency",
                  "model",
                  "node",
                  "answer",
                  "budget",
                  "auth",
                  "modelkey")),
          entry("modelkey", Set.of("platform", "web", "vault", "limit", "model", "answer", "auth")),
          entry("relay", Set.of("platform", "web", "limit", "model", "answer", "budget")),
          entry(
              "openai",
              Set.of(
                  "platform",
                  "web",
                  "limit",
                  "idempotency",
                  "model",
                  "answer",
                  "auth",
                  "budget",
                  "conversation",
                  "modelkey")),
          entry(
              "responses",
              Set.of(
                  "platform",
                  "web",
                  "limit",
                  "idempotency",
                  "model",
                  "answer",
                  "auth",
                  "modelkey",
                  "conversation",
                  "openai")),
          entry(
              "guest",
              Set.of("platform", "web", "limit", "idempotency", "answer", "auth", "conversation")),
          entry("feedback", Set.of("platform", "web", "limit", "idempotency", "auth", "guest")),
          entry("upkeep", Set.of("command", "platform")),
          entry("metrics", Set.of("web")),
          entry("trace", Set.of("platform", "web", "model")),
          entry("audit", Set.of("platform", "web", "command", "vault", "auth")),
          entry("admin", Set.of("platform", "web", "auth", "budget", "conversation")),
          entry(
              "export",
              Set.of(
                  "platform",
                  "web",
                  "limit",
                  "idempotency",
                  "model",
                  "auth",
                  "account",
                  "conversation",
                  "feedback")),
          entry(
              "retention",
              Set.of(
                  "command",
                  "platform",
                  "web",
                  "node",
                  "audit",
                  "auth",
                  "account",
                  "conversation",
                  "guest",
                  "mail")));

  private static final Set<String> GLUE =
      Set.of(
          "dev.parley.web.ArrivedBody",
          "dev.parley.web.BodyPace",
          "dev.parley.web.BodyStream",
          "dev.parley.web.CountedBody",
          "dev.parley.web.EventLoops",
          "dev.parley.web.HeadDeadline",
          "dev.parley.web.IncomingBodyArgument",
          "dev.parley.web.RequestThreads",
          "dev.parley.web.RequestTurns",
          "dev.parley.web.SecurityHeaders",
          "dev.parley.web.SlowRequests",
          "dev.parley.web.StreamedBodyWriter");

  private static final String[] REACTIVE = {"reactor..", "org.reactivestreams..", "io.netty.."};

  @Test
  void hasRoomsOfOneLevelThatAllStandInTheTable() {
    var rooms = new TreeSet<String>();
    CLASSES.stream().map(Code::room).filter(room -> !room.isEmpty()).forEach(rooms::add);

    assertThat(rooms)
        .as("a package is a feature, and features have no floors; each has its row in the table")
        .isEqualTo(new TreeSet<>(ARROWS.keySet()));
  }

  @Test
  void hasOnlyTheMainClassOutsideOfTheRooms() {
    assertThat(CLASSES.stream().filter(type -> Code.room(type).isEmpty()))
        .as("whatever is of use to several rooms is a room")
        .extracting(HasName::getName)
        .containsExactlyInAnyOrder("dev.parley.Parley", "dev.parley.package-info");
  }

  @Test
  void drawsOnlyTheArrowsOfTheTable() {
    var others = new TreeMap<String, String>();
    for (var type : CLASSES) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var from = Code.room(type);
        var to = Code.room(dependency.getTargetClass());
        if (Code.isOurs(dependency.getTargetClass())
            && !from.isEmpty()
            && !from.equals(to)
            && !ARROWS.getOrDefault(from, Set.of()).contains(to)) {
          others.put(from + " -> " + to, dependency.getDescription());
        }
      }
    }

    assertThat(others).as("an arrow against the table makes two rooms one").isEmpty();
  }

  @Test
  void hasNoCycles() {
    because(
        slices().matching("dev.parley.(*)").should().beFreeOfCycles(),
        "of two rooms that know each other neither can be understood alone");
  }

  @Test
  void keepsControllersAndConfigurationToTheirRooms() {
    because(
        classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Configuration.class)
            .should()
            .bePackagePrivate(),
        "HTTP and wiring are how a room is reached, not what it offers to others");
  }

  @Test
  void keepsSqlToTheRoomOfItsTables() {
    because(
        noClasses()
            .that()
            .arePublic()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql", "javax.sql", "org.springframework.jdbc.."),
        "who wants rows of another room asks that room");
  }

  /// The rooms of what is live, and of the web the filters, the place of errors, the loops, and
  /// bodies of any size.
  @Test
  void knowsReactiveTypesOnlyOnTheEventLoop() {
    var glue =
        DescribedPredicate.describe(
            "glue",
            (JavaClass type) ->
                Code.outermost(type).isAssignableTo(WebFilter.class)
                    || Code.outermost(type).isAssignableTo(WebExceptionHandler.class)
                    || GLUE.contains(Code.outermost(type).getFullName()));
    because(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.parley.answer", "dev.parley.model")
            .and(DescribedPredicate.not(glue))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REACTIVE),
        "what asks the database is plain blocking code on virtual threads");
  }

  @Test
  void asksTheDatabaseNowhereOnTheEventLoop() {
    because(
        noClasses()
            .that()
            .resideInAnyPackage("dev.parley.answer", "dev.parley.model", "dev.parley.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql", "javax.sql", "org.springframework.jdbc..", "org.sqlite.."),
        "one query on an event loop stops thousands of streams");
  }
}

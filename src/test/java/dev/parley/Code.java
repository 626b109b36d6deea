package dev.parley;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.auth.Caller;
import dev.parley.platform.Secret;
import dev.parley.web.Insider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The program as the tests of its architecture see it.
final class Code {

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(file -> !isMadeByBuild(file))
          .importPackages("dev.parley");

  private static final String ROOT = "dev.parley";

  private Code() {}

  /// What an earlier build left of its decisions about Spring's beans.
  private static boolean isMadeByBuild(Location file) {
    return file.contains("__") || file.contains("$$SpringCGLIB$$");
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /// The room that a class is in, by its whole path below the root; empty for the root.
  static String room(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
  }

  /// The class of the file that a class stands in.
  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Code::outermost).orElse(type);
  }

  /// Whether a method takes exactly these.
  static boolean takes(AccessTarget method, Class<?>... parameters) {
    return method instanceof AccessTarget.CodeUnitAccessTarget unit
        && unit.getRawParameterTypes().stream()
            .map(JavaClass::getFullName)
            .toList()
            .equals(Stream.of(parameters).map(Class::getName).toList());
  }

  static boolean isCaller(JavaClass type) {
    return isCaller(type.reflect());
  }

  private static boolean isCaller(Class<?> type) {
    return Caller.class.isAssignableFrom(type) || type == Insider.class;
  }

  /// Whether a call is closed to whoever is not what it takes. One that may do without is open.
  static boolean asksWhoCalls(JavaMethod call) {
    return Stream.of(call.reflect().getParameters())
        .filter(parameter -> isCaller(parameter.getType()))
        .anyMatch(parameter -> !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  static boolean isSecret(JavaField field) {
    return field.getAllInvolvedRawTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(Secret.class));
  }

  /// Fails where the rule is broken, and says why there is such a rule.
  static void because(ArchRule rule, String reason) {
    rule.because(reason).check(CLASSES);
  }
}

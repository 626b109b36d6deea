package dev.parley.platform;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/// Looking through all classes for what is to be made takes most of a start. So the build does that
/// once, for the usual server: on SQLite, alone, without traces, and with nothing of Spring's set.
/// A jar that is started so goes by what the build decided; else all of it is decided at the start,
/// as it is wherever the program is not run from its jar. What is made is the same.
final class DecidedByBuild implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (isServerFromJar(application) && isUsual(environment)) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
  }

  /// Classes that lie in a folder may have changed since it was decided.
  private static boolean isServerFromJar(SpringApplication application) {
    var program = application.getMainApplicationClass();
    return program != null
        && application.getWebApplicationType() == WebApplicationType.REACTIVE
        && application.getAllSources().contains(program)
        && program.getPackage().getImplementationVersion() != null;
  }

  static boolean isUsual(ConfigurableEnvironment environment) {
    var settings = new Settings(environment);
    try {
      return settings.get(Database.class).kind() == DatabaseKind.SQLITE
          && settings.get(RedisSettings.class).nodes() == Nodes.ONE
          && environment.getProperty("parley.trace.endpoint", "").isEmpty()
          && environment.getPropertySources().stream().noneMatch(DecidedByBuild::isSpringSet);
    } catch (BindException | UnsafeStart _) {
      return false; // Checks will say what is wrong.
    }
  }

  /// What Spring Boot itself says of the program stands among the settings, too.
  private static boolean isSpringSet(PropertySource<?> source) {
    return !source.getName().contains("class path resource")
        && !source.getName().equals("applicationInfo")
        && source instanceof EnumerablePropertySource<?> named
        && Stream.of(named.getPropertyNames())
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
            .anyMatch(name -> name.startsWith("spring.") || name.startsWith("server."));
  }
}

package dev.parley.command;

import dev.parley.platform.Presence;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// The parts of the program that a command works with, with the same settings as the server's and
/// on the same database, beside a server or without one. A part is made when it is asked for, and
/// nothing else is.
public final class Parts implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Parts(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Reads the settings.
  ///
  /// @throws dev.parley.platform.UnsafeStart where they refuse a start
  public static Parts open() {
    var program = new SpringApplication(Workshop.class);
    program.setWebApplicationType(WebApplicationType.NONE);
    program.setAdditionalProfiles(Presence.BESIDE);
    program.setLazyInitialization(true);
    program.setBannerMode(Banner.Mode.OFF);
    program.setLogStartupInfo(false);
    return new Parts(program.run("--logging.config=classpath:command-log.xml"));
  }

  /// A part, which is a bean of the server's too.
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /// All parts of a kind, in their order.
  public <T> List<T> all(Class<T> type) {
    return context.getBeanProvider(type).orderedStream().toList();
  }

  @Override
  public void close() {
    context.close();
  }
}

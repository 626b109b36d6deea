package dev.parley.platform;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// The settings as they are before there is anything that has them.
public final class Settings {

  private final Environment environment;
  private final Binder binder;

  Settings(Environment environment) {
    this.environment = environment;
    this.binder = Binder.get(environment);
  }

  /// Those of a record, which is the same that the server gets later.
  ///
  /// @param type with [ConfigurationProperties]
  public <T> T get(Class<T> type) {
    var prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
    return binder.bindOrCreate(prefix, type);
  }

  /// For those that are no record.
  public Environment environment() {
    return environment;
  }
}

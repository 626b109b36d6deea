package dev.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a test fails without: promises of `promises.yaml`, by their keys. On a class it is said of
/// all its tests together.
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Keeps {

  /// The keys, such as `killed.text`.
  String[] value();
}

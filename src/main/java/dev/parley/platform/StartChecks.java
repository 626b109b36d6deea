package dev.parley.platform;

import dev.parley.platform.StartCheck.Weakness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.io.support.SpringFactoriesLoader;

/// Makes all checks before anything of the server is made, and refuses the start with everything
/// that they find, so that nobody starts ten times to hear of ten things.
final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Logger log = LoggerFactory.getLogger(StartChecks.class);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      return; // The build makes nothing and serves nobody.
    }
    var rooms = SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader());
    make(
        rooms.load(SettingsCheck.class),
        rooms.load(StartCheck.class),
        new Settings(context.getEnvironment()));
  }

  /// @throws UnsafeStart with all reasons that there are
  static void make(List<SettingsCheck> readings, List<StartCheck> checks, Settings settings) {
    var reasons = new ArrayList<UnsafeStart>();
    // Where nobody can tell what it is for, it is held to the stricter.
    var production = isProduction(settings, reasons);
    var allowed = settings.get(StartSettings.class).allowUnsafe();
    checkNames(checks, allowed, reasons);
    readings.forEach(reading -> collect(reasons, () -> reading.check(settings)));
    for (var check : checks) {
      collect(
          reasons,
          () ->
              check
                  .find(settings)
                  .filter(weakness -> !isPassed(check, weakness, production, allowed))
                  .ifPresent(weakness -> reasons.add(refusal(check, weakness))));
    }
    if (!reasons.isEmpty()) {
      throw UnsafeStart.of(reasons);
    }
  }

  private static void collect(List<UnsafeStart> reasons, Runnable check) {
    try {
      check.run();
    } catch (UnsafeStart | BindException e) {
      var reason = UnsafeStart.because(e);
      // Several may read what cannot be read.
      if (reasons.stream().noneMatch(reason::isTheSameAs)) {
        reasons.add(reason);
      }
    }
  }

  private static boolean isProduction(Settings settings, List<UnsafeStart> reasons) {
    var production = new AtomicBoolean(true);
    collect(reasons, () -> production.set(settings.get(Profile.class).isProduction()));
    return production.get();
  }

  private static void checkNames(
      List<StartCheck> checks, List<String> allowed, List<UnsafeStart> reasons) {
    Set<String> known = new TreeSet<>(checks.stream().map(StartCheck::name).toList());
    Set<String> unknown = new LinkedHashSet<>(allowed);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      reasons.add(
          new UnsafeStart(
              "PARLEY_ALLOW_UNSAFE names what is no check: %s."
                  .formatted(String.join(", ", unknown)),
              "Name some of %s, or leave it out.".formatted(String.join(", ", known))));
    }
  }

  /// Whatever is let through is said at every start.
  private static boolean isPassed(
      StartCheck check, Weakness weakness, boolean production, List<String> allowed) {
    if (allowed.contains(check.name())) {
      log.warn("Allowed by PARLEY_ALLOW_UNSAFE, {}: {}", check.name(), weakness.problem());
      return true;
    }
    if (weakness.onlyInProduction() && !production) {
      log.warn("Not for production: {} {}", weakness.problem(), weakness.remedy());
      return true;
    }
    return false;
  }

  private static UnsafeStart refusal(StartCheck check, Weakness weakness) {
    return new UnsafeStart(
        weakness.problem(),
        "%s To start all the same, set PARLEY_ALLOW_UNSAFE=%s."
            .formatted(weakness.remedy(), check.name()));
  }
}

package dev.parley;

import dev.parley.command.Commands;
import dev.parley.platform.StopSignals;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server. Started with nothing set up it listens on port 8000 and keeps everything in `data/`.
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class Parley {

  public static void main(String[] arguments) {
    // Numbers are written with the digits of the machine's language, in hashes and SQL as well.
    Locale.setDefault(Locale.ROOT);
    var status = new Commands(Parley::serve).run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static void serve(String... settings) {
    StopSignals.handle();
    SpringApplication.run(Parley.class, settings);
  }
}

package dev.parley;

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
    SpringApplication.run(Parley.class, arguments);
  }
}

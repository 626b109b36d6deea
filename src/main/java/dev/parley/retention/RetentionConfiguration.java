package dev.parley.retention;

import dev.parley.mail.Links;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The mails that go before a deletion.
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  private final RetentionSettings settings;

  RetentionConfiguration(RetentionSettings settings) {
    this.settings = settings;
  }

  @Bean
  InactivityMail firstWarning(Warnings warnings, Links links, Clock clock) {
    return mail(Warning.FIRST, warnings, links, clock);
  }

  @Bean
  InactivityMail lastWarning(Warnings warnings, Links links, Clock clock) {
    return mail(Warning.LAST, warnings, links, clock);
  }

  private InactivityMail mail(Warning warning, Warnings warnings, Links links, Clock clock) {
    return new InactivityMail(warning, warnings, settings.inactiveAccounts(), links, clock);
  }
}

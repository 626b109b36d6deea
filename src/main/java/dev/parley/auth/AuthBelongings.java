package dev.parley.auth;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an account is signed in with.
@Configuration(proxyBeanMethods = false)
class AuthBelongings {

  @Bean
  Belongings sessionRows() {
    return new Belongings(
        "sessions",
        """
        DELETE FROM sessions
        WHERE id IN (
          SELECT id FROM (SELECT id FROM sessions WHERE user_id = :owner LIMIT :few) few)
        """);
  }

  @Bean
  Belongings accessTokenRows() {
    return new Belongings(
        "access_tokens",
        """
        DELETE FROM access_tokens
        WHERE id IN (
          SELECT id FROM (SELECT id FROM access_tokens WHERE user_id = :owner LIMIT :few) few)
        """);
  }
}

package dev.parley.auth;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the uses of personal access tokens stored, a few seconds after they were noted.
@Component
class TokenUseJob {

  private final TokenUses uses;

  TokenUseJob(TokenUses uses) {
    this.uses = uses;
  }

  /// Also when the server is being stopped, while the database can still be written.
  @EventListener(ContextClosedEvent.class)
  @Scheduled(fixedDelayString = "PT10S")
  void run() {
    if (uses.hasNoted()) {
      uses.store();
    }
  }
}

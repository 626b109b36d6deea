package dev.parley.vault;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Before the first request: no server runs that cannot open what is stored.
@Component
class KeyCheck implements InitializingBean {

  private final KnownKeys keys;

  KeyCheck(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  public void afterPropertiesSet() {
    keys.settle();
  }
}

package dev.parley.admin;

import dev.parley.platform.Holding;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The looks at an account, for its export.
@Component
class LookHolding implements Holding {

  private static final int FEW = 100;

  private final Looks looks;

  LookHolding(Looks looks) {
    this.looks = looks;
  }

  @Override
  public String name() {
    return "looks";
  }

  @Override
  public void tell(String accountId, Consumer<Object> rows) {
    var few = looks.few(accountId, "look_~", FEW);
    while (!few.isEmpty()) {
      few.forEach(rows);
      few = looks.few(accountId, few.getLast().id(), FEW);
    }
  }
}

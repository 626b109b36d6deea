package dev.parley.factor;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The account has no second factor, or none was begun.
public final class SecondFactorOff extends Refusal {

  private static final long serialVersionUID = 1;

  SecondFactorOff() {
    super(HttpStatus.CONFLICT, "second_factor_off", "There is no second factor. Begin one first.");
  }
}

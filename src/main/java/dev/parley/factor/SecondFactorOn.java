package dev.parley.factor;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The account has a second factor already.
public final class SecondFactorOn extends Refusal {

  private static final long serialVersionUID = 1;

  SecondFactorOn() {
    super(HttpStatus.CONFLICT, "second_factor_on", "The second factor is on. Switch it off first.");
  }
}

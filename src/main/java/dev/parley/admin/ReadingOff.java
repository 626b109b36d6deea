package dev.parley.admin;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Administrators read no conversations here.
final class ReadingOff extends Refusal {

  private static final long serialVersionUID = 1;

  ReadingOff() {
    super(
        HttpStatus.FORBIDDEN,
        "reading_off",
        "Administrators read no conversations here, unless PARLEY_ADMIN_READS_CONVERSATIONS says so.");
  }
}

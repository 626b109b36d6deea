package dev.parley.budget;

import dev.parley.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What one's account has used, and what is left.
@RestController
class UsageController {

  private final UsageReports reports;

  UsageController(UsageReports reports) {
    this.reports = reports;
  }

  @GetMapping("/account/usage")
  UsageReport usage(Caller.Reader reader) {
    return reports.of(new Payer.Account(reader.accountId()));
  }
}

package dev.parley.budget;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What everybody may use, for administrators.
@RestController
class BudgetController {

  private static final Logger log = LoggerFactory.getLogger(BudgetController.class);

  private final StoredBudgets stored;
  private final BudgetChange change;
  private final KnownBudgets known;
  private final ApplicationEventPublisher events;

  BudgetController(
      StoredBudgets stored,
      BudgetChange change,
      KnownBudgets known,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.change = change;
    this.known = known;
    this.events = events;
  }

  @GetMapping("/admin/budgets")
  Map<String, Object> get(Caller.Admin admin) {
    events.publishEvent(new Looked(admin, "budgets_read"));
    return BudgetsJson.write(stored.find());
  }

  @PutMapping(path = "/admin/budgets", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> replace(Caller.Admin admin, @RequestBody BudgetsJson body) {
    var budgets = body.read();
    change.replace(admin.accountId(), budgets);
    known.forget();
    log.info("{} changed the budgets", admin.accountId());
    return BudgetsJson.write(budgets);
  }
}

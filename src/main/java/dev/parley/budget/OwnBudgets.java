package dev.parley.budget;

import dev.parley.web.Fields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The budgets that single accounts have of their own.
@Component
public class OwnBudgets {

  private final StoredBudgets stored;
  private final KnownBudgets known;
  private final ApplicationEventPublisher events;

  OwnBudgets(StoredBudgets stored, KnownBudgets known, ApplicationEventPublisher events) {
    this.stored = stored;
    this.known = known;
    this.events = events;
  }

  /// What an account is to have.
  ///
  /// @param allowance none: what everybody has
  public record OwnBudget(Optional<Allowance> allowance) {}

  /// Reads one as clients write it; a `null` takes it away.
  public static OwnBudget read(Fields fields, String field, JsonNode json) {
    return new OwnBudget(
        json.isNull()
            ? Optional.empty()
            : Optional.of(AllowanceJson.read(fields, field, json, Allowance.NOTHING_SAID)));
  }

  /// Those that some of these accounts have, as clients see them, by the accounts' ids.
  public Map<String, Map<String, Object>> find(Collection<String> accountIds) {
    var found = new HashMap<String, Map<String, Object>>();
    stored.own(accountIds).forEach((id, own) -> found.put(id, AllowanceJson.write(own)));
    return found;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void set(String adminId, String accountId, OwnBudget budget) {
    stored.setOwn(accountId, budget.allowance);
    events.publishEvent(new BudgetsChanged(adminId, accountId));
  }

  /// Once a change of an account is committed: its budget, or its role.
  public void changed(String accountId) {
    known.forget(accountId);
  }
}

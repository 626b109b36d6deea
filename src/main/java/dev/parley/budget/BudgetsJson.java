package dev.parley.budget;

import dev.parley.auth.Role;
import dev.parley.web.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How the budgets are written down.
record BudgetsJson(
    @Nullable JsonNode account,
    @Nullable Map<String, JsonNode> roles,
    @Nullable JsonNode guestSession,
    @Nullable JsonNode allGuests,
    @Nullable JsonNode everybody) {

  static Map<String, Object> write(Budgets budgets) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", AllowanceJson.write(budgets.account()));
    json.put("roles", roles(budgets));
    json.put("guest_session", AllowanceJson.write(budgets.guestSession()));
    json.put("all_guests", AllowanceJson.write(budgets.allGuests()));
    json.put("everybody", AllowanceJson.write(budgets.everybody()));
    return json;
  }

  private static Map<String, Object> roles(Budgets budgets) {
    var roles = new LinkedHashMap<String, Object>();
    for (var role : Role.values()) {
      var allowance = budgets.roles().getOrDefault(role, Allowance.NOTHING_SAID);
      roles.put(role.word(), AllowanceJson.write(allowance));
    }
    return roles;
  }

  /// What is left out is not limited.
  ///
  /// @throws dev.parley.web.Invalid naming each bad field
  Budgets read() {
    var fields = new Fields();
    var budgets =
        new Budgets(
            AllowanceJson.read(fields, "account", account, Allowance.NO_LIMIT),
            readRoles(fields),
            AllowanceJson.read(fields, "guest_session", guestSession, Allowance.NO_LIMIT),
            AllowanceJson.read(fields, "all_guests", allGuests, Allowance.NO_LIMIT),
            AllowanceJson.read(fields, "everybody", everybody, Allowance.NO_LIMIT));
    fields.check();
    return budgets;
  }

  private Map<Role, Allowance> readRoles(Fields fields) {
    var read = new EnumMap<Role, Allowance>(Role.class);
    if (roles == null) {
      return read;
    }
    var left = new LinkedHashMap<>(roles);
    for (var role : Role.values()) {
      var json = left.remove(role.word());
      var allowance =
          AllowanceJson.read(fields, "roles." + role.word(), json, Allowance.NOTHING_SAID);
      if (!allowance.equals(Allowance.NOTHING_SAID)) {
        read.put(role, allowance);
      }
    }
    left.keySet().forEach(name -> fields.reject("roles." + name, "is not a role"));
    return read;
  }
}

package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a test gives its members to spend, and what they have spent.
public final class Means {

  private Means() {}

  /// Gives an account a budget of its own, such as `{'day':{'questions':1}}`.
  static void give(TestServer server, Client member, String budget) {
    server
        .admin()
        .patch("/admin/users/" + id(member), "{'budget':%s}".formatted(budget))
        .expect(200);
  }

  static String id(Client member) {
    return member.get("/account").expect(200).text("id");
  }

  /// Says what everybody may use, where nobody has used anything.
  static void giveAll(TestServer server, String budgets) {
    server.write("DELETE FROM usage_days");
    giveAllStill(server, budgets);
  }

  /// Says what everybody may use, whatever was used.
  static void giveAllStill(TestServer server, String budgets) {
    server.admin().send("PUT", "/admin/budgets", budgets.replace('\'', '"'), Map.of()).expect(200);
  }

  static JsonNode usage(Client member) {
    return member.get("/account/usage").expect(200).body();
  }

  static long used(Client member, String measure) {
    return usage(member).at("/day/%s/used".formatted(measure)).longValue();
  }

  static long held(Client member, String measure) {
    return usage(member).at("/day/%s/held".formatted(measure)).longValue();
  }

  /// Whatever a test has said of everybody, no longer holds.
  static void giveAllAsAtFirst(TestServer server) {
    server.write("DELETE FROM budgets");
    server.bean(KnownBudgets.class).forget();
  }

  /// Fails where any balance is not the sum of its rows in the ledger. Those that are shared begin
  /// with what was used before.
  public static void checkBooks(TestServer server) {
    var wrong =
        server
            .bean(JdbcClient.class)
            .sql(
                """
                SELECT b.subject
                FROM balances b
                LEFT JOIN (
                  SELECT subject, day, SUM(questions) AS questions, SUM(tokens) AS tokens,
                    SUM(cost) AS cost
                  FROM ledger GROUP BY subject, day
                ) l ON l.subject = b.subject AND l.day = b.day
                WHERE b.subject NOT IN ('everybody', 'guests')
                  AND (b.day_questions <> COALESCE(l.questions, 0)
                    OR b.day_tokens <> COALESCE(l.tokens, 0)
                    OR b.day_cost <> COALESCE(l.cost, 0))
                """)
            .query(String.class)
            .list();
    assertThat(wrong).as("balances that are not the sum of the ledger").isEmpty();
  }
}

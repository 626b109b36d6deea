package dev.parley.account;

import dev.parley.auth.Access;
import dev.parley.auth.LastAdmin;
import dev.parley.auth.Unauthenticated;
import dev.parley.mail.Outbox;
import dev.parley.platform.Belongings;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steps in which accounts are closed, each a transaction that keeps nobody waiting for long.
@Component
class Closures {

  private final JdbcClient jdbc;
  private final Access access;
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Registrations registrations;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;

  Closures(
      JdbcClient jdbc,
      Access access,
      Accounts accounts,
      OneTimeTokens tokens,
      Registrations registrations,
      Outbox outbox,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.accounts = accounts;
    this.tokens = tokens;
    this.registrations = registrations;
    this.outbox = outbox;
    this.events = events;
  }

  /// Shuts an account out for good. From now on nobody reaches what it held, and its address is
  /// free.
  ///
  /// @throws Unauthenticated where it is gone already
  /// @throws LastAdmin where nobody could administrate any more
  @Transactional
  public void begin(String id) {
    access.holdWithAdmins(id);
    access.requireAnotherAdmin(id);
    forget(accounts.find(id).orElseThrow(Unauthenticated::new).email());
    var rows =
        jdbc.sql(
                """
                UPDATE users
                SET status = 'deleted', email = id, name = NULL, password_hash = '', role = 'user'
                WHERE id = :id AND status <> 'deleted'
                """)
            .param("id", id)
            .update();
    if (rows == 0) {
      throw new Unauthenticated();
    }
    access.delete(id);
    events.publishEvent(new AccountHappening.Closed(id));
  }

  /// What hangs on the address and not on the account, in the order in which mail is sent and
  /// opened.
  private void forget(String email) {
    tokens.forget(email);
    outbox.forget(email);
    registrations.forget(email);
  }

  /// Deletes at most so many of an account's belongings.
  ///
  /// @return how many it were
  @Transactional
  public int deleteFew(String id, Belongings belongings, int few) {
    return jdbc.sql(belongings.deletion()).param("owner", id).param("few", few).update();
  }

  /// Deletes the account, with whatever has come to hang on it since.
  ///
  /// @param what has been deleted of it before, for the record
  @Transactional
  public void finish(String id, String what) {
    var rows =
        jdbc.sql("DELETE FROM users WHERE id = :id AND status = 'deleted'")
            .param("id", id)
            .update();
    if (rows > 0) {
      events.publishEvent(new AccountHappening.Deleted(id, what));
    }
  }

  /// The accounts that were shut out and are not deleted yet.
  List<String> unfinished() {
    return jdbc.sql("SELECT id FROM users WHERE status = 'deleted'").query(String.class).list();
  }
}

package dev.parley.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends access, for other rooms. What it does is part of the caller's transaction, if there is one;
/// it counts on this node once that is stored, on others within 5 seconds.
@Component
public class Access {

  private final Sessions sessions;
  private final PersonalTokens tokens;
  private final Credentials credentials;
  private final Revocations revocations;
  private final HeldAccounts held;

  Access(
      Sessions sessions,
      PersonalTokens tokens,
      Credentials credentials,
      Revocations revocations,
      HeldAccounts held) {
    this.sessions = sessions;
    this.held = held;
    this.tokens = tokens;
    this.credentials = credentials;
    this.revocations = revocations;
  }

  /// Makes sure, amid something that takes long, that nothing has ended the caller's access since.
  /// No query is made.
  ///
  /// @throws Unauthenticated where it has ended
  public void check(Caller caller) {
    if (revocations.concern(caller)) {
      throw new Unauthenticated();
    }
  }

  /// Keeps others from changing an account until the transaction ends. Whoever holds one does so
  /// before anything that hangs on it.
  public void hold(String accountId) {
    held.hold(accountId);
  }

  /// Holds an account and those of all administrators, before it is told whether one is the last.
  public void holdWithAdmins(String accountId) {
    held.holdWithAdmins(accountId);
  }

  /// Signs an account out everywhere, or everywhere but in one session. Access tokens and open
  /// streams of the sessions end with them.
  ///
  /// @param except the session that goes on; none for all to end
  /// @return how many have ended
  public int endAll(String accountId, @Nullable String except) {
    return sessions.endAll(accountId, except);
  }

  /// Ends the personal access tokens of an account.
  ///
  /// @return how many have ended
  public int endTokens(String accountId) {
    return tokens.deleteAll(accountId);
  }

  /// Shuts an account out for the time being: its sessions end, its answers are stopped, and its
  /// personal access tokens rest.
  @Transactional
  public void suspend(String accountId) {
    revocations.add(AccessEnded.Kind.ACCOUNT_SUSPENDED, accountId);
    sessions.endAll(accountId, null);
  }

  /// Lets an account in again that was suspended.
  @Transactional
  public void restore(String accountId) {
    revocations.add(AccessEnded.Kind.ACCOUNT_RESTORED, accountId);
  }

  /// Shuts an account out that is deleted: whatever is open to it is `gone`.
  @Transactional
  public void delete(String accountId) {
    revocations.add(AccessEnded.Kind.ACCOUNT_DELETED, accountId);
  }

  /// Tells all nodes that an account has stored an own key of the model service, so that none goes
  /// on with the one before.
  @Transactional
  public void replaceModelKey(String accountId) {
    revocations.add(AccessEnded.Kind.MODEL_KEY_STORED, accountId);
  }

  /// Tells all nodes that an account's own key of the model service is no more.
  @Transactional
  public void deleteModelKey(String accountId) {
    revocations.add(AccessEnded.Kind.MODEL_KEY_DELETED, accountId);
  }

  /// Goes on unless the account is the last that may administrate.
  ///
  /// @throws LastAdmin where it is
  public void requireAnotherAdmin(String accountId) {
    if (credentials.isLastAdmin(accountId)) {
      throw new LastAdmin();
    }
  }
}

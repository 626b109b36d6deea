package dev.parley.auth;

import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.platform.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Counts the attempts to prove who one is. Each is taken for a wrong one before anything is
/// looked at, so that many at once are no more than one after another, and given back unless it
/// was.
///
/// Strangers share the guesses at an account, and those from an address. Who comes with a
/// [Device] or from an address that the account was signed in from has guesses of their own, so
/// that strangers who guess lock nobody out.
@Component
final class Attempts {

  private record Guess(Limit limit, String key) {}

  private final KnownAddresses addresses;

  Attempts(KnownAddresses addresses) {
    this.addresses = addresses;
  }

  /// Lets somebody try to log in.
  ///
  /// @param email normalised, whether there is such an account or not
  /// @throws dev.parley.limit.LimitReached without having tried
  <T> T logIn(Meter meter, Device device, String email, Supplier<T> proof) {
    var known = device.idFor(email);
    meter.take(Limit.ADDRESS_LOGINS, known.map(Attempts::device).orElse(meter.address()));
    if (known.isPresent()) {
      return attempt(meter, List.of(accountGuess(device(known.get()))), proof);
    }
    // As a digest: what was sent for an address may be megabytes, and is remembered for hours.
    var name = Sha256.hex(email);
    var account =
        addresses.isKnown(email, meter.address())
            ? accountGuess(name + " from " + meter.address())
            : accountGuess(name);
    var address = new Guess(Limit.ADDRESS_LOGINS, meter.address());
    return attempt(meter, List.of(address, account), proof);
  }

  /// Lets somebody who is signed in try to prove that it is still them.
  ///
  /// @throws dev.parley.limit.LimitReached without having tried
  <T> T signedIn(Meter meter, Caller.Member member, Supplier<T> proof) {
    return attempt(meter, List.of(accountGuess("session " + member.sessionId())), proof);
  }

  private static String device(String id) {
    return "device " + id;
  }

  private static Guess accountGuess(String key) {
    return new Guess(Limit.ACCOUNT_LOGINS, key);
  }

  private static <T> T attempt(Meter meter, List<Guess> guesses, Supplier<T> proof) {
    var taken = new ArrayList<Guess>();
    var wrong = false;
    try {
      for (var guess : guesses) {
        meter.guess(guess.limit, guess.key);
        taken.add(guess);
      }
      return proof.get();
    } catch (WrongProof e) {
      wrong = true;
      throw e;
    } finally {
      if (!wrong) {
        taken.forEach(guess -> meter.giveBackGuess(guess.limit, guess.key));
      }
    }
  }
}

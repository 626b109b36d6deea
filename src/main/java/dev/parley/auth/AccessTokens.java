package dev.parley.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.Sha256;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Access tokens: JWTs (RFC 9068's shape) signed with HMAC-SHA-256. One is read in memory alone:
/// its kind, algorithm, key, audience and time, and that its session has not been ended.
@Component
public final class AccessTokens {

  private static final JOSEObjectType KIND = new JOSEObjectType("at+jwt");
  private static final String PARLEY = "parley";
  private static final String SESSION = "sid";
  private static final String ROLE = "role";
  private static final int LONGEST = 2_048;
  private static final int MOST_SOUND = 10_000;

  /// What a token says that is signed as it should be. That it has not expired or ended since is
  /// looked at each time.
  private record Sound(Caller.Member member, Instant expires) {}

  /// Those that were shown of late, by their hashes: a signature, which is most of what reading
  /// one takes, is looked at once and not with each request.
  private final Cache<String, Sound> sound = Caffeine.newBuilder().maximumSize(MOST_SOUND).build();

  private final JWSHeader header;
  private final MACSigner signer;
  private final MACVerifier verifier;
  private final TokenSettings settings;
  private final Revocations revocations;
  private final Clock clock;

  AccessTokens(SigningKey key, TokenSettings settings, Revocations revocations, Clock clock)
      throws JOSEException {
    this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(KIND).keyID(key.id()).build();
    this.signer = new MACSigner(key.bytes());
    this.verifier = new MACVerifier(key.bytes());
    this.settings = settings;
    this.revocations = revocations;
    this.clock = clock;
  }

  String issue(Caller.Member member) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(PARLEY)
            .audience(PARLEY)
            .subject(member.accountId())
            .claim(SESSION, member.sessionId())
            .claim(ROLE, member.role().word())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.accessLifetime())))
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token cannot be signed", e);
    }
    return token.serialize();
  }

  /// Whom a token stands for; nobody, if anything about it is wrong.
  public Optional<Caller.Member> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    var found = find(token);
    return found == null || !clock.instant().isBefore(found.expires)
        ? Optional.empty()
        : Optional.of(found.member).filter(member -> !revocations.concern(member));
  }

  private @Nullable Sound find(String token) {
    var hash = Sha256.hex(token);
    var known = sound.getIfPresent(hash);
    if (known != null) {
      return known;
    }
    var verified = verified(token);
    if (verified != null) {
      sound.put(hash, verified);
    }
    return verified;
  }

  private @Nullable Sound verified(String token) {
    try {
      var parsed = SignedJWT.parse(token);
      return isOurs(parsed.getHeader()) && parsed.verify(verifier)
          ? sound(parsed.getJWTClaimsSet())
          : null;
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return null;
    }
  }

  private boolean isOurs(JWSHeader sent) {
    return JWSAlgorithm.HS256.equals(sent.getAlgorithm())
        && KIND.equals(sent.getType())
        && header.getKeyID().equals(sent.getKeyID());
  }

  private static @Nullable Sound sound(JWTClaimsSet claims) throws ParseException {
    var expires = claims.getExpirationTime();
    var subject = claims.getSubject();
    var session = claims.getStringClaim(SESSION);
    var role = claims.getStringClaim(ROLE);
    if (expires == null
        || !PARLEY.equals(claims.getIssuer())
        || !claims.getAudience().contains(PARLEY)
        || subject == null
        || session == null
        || role == null) {
      return null;
    }
    return new Sound(new Caller.Member(subject, session, Role.of(role)), expires.toInstant());
  }
}

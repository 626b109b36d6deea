package dev.parley.export;

import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.platform.DataFolder;
import dev.parley.web.IncomingBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes conversations that people had elsewhere.
@RestController
class ImportController {

  static final String PATH = "/account/import";

  private final Importing importing;
  private final DataFolder data;

  ImportController(Importing importing, DataFolder data) {
    this.importing = importing;
    this.data = data;
  }

  @PostMapping(
      path = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Receipt take(Caller.Member member, Meter meter, Once once, IncomingBody body) {
    meter.take(Limit.ACCOUNT_IMPORTS, member.accountId());
    try (var document = Spool.of(body.open(), data)) {
      var request = once.by(member.accountId(), document.digest());
      return request.createAtLength(Receipt.class, () -> importing.take(member, request, document));
    }
  }
}

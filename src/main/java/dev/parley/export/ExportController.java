package dev.parley.export;

import dev.parley.auth.Caller;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.web.StreamedBody;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Gives people what they have here, to take it elsewhere.
@RestController
class ExportController {

  private static final String FILE = "parley-export.json";

  private final Exporting exporting;
  private final ApplicationEventPublisher events;

  ExportController(Exporting exporting, ApplicationEventPublisher events) {
    this.exporting = exporting;
    this.events = events;
  }

  @GetMapping(path = "/account/export", produces = MediaType.APPLICATION_JSON_VALUE)
  StreamedBody export(Caller.Member member, Meter meter) {
    meter.take(Limit.ACCOUNT_EXPORTS, member.accountId());
    events.publishEvent(new AccountExported(member.accountId()));
    return new StreamedBody(MediaType.APPLICATION_JSON, FILE, out -> exporting.write(member, out));
  }
}

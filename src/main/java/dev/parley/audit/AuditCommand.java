package dev.parley.audit;

import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The record of what happened, for whoever has to show it to somebody.
@Command(name = "audit", description = "The record of what happened. Servers may run meanwhile.")
final class AuditCommand implements Subcommand {

  private static final String NOT_A_SEGMENT = "A segment is a number, a colon and a seal.";

  private final Terminal terminal;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "verify",
      description = {
        "Says whether the record is whole, and if not, what was changed, removed or added.",
        "The last line names the last segment: kept elsewhere, it proves later that nothing was"
            + " cut off. The status is 1 where the record is not whole."
      })
  int verify(
      @Option(
              names = "--kept",
              paramLabel = "SEGMENT",
              description = "A last segment that was kept; otherwise the one in the data folder.")
          @Nullable String kept) {
    var known = kept == null ? null : Anchor.Known.parse(kept).orElse(null);
    if (kept != null && known == null) {
      terminal.complain(NOT_A_SEGMENT);
      return ExitCode.USAGE;
    }
    try (var parts = Parts.open()) {
      var report =
          parts
              .get(Verification.class)
              .verify(known, events -> terminal.say("%d events so far".formatted(events)));
      report.findings().forEach(finding -> terminal.complain("Not whole: " + finding + "."));
      terminal.say(report + ".");
      terminal.say(
          report.isWhole()
              ? "The record is whole. It ends with segment %s".formatted(report.end())
              : "The record is not whole: %d faults.".formatted(report.faults()));
      return report.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "export",
      description = "Writes the record down, a line of JSON for each event and each segment.")
  int export() {
    try (var parts = Parts.open()) {
      parts.get(Export.class).write(terminal::say);
      return ExitCode.OK;
    }
  }

  @Command(name = "show", description = "Shows events, the newest first.")
  int show(
      @Option(names = "--kind", description = "Such as signed_in.") @Nullable String kind,
      @Option(names = "--actor", description = "The id of who did it.") @Nullable String actor,
      @Option(names = "--subject", description = "The id of what it was done to.")
          @Nullable String subject,
      @Option(names = "--request", description = "The id of the request that did it.")
          @Nullable String request,
      @Option(names = "--since", description = "A time, such as 2030-01-31T12:00:00Z.")
          @Nullable OffsetDateTime since,
      @Option(names = "--until", description = "A time.") @Nullable OffsetDateTime until,
      @Option(names = "--limit", defaultValue = "50", description = "At most so many; 50.")
          int limit) {
    var filter =
        new Filter(
            kind,
            actor,
            subject,
            request,
            since == null ? null : since.toInstant(),
            until == null ? null : until.toInstant());
    try (var parts = Parts.open()) {
      var left = limit;
      @Nullable Place place = Place.END;
      while (place != null && left > 0) {
        var found = parts.get(EventSearch.class).before(place, filter, Math.min(left, 1_000));
        found.entries().forEach(this::say);
        left -= found.entries().size();
        place = found.next();
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "prove",
      description = {
        "Says when a text was said here, which somebody has kept and is deleted here, perhaps.",
        "The status is 1 where it was not."
      })
  int prove(
      @Parameters(paramLabel = "FILE", description = "Holds the text, as the server gave it.")
          Path file,
      @Option(names = "--subject", description = "The id of the message, if it is known.")
          @Nullable String subject)
      throws IOException {
    var text = Files.readString(file);
    try (var parts = Parts.open()) {
      var proofs = parts.get(Proof.class).of(text, subject);
      proofs.forEach(this::say);
      if (proofs.isEmpty()) {
        terminal.complain("Nothing on record had this text.");
      }
      return proofs.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
  }

  private void say(Entry entry) {
    var shown = Shown.of(entry);
    terminal.say(
        "%s  %s  %s by %s on %s: %s  %s"
            .formatted(
                shown.at(),
                shown.sequence(),
                shown.kind(),
                orNobody(shown.actor()),
                orNobody(shown.subject()),
                shown.outcome(),
                shown.requestId() == null ? "" : shown.requestId()));
  }

  private static String orNobody(@Nullable String id) {
    return id == null ? "-" : id;
  }
}

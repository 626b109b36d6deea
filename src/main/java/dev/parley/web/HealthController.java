package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.ReadinessCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the server lives, and whether it can work.
@RestController
class HealthController {

  private static final String OK = "ok";

  record Health(String status) {}

  /// @param parts each with `ok` or `failed`; nothing for those who do not run the server
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Readiness(String status, @Nullable Map<String, String> parts) {}

  private final List<ReadinessCheck> checks;
  private final ApplicationAvailability availability;

  HealthController(List<ReadinessCheck> checks, ApplicationAvailability availability) {
    this.checks = checks;
    this.availability = availability;
  }

  @GetMapping({"/api/health", "/health/live"})
  Health alive() {
    return new Health(OK);
  }

  @GetMapping("/health/ready")
  ResponseEntity<Readiness> ready(@Nullable Insider insider) {
    var parts = new TreeMap<String, String>();
    var accepting = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    parts.put("server", accepting ? OK : "stopping");
    checks.forEach(check -> parts.put(check.name(), check.works() ? OK : "failed"));
    var ready = parts.values().stream().allMatch(OK::equals);
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Readiness(ready ? OK : "unavailable", insider == null ? null : parts));
  }
}

package dev.parley.web;

import org.springframework.http.HttpStatus;

/// The call is for this server's own pages, and came from elsewhere.
final class ForeignPage extends Refusal {

  private static final long serialVersionUID = 1;

  ForeignPage() {
    super(
        HttpStatus.FORBIDDEN,
        "foreign_page",
        "This call is for this server's own pages. Programs and other sites sign in at /auth/login.");
  }
}

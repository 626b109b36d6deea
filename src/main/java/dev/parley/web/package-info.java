/// The glue to HTTP: errors, request ids, the order of filters, cursors, limits on bodies, static
/// pages.
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;

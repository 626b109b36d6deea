/// What those who run the server may see and change.
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;

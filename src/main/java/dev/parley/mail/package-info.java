/// Mail: what waits to be sent, how it is written down, and the sending of it.
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;

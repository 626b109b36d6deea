package dev.parley.answer;

import io.netty.channel.EventLoop;

/// Where a question comes from.
///
/// @param loop the event loop of the asker's connection: the model's answer is read on the same, so
///     that no piece of it crosses from thread to thread on its way
/// @param acceptsEvents whether the asker takes an event stream
/// @param acceptsText whether the asker takes a text alone
/// @param leaving hears of it when the asker leaves before there is a reply
public record Origin(EventLoop loop, boolean acceptsEvents, boolean acceptsText, Leaving leaving) {

  /// Gives an answer to this asker alone: whoever leaves ends it, even before it is read.
  public void own(LiveAnswer answer) {
    leaving.then(() -> answer.cancel(Ending::stopped));
  }
}

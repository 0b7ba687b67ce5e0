// Whether one may write in a channel, and why not.

import { isForum, isThread } from "/state/channels.js";
import { may } from "/state/permissions.js";

/** Why one may not write in a channel, in words; "" where one may. */
export function whyNotWrite(channel) {
  if (!channel) return "Choose a channel.";
  if (isForum(channel)) return "Open a post to write in it, or begin a new one.";
  const isLocked = isThread(channel) && channel.thread_metadata?.locked;
  if (isLocked && !may(channel, "MANAGE_THREADS")) return "This thread is locked. Only moderators can write in it.";
  if (may(channel, isThread(channel) ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES")) return "";
  return "You do not have permission to send messages in this channel.";
}

// The votes of a poll, as they come in. Discord tells everyone the same numbers; which votes are mine, only who asks.

const countsOf = (message) => message.poll?.results?.answer_counts ?? [];

const withCounts = (message, counts) => ({ ...message,
  poll: { ...message.poll, results: { ...message.poll.results, answer_counts: counts } } });

/** A message that was changed, with my votes as they were known before: an event says nothing of them. */
export function withOwnVotes(message, before) {
  const mine = countsOf(before).filter((each) => each.me_voted).map((each) => each.id);
  if (!mine.length || !message.poll) return message;
  return withCounts(message, countsOf(message).map((each) => ({ ...each, me_voted: mine.includes(each.id) })));
}

/** A message with one vote of somebody else's more, or less. */
export function countedAnew(message, answer, change) {
  const counts = countsOf(message), known = counts.find((each) => each.id === answer);
  const others = counts.filter((each) => each.id !== answer);
  const count = (known?.count ?? 0) + change;
  return withCounts(message, count > 0 ? [...others, { id: answer, me_voted: false, ...known, count }] : others);
}

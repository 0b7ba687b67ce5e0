// What I may do in a channel, by Discord's bits; a server that doesn't tell them refuses what one may not.

const BITS = {
  VIEW_CHANNEL: 10n, SEND_MESSAGES: 11n, MANAGE_MESSAGES: 13n, MANAGE_THREADS: 34n, CREATE_PUBLIC_THREADS: 35n,
  CREATE_PRIVATE_THREADS: 36n,
  SEND_MESSAGES_IN_THREADS: 38n, PIN_MESSAGES: 51n,
};
const ADMINISTRATOR = 1n << 3n, MANAGES = (1n << 5n) | (1n << 13n);

/** @param {keyof typeof BITS} name */
export const may = (channel, name) =>
  channel?.permissions === undefined || ((BigInt(channel.permissions) >> BITS[name]) & 1n) === 1n;

/** Whether members with a role stand apart in the list of members, as those who run a server do. */
export const standsApart = (role) => role.hoist || (BigInt(role.permissions) & (ADMINISTRATOR | MANAGES)) !== 0n;

/** Whether @everyone can't see a channel. */
export function isPrivate(channel, guildId) {
  const everyone = channel.permission_overwrites?.find((each) => each.id === guildId);
  return Boolean(everyone) && ((BigInt(everyone.deny) >> BITS.VIEW_CHANNEL) & 1n) === 1n;
}

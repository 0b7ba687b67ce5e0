// The rail at the far left: direct messages, and the guild.

import { html, nothing } from "/vendor/components.js";
import { icon } from "/shell/icons.js";
import { isAmongPeople } from "/state/channels.js";

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 3).join("");

export function railTemplate(page, doors) {
  const { world, isDirect, reading } = page;
  if (!world.guild) return nothing;
  const direct = world.channels().filter(isAmongPeople);
  const inGuild = world.channels().filter((each) => !isAmongPeople(each));
  const sum = (channels, count) => channels.reduce((all, each) => all + (reading?.[count](each.id) ?? 0), 0);
  return html`<ul>
    ${entry({ name: "Direct Messages", isOpen: isDirect, pings: sum(direct, "count"), isUnread: false,
      picture: icon("direct"), open: doors.enterDirect })}
  </ul><div class="rail-line"></div><ul>
    ${entry({ name: world.guild.name, isOpen: !isDirect, pings: sum(inGuild, "pings"),
      isUnread: sum(inGuild, "count") > 0,
      picture: html`<span data-initials=${initials(world.guild.name)}></span>`, open: doors.enterGuild })}
  </ul>`;
}

function entry({ name, isOpen, pings, isUnread, picture, open }) {
  const state = pings ? `, ${pings} ${pings === 1 ? "mention" : "mentions"}` : isUnread ? ", unread" : "";
  return html`<li class=${isOpen ? "rail-open" : isUnread || pings ? "rail-unread" : ""}>
    <button type="button" class="rail-button" title=${name} aria-label=${name + state}
      aria-current=${isOpen ? "true" : "false"} @click=${open}>${picture}</button>
    ${pings ? html`<span class="badge" aria-hidden="true">${pings}</span>` : nothing}
  </li>`;
}

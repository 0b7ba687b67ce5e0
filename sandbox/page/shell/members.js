// The members at the right: by role, as Discord lists them, and those without one below.

import { appTag, face } from "/shell/face.js";
import { closeTemplate } from "/shell/sidebar.js";
import { standsApart } from "/state/permissions.js";
import { html, nothing, styleMap } from "/vendor/components.js";

export function membersTemplate(page, doors) {
  const { world } = page;
  if (!world.guild) return nothing;
  return html`<div class="members-head"><h2>Members</h2>${closeTemplate("members", doors)}</div>
    ${groups(world).map(([name, users]) => html`<section><h3>${name} — ${users.length}</h3>
      <ul aria-label=${name}>${users.map((user) => member(user, world))}</ul></section>`)}`;
}

function groups(world) {
  const roles = world.roles().filter((role) => !role.managed).sort((a, b) => b.position - a.position);
  const found = new Map(roles.map((role) => [role.id, []]));
  const others = [];
  for (const user of world.guild.members) {
    const mine = world.rolesOf(user.id);
    const role = [...found.keys()].find((id) => mine.includes(id) && standsApart(world.role(id)));
    (found.get(role) ?? others).push(user);
  }
  const named = [...found].map(([id, users]) => [world.role(id).name, users]);
  return [...named, ["Online", others]].filter(([, users]) => users.length);
}

function member(user, world) {
  const colour = world.colourOf(user.id);
  return html`<li class="member">${face(user, world)}<span class=${`member-name ${colour ? "name coloured" : ""}`}
    style=${styleMap({ "--tint": colour })}>${world.nameOf(user)}</span>${appTag(user)}
    ${user.id === world.guild.owner_id ? crown : nothing}</li>`;
}

const crown = html`<span class="crown" role="img" aria-label="Server owner" title="Server owner">👑</span>`;

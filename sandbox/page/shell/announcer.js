// Tells those who listen to the page, in a few words, what was said where they are.

const MOST_CHARACTERS = 80;

export function announce(message, world, root = document.getElementById("announcer")) {
  const said = message.content || message.embeds?.[0]?.title || message.embeds?.[0]?.description || "a message";
  const line = document.createElement("p");
  line.textContent = `${world.nameOf(message.author)}: ${said.slice(0, MOST_CHARACTERS)}`;
  root.replaceChildren(line);
}

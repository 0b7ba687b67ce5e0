// A command that was typed or pasted as a line: "/series series:metallic-rouge", or "/series metallic-rouge".

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The command that a line names, once something stands after its name.
 * @returns {{command: object, rest: string} | null}
 */
export function commandOf(line, commands) {
  const fits = ({ name }) => new RegExp(`^/${name.split(" ").map(escape).join("\\s+")}\\s`, "u").exec(line);
  const found = commands.filter(fits).sort((a, b) => b.name.length - a.name.length)[0];
  return found ? { command: found, rest: line.slice(fits(found)[0].length) } : null;
}

/** Whether a text names one of a command's options: "title:". */
export const namesOption = (text, command) => Boolean(optionNames(command)?.test(text));

/**
 * What a text gives, by the options' names. A value runs on to the next name; what stands before the first is `before`.
 * @returns {{before: string, given: Map<string, string>}}
 */
export function optionsOf(text, command) {
  const names = optionNames(command);
  const [before, ...pieces] = names ? text.split(names) : [text];
  const given = new Map();
  for (let index = 0; index < pieces.length; index += 2) given.set(pieces[index], pieces[index + 1].trim());
  return { before: before.trim(), given };
}

function optionNames(command) {
  const names = command.options.map(({ name }) => escape(name));
  return names.length ? new RegExp(`(?:^|\\s)(${names.join("|")}):`, "u") : null;
}

// The bot of `tests.foreign.capabilities` on discord.js, which is found where NODE_PATH says.
import { createRequire } from "node:module";

const {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, ChannelType, Client, ContainerBuilder, EmbedBuilder,
  Events, GatewayIntentBits, MessageFlags, ModalBuilder, SlashCommandBuilder, StringSelectMenuBuilder,
  TextDisplayBuilder, TextInputBuilder, TextInputStyle,
} = createRequire(import.meta.url)("discord.js");

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  // discord.js puts the version behind the address itself.
  rest: { api: process.env.SANDBOX_API_URL.replace(/\/v10$/, "") },
});
const channel = () => client.channels.cache.get(process.env.SANDBOX_POSTS);

const commands = {
  async hello(interaction) {
    await interaction.reply(`Hello ${interaction.options.getString("who")}`);
  },
  async later(interaction) {
    await interaction.deferReply();
    await interaction.editReply("At last");
    await interaction.followUp("And more");
  },
  async secret(interaction) {
    await interaction.reply({ content: "Secret", flags: MessageFlags.Ephemeral });
    await interaction.editReply("Secret, edited");
  },
  async controls(interaction) {
    const button = new ButtonBuilder().setCustomId("press").setLabel("Press").setStyle(ButtonStyle.Primary);
    const select = new StringSelectMenuBuilder()
      .setCustomId("pick")
      .addOptions({ label: "One", value: "one" }, { label: "Two", value: "two" });
    const rows = [button, select].map((each) => new ActionRowBuilder().addComponents(each));
    await interaction.reply({ content: "Controls", components: rows });
  },
  async form(interaction) {
    const name = new TextInputBuilder().setCustomId("name").setLabel("Name").setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder().setCustomId("form").setTitle("Form");
    await interaction.showModal(modal.addComponents(new ActionRowBuilder().addComponents(name)));
  },
  async layout(interaction) {
    const text = new TextDisplayBuilder().setContent("# In a container");
    const container = new ContainerBuilder().addTextDisplayComponents(text);
    await interaction.reply({ components: [container], flags: MessageFlags.IsComponentsV2 });
  },
  async posts(interaction) {
    await interaction.deferReply();
    const embed = new EmbedBuilder()
      .setTitle("Title")
      .addFields({ name: "Field", value: "Value" })
      .setImage("https://example.org/a.png");
    const kept = await channel().send({ content: "First", embeds: [embed] });
    await kept.edit("Second");
    await (await channel().send("Doomed")).delete();
    await interaction.editReply("Done");
  },
  async file(interaction) {
    const file = new AttachmentBuilder(Buffer.from("1,2,3"), { name: "numbers.csv" });
    await interaction.reply({ content: "See", files: [file] });
  },
  async history(interaction) {
    await interaction.deferReply();
    const messages = await channel().messages.fetch({ limit: 5 });
    await interaction.editReply(messages.map((message) => message.content).join(" | "));
  },
  async thread(interaction) {
    await interaction.deferReply();
    const thread = await channel().threads.create({ name: "A thread", type: ChannelType.PublicThread });
    await thread.send("In the thread");
    await interaction.editReply("Done");
  },
  async pin(interaction) {
    await interaction.deferReply();
    await (await channel().send("Pinned")).pin();
    await interaction.editReply("Done");
  },
  async direct(interaction) {
    await interaction.deferReply();
    await interaction.user.send("Psst");
    await interaction.editReply("Done");
  },
  async burst(interaction) {
    await interaction.deferReply();
    await Promise.all(Array.from({ length: 8 }, (_, number) => channel().send(`Burst ${number}`)));
    await interaction.editReply("Done");
  },
};

client.once(Events.ClientReady, async () => {
  const builders = Object.keys(commands).map((name) => {
    const builder = new SlashCommandBuilder().setName(name).setDescription(`The command ${name}`);
    return name !== "hello"
      ? builder
      : builder.addStringOption((who) =>
          who.setName("who").setDescription("Whom").setRequired(true).setAutocomplete(true),
        );
  });
  await client.application.commands.set(builders);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await commands[interaction.commandName](interaction);
  else if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: typed.toUpperCase(), value: typed }]);
  } else if (interaction.isButton()) await interaction.update({ content: "Pressed", components: [] });
  else if (interaction.isStringSelectMenu()) await interaction.reply(`Picked ${interaction.values[0]}`);
  else if (interaction.isModalSubmit()) {
    await interaction.reply(`Thanks, ${interaction.fields.getTextInputValue("name")}`);
  }
});

client.on(Events.MessageCreate, async (message) => {
  if (!message.author.bot && message.content.includes("ping")) await message.reply("pong");
});

await client.login(process.env.SANDBOX_TOKEN);

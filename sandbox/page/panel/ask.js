// A question that is asked before something is done which can't be undone.

import { html, render } from "/vendor/components.js";

/**
 * Ask in a dialog, and do it if the answer is yes. What `act` rejects with is said in the dialog, which then stays.
 * @param {{title: string, words: string, yes: string, act: () => Promise<unknown>}} question
 * @returns {Promise<boolean>} whether it was done
 */
export function ask(question) {
  const dialog = document.createElement("dialog");
  dialog.className = "panel-dialog";
  dialog.setAttribute("aria-labelledby", "panel-question");
  dialog.setAttribute("aria-describedby", "panel-question-words");
  document.body.append(dialog);
  const draw = (state) => render(template(question, state, () => dialog.close(), answerYes), dialog);
  let isDone = false;

  async function answerYes() {
    draw({ isBusy: true });
    try {
      await question.act();
      isDone = true;
      dialog.close();
    } catch (refusal) {
      draw({ words: refusal.message });
    }
  }

  draw({});
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(isDone);
    });
  });
}

function template({ title, words, yes }, { isBusy = false, words: refusal = "" }, cancel, answerYes) {
  return html`
    <h2 id="panel-question">${title}</h2>
    <p id="panel-question-words">${words}</p>
    <p class="panel-refusal" role="alert">${refusal}</p>
    <div class="panel-row panel-answers">
      <button type="button" class="panel-button quiet" autofocus @click=${cancel}>Cancel</button>
      <button type="button" class="panel-button bad" ?disabled=${isBusy} @click=${answerYes}>${yes}</button>
    </div>`;
}

// What the Wagtail admin's packages leave out.
const { title } = document.currentScript.dataset;

// The answer to a form stands in the history as its address alone: Back does not ask to send it again.
history.replaceState(history.state, "");

addEventListener("DOMContentLoaded", () => {
  askBeforeLeaving();
  sayItInOneSentence();
});

// The forms of modeladmin ask before what was typed is lost, as Wagtail's own do.
function askBeforeLeaving() {
  const form = document.querySelector("form[novalidate][method=POST]:not([data-edit-form])");
  if (!form || form.dataset.controller) return;
  form.dataset.wUnsavedConfirmationValue = "true";
  form.dataset.action = "w-unsaved#submit beforeunload@window->w-unsaved#confirm";
  form.dataset.controller = "w-unsaved";
}

// wagtail-localize says the title above a translation in English alone.
function sayItInOneSentence() {
  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
  const theirs = `${sourceLocale.displayName} to ${locale.displayName} translation`;
  const ours = title.replace("{source}", sourceLocale.displayName).replace("{target}", locale.displayName);
  const say = () => {
    const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data === theirs) texts.currentNode.data = ours;
  };
  new MutationObserver(say).observe(editor, { childList: true, subtree: true });
  say();
}

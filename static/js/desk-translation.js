// wagtail-localize says one sentence in English alone: the title above a translation.
const { title } = document.currentScript.dataset;

addEventListener("DOMContentLoaded", () => {
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
});

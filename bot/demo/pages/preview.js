// Keeps in sight what an action brought, and makes links to messages lead to the demo's channels.

const timeline = document.querySelector("#channel-timeline");
const sign = document.querySelector("#view-action-output"); // simcord shows it when an action brought a message
const LINK = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)(?:\/(\d+))?$/u;
let followed = null;

function find(message) {
  return document.querySelector(`#channel-message-list [data-message-id="${message}"]`);
}

function bringIntoSight(message) {
  const [outer, inner] = [timeline, message].map((element) => element.getBoundingClientRect());
  if (inner.top < outer.top || inner.height > outer.height) timeline.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) timeline.scrollTop += inner.bottom - outer.bottom;
}

new MutationObserver(() => {
  const action = window.simcordPreview.lastAction;
  if (sign.hidden || sign.disabled || !action || action.requestId === followed) return;
  followed = action.requestId;
  const message = find(action.outcomes.findLast(({ messageId }) => messageId)?.messageId);
  if (message) bringIntoSight(message);
}).observe(sign, { attributes: true, attributeFilter: ["hidden", "disabled"] });

document.addEventListener("click", (event) => {
  const [, channel, message] = LINK.exec(event.target.closest?.("a[href]")?.href ?? "") ?? [];
  if (!channel) return;
  event.preventDefault();
  const shown = message && find(message);
  if (shown) bringIntoSight(shown);
  else window.parent.postMessage({ visit: channel }, "*");
});

// Fills the page from /api/state every second, opens channels in the frame, moves the time.

const { body } = document;
const language = document.documentElement.lang;
const one = (selector) => document.querySelector(selector);
const seen = new Map();
let open = null;
let drawn = "";
let silent = 0;

function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("data-") || name.startsWith("aria-")) node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter(Boolean));
  return node;
}

function say(text) {
  const notice = one("[data-notice]");
  notice.textContent = text;
  notice.hidden = !text;
}

async function ask(path, wish) {
  const response = await fetch(path, wish && {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish),
  });
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    throw new Error(response.status === 409 ? answer.error : body.dataset.failed);
  }
  return response.json();
}

// ---- places

function hasNews(channel, newest) {
  if (!seen.has(channel) || channel === open?.channel) seen.set(channel, newest);
  return seen.get(channel) !== newest;
}

function link({ href, channel, name, sign, about, newest, tags }, data) {
  const fresh = hasNews(channel, newest);
  const anchor = element("a", { href, target: "channel", "data-place-id": channel, ...data },
    element("span", { className: "sign", "aria-hidden": "true" }, sign),
    element("span", { className: "label" }, name, ...tags.map((tag) => element("span", { className: "tag" }, tag))),
    fresh && element("span", { className: "fresh", "data-fresh": "", role: "img", ariaLabel: body.dataset.new }),
    about && element("span", { className: "about" }, about));
  if (channel === open?.channel) anchor.setAttribute("aria-current", "page");
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    show({ channel, href, name: `${sign} ${name}` });
  });
  return anchor;
}

function place(room, sign = "#") {
  const data = sign === "#" ? { "data-channel": room.key } : { "data-channel": room.key, "data-thread": room.id };
  const tags = room.closed ? [body.dataset.closed] : [];
  return element("li", {}, link({ ...room, channel: room.id, sign, tags }, data),
    room.threads.length && element("ul", {}, ...room.threads.map((thread) => place(thread, "↳"))));
}

function person(who) {
  const tags = who.moderator ? [body.dataset.moderator] : [];
  return element("li", {}, link({ ...who, sign: "@", tags }, { "data-dm": who.key }));
}

function show(next) {
  open = next;
  body.dataset.view = next ? "channel" : "home";
  one('[data-panel="home"]').hidden = Boolean(next);
  one('[data-panel="channel"]').hidden = !next;
  for (const anchor of document.querySelectorAll("[data-place-id]")) {
    if (anchor.dataset.placeId === next?.channel) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
  if (next) {
    one("[data-place]").textContent = next.name;
    one("[data-tab]").href = next.href;
  } else one("[data-frame]").src = "about:blank";
}

function visit(channel) {
  const anchor = one(`[data-place-id="${channel}"]`);
  anchor?.click();
}

// ---- home

function trial({ title, text, room }) {
  const go = room && element("a", { href: "#", "data-go": room.id }, room.go);
  go?.addEventListener("click", (event) => { event.preventDefault(); visit(room.id); });
  return element("li", { "data-trial": "" }, element("h3", {}, title), element("p", {}, text), go);
}

function scheduled(event) {
  const facts = [event.when, event.place, event.interested].filter(Boolean).join(" · ");
  return element("li", { "data-event": event.id },
    element("strong", {}, event.name, event.active && element("span", { className: "tag" }, body.dataset.active)),
    element("span", {}, facts));
}

function choices(select, options) {
  const kept = select.value;
  select.replaceChildren(...options.map(([value, text]) => element("option", { value, textContent: text })));
  if (options.some(([value]) => value === kept)) select.value = kept;
}

function everywhere(state) {
  return [...state.rooms, ...state.others].flatMap((room) => [room, ...room.threads]);
}

async function listMessages() {
  const { channel, message } = one("[data-menu-form]").elements;
  if (!channel.value) return;
  const recent = await ask(`/api/messages/${channel.value}`);
  choices(message, recent.length ? recent.map(({ id, text }) => [id, text]) : [["", body.dataset.empty]]);
}

function drawMenus(state) {
  one("[data-menus-section]").hidden = !state.menus.length;
  if (!state.menus.length) return;
  const { command, member, channel } = one("[data-menu-form]").elements;
  choices(command, state.menus.map((menu) => [menu.command, menu.name]));
  choices(member, state.people.map((who) => [who.id, who.name]));
  choices(channel, everywhere(state).map((room) => [room.id, room.name]));
  listMessages().catch(() => {});
}

function draw(state) {
  const now = one("[data-now]");
  now.textContent = state.when;
  now.dateTime = state.now;
  const { now: _now, when: _when, ...lists } = state;
  const fingerprint = JSON.stringify([lists, open?.channel]);
  if (fingerprint === drawn) return; // the focus stays where it is
  drawn = fingerprint;
  const focused = document.activeElement?.dataset?.placeId;
  one("[data-rooms]").replaceChildren(...state.rooms.map((room) => place(room)));
  one("[data-others]").replaceChildren(...state.others.map((room) => place(room)));
  one("[data-others-section]").hidden = !state.others.length;
  one("[data-people]").replaceChildren(...state.people.map(person));
  one("[data-trials]").replaceChildren(...state.trials.map(trial));
  one("[data-trials-section]").hidden = !state.trials.length;
  one("[data-events]").replaceChildren(...state.events.map(scheduled));
  one("[data-no-events]").hidden = Boolean(state.events.length);
  drawMenus(state);
  if (focused) one(`[data-place-id="${focused}"]`)?.focus();
  body.dataset.ready = "";
}

// ---- time

async function advance(button) {
  const buttons = document.querySelectorAll("[data-advance]");
  for (const each of buttons) each.disabled = true;
  say(body.dataset.moving);
  try {
    const { hours = 0, days = 0 } = button.dataset;
    draw(await ask(`/api/advance?lang=${language}`, { hours: Number(hours), days: Number(days) }));
    say("");
  } catch (error) {
    say(error.message);
  } finally {
    for (const each of buttons) each.disabled = false;
    button.focus();
  }
}

async function poll() {
  try {
    draw(await ask(`/api/state?lang=${language}`));
    if (silent > 2) say("");
    silent = 0;
  } catch {
    silent += 1;
    if (silent > 2) say(body.dataset.gone);
  }
  setTimeout(poll, 1000);
}

async function runMenu(event) {
  event.preventDefault();
  const wish = Object.fromEntries(new FormData(event.target));
  try {
    await ask("/api/menu", wish);
    say(body.dataset.done);
    setTimeout(() => say(""), 4000);
    visit(wish.channel);
  } catch (error) {
    say(error.message);
  }
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => advance(button));
}
one("[data-home]").addEventListener("click", (event) => {
  if (!open) return;
  event.preventDefault();
  show(null);
  one("#content").focus();
});
one("[data-menu-form]").addEventListener("submit", runMenu);
one("[data-menu-form]").elements.channel.addEventListener("change", () => listMessages().catch(() => {}));
window.addEventListener("message", ({ source, data }) => {
  if (source === one("[data-frame]").contentWindow && /^\d+$/u.test(data?.visit)) visit(data.visit);
});
poll();

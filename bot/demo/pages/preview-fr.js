// Puts simcord's page into French, where the sentence is the page's own: never in what members or the bot wrote.

const WORDS = {
  "Viewing as": "Vous êtes",
  "Back": "Retour",
  "View response": "Voir la réponse",
  "Load earlier messages": "Messages plus anciens",
  "Newer messages": "Messages plus récents",
  "New messages · jump to latest": "Nouveaux messages : aller au dernier",
  "No messages in this channel.": "Rien ici pour l’instant.",
  "Send": "Envoyer",
  "Save": "Enregistrer",
  "Cancel": "Annuler",
  "Submit": "Envoyer",
  "Close modal": "Fermer",
  "Only you can see this": "Vous êtes seul·e à voir ce message",
  "(edited)": "(modifié)",
  "THREAD": "FIL",
  "Reply": "Répondre",
  "Edit": "Modifier",
  "Delete": "Supprimer",
  "Search options": "Chercher",
  "Select an option": "Choisir",
  "Select one or more options": "Choisir une ou plusieurs réponses",
  "No matching options": "Rien ne correspond",
  "No options match": "Rien ne correspond",
  "This field is required.": "Ce champ est nécessaire.",
  "Choose at least one value.": "Choisissez au moins une réponse.",
  "Choose one option.": "Choisissez une réponse.",
  "Choose an available option.": "Choisissez parmi ce qui est proposé.",
  "Choose file": "Choisir un fichier",
  "Action outcome uncertain. It will not be retried.": "On ne sait pas si l’action a réussi ; elle ne sera pas refaite.",
  "Action was not completed.": "L’action n’a pas abouti : réessayez.",
  "Action is awaiting a confirmed result.": "En attente du résultat…",
  "Connection interrupted; trying again…": "Connexion interrompue, nouvel essai…",
  "Completing action…": "Un instant…",
  "Sending message…": "Envoi…",
  "Switching viewer…": "Changement de personne…",
  "Viewport updated": "Prêt",
  "Preview ready": "Prêt",
  "Loading preview…": "Un instant…",
  "Updating preview…": "Un instant…",
  "Updating viewport…": "Un instant…",
  "Message sent": "Message envoyé",
  "Message updated": "Message modifié",
  "Message deleted": "Message supprimé",
  "Reaction updated": "Réaction notée",
  "Poll updated": "Vote noté",
  "Viewer switched": "Vous avez changé de personne",
  "Callback completed": "C’est fait",
  "Action completed": "C’est fait",
  "Apply": "Valider",
  "MEMBERS": "MEMBRES",
  "ROLES": "RÔLES",
  "CHANNELS": "SALONS",
  "Exit command mode": "Quitter la commande",
  "Previous": "Précédents",
  "Next": "Suivants",
  "Loading options": "Un instant…",
  "Options unavailable": "Choix indisponibles",
  "No available options": "Aucun choix possible",
  "Loading commands": "Un instant…",
  "Commands are unavailable": "Les commandes ne sont pas disponibles",
  "Enter a valid value.": "Cette valeur ne convient pas.",
  "You can use application commands here": "Ici, on peut seulement lancer des commandes",
};
const PATTERNS = [
  [/^(.+) used $/u, "$1 a lancé "],
  [/^\+(\d+) optional$/u, "+ $1 au choix"],
  [/^\+(\d+) (?:more|options)$/u, "+ $1 options"],
  [/^OPTIONS MATCHING (.*)$/u, "PROPOSITIONS POUR « $1 »"],
  [/^(\d+) options on this page$/u, "$1 choix"],
  [/^(\d+) selected\. Choose (\d+)–(\d+) options\.$/u, "Choix : $1, de $2 à $3 possibles."],
  [/^([\d.,]+) KB$/u, "$1 Ko"],
  [/^Message ([#@].*)$/u, "Écrire dans $1"],
  [/^Replying to (.+): (.*)$/u, "Réponse à $1 : $2"],
  [/^started a thread: (.*)$/u, "a ouvert un fil : $1"],
  [/^This form will be submitted to (.+)\. Do not share.*$/u, "Ce formulaire sera envoyé à $1. N’y mettez ni mot de passe ni donnée sensible."],
  [/^Enter at least (\d+) characters\.$/u, "Écrivez au moins $1 caractères."],
  [/^Enter no more than (\d+) characters\.$/u, "Écrivez au plus $1 caractères."],
  [/^Choose at least (\d+) .*$/u, "Choisissez au moins $1 réponses."],
  [/^Choose no more than (\d+) .*$/u, "Choisissez au plus $1 réponses."],
];
const OWN = [
  ".preview-toolbar", ".history-button", ".channel-empty", ".channel-composer", ".message-interaction-header",
  ".message-ephemeral-note", ".message-edited", ".message-edited-compact", ".message-actions", ".message-system",
  ".modal-actions", ".modal-disclaimer", ".modal-close", ".control-error", ".field-error", ".select-candidate-tools",
  ".select-draft-actions", ".select-guidance", ".select-trigger", ".select-empty", ".command-empty", ".command-error",
  ".command-file-choose", ".command-optional-count", ".command-ghost", ".command-popup-heading", ".command-context-close",
  ".file-size", ".attachment-size", "[role=alert]",
].join(", ");
const NAMED = ".command-pill-label, .command-context-name, .command-suggestion-label, .message-interaction-header strong";
let names = {}; // what options, choices and descriptions are called in French, by their own words
let invocations = {}; // and commands, by their whole names
const ATTRIBUTES = ["placeholder", "aria-label", "title"];

function spaced(words) {
  return words.replace(/ ([:;?!»])/gu, "\u00a0$1").replace(/« /gu, "«\u00a0");
}

function french(text) {
  const core = text.trim();
  if (WORDS[core]) return text.replace(core, spaced(WORDS[core]));
  for (const [pattern, words] of PATTERNS) {
    if (pattern.test(text)) return text.replace(pattern, spaced(words));
  }
  return text;
}

function named(text) {
  return names[text] ?? text;
}

function invocation(path) {
  const whole = path.join(" ");
  return invocations[whole] ?? whole;
}

function listed(catalog) {
  names = catalog.french.words;
  invocations = catalog.french.invocations;
  translate(document.body); // what was drawn before they were known
  const option = (each) => ({
    ...each, description: named(each.description),
    choices: each.choices.map((choice) => ({ ...choice, name: named(choice.name) })),
  });
  const entry = (each) => ({
    ...each, invocation: invocation(each.path), description: named(each.description), options: each.options.map(option),
  });
  return { ...catalog, entries: catalog.entries.map(entry) };
}

function translateName(node) {
  const text = node.data.startsWith("/") ? `/${invocation(node.data.slice(1).split(" "))}` : named(node.data);
  if (text !== node.data) node.data = text;
}

function translateText(node) {
  if (node.parentElement?.closest(NAMED)) translateName(node);
  if (!node.parentElement?.closest(OWN)) return;
  const text = french(node.data);
  if (text !== node.data) node.data = text;
}

function translateAttributes(element) {
  if (!element.closest(OWN)) return;
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && french(value) !== value) element.setAttribute(name, french(value));
  }
}

function translate(root) {
  if (root.nodeType === Node.TEXT_NODE) { translateText(root); return; }
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  translateAttributes(root);
  root.childNodes.forEach(translate);
}

const { fetch } = window;
window.fetch = async (path, options) => {
  const response = await fetch(path, options);
  return path === "/api/commands" && response.ok ? Response.json(listed(await response.json())) : response;
};

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(translate);
    else if (change.type === "attributes") translateAttributes(change.target);
    else translateText(change.target);
  }
}).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});
translate(document.body);

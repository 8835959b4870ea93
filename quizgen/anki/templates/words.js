var root = document.querySelector(".quiz");

function all(selector) {
  return Array.prototype.slice.call(root.querySelectorAll(selector));
}

// The words of the card's language, which the style sheet has as variables.
function word(name, values) {
  var text = getComputedStyle(root).getPropertyValue("--word-" + name).trim().slice(1, -1);
  return text.replace(/\{(\w+)\}/g, function (found, key) { return values[key]; });
}

// If accents count, the template of a typed card cannot name the language: the question does.
var named = root.querySelector(".prompt > [lang]");
if (named && !root.lang) { root.lang = named.lang; }

// The card's language may have no words, so each of them names its own: a screen reader chooses its voice by it.
all(".task, .true, .false, .hint summary, .also-right, .according-to, .partly-right, .sound a").forEach(function (element) {
  element.setAttribute("lang", word("language"));
});

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
all(".task, .true, .false, .hint summary, .also-right, .the-answer, .according-to, .partly-right, .sound a").forEach(function (element) {
  element.setAttribute("lang", word("language"));
});

// A long name in code breaks between its parts.
all(":not(pre) > code").forEach(function (code) {
  var part = code.firstChild;
  for (var at; part && part.data && (at = part.data.search(/[_.(](?=\w)/) + 1);) {
    part = part.splitText(at);
    code.insertBefore(document.createElement("wbr"), part);
  }
});
